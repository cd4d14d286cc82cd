import { request } from 'node:http'
import { expect, test } from 'vitest'
import { paths } from '../../src/share/contract.ts'
import { rounds } from '../thorough.ts'
import {
  allBytesIn,
  createFrame,
  day,
  dropFolder,
  newFolder,
  newSecrets,
  openRequest,
} from './given.ts'
import { freePort } from '../ports.ts'
import { endOf, newHouse, seconds, startApart, type Apart } from './running.ts'

// Callers whose addresses can be told from everything else, and then a search for them wherever the relay
// could have put them: what it keeps, what it writes, what it tells, and its whole heap.

const callers = rounds(8, 40)

/** One loopback address for each, which nothing else here has. */
const addressOf = (at: number): string => `127.${113 + (at % 8)}.${197 - at}.${31 + at}`
const forwardedOf = (at: number): string => `203.0.113.${201 + at}`
const agentOf = (at: number): string => `MARKAGENT${at}`

type Sent = { readonly path: string; readonly body: Uint8Array | string; readonly at: number }

const send = (port: number, { path, body, at }: Sent): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = {
      'Content-Length': Buffer.byteLength(body),
      'X-Forwarded-For': forwardedOf(at),
      'User-Agent': agentOf(at),
      Connection: 'close',
    }
    const where = { host: '127.0.0.1', port, path, method: body === '' ? 'GET' : 'POST' }
    const sent = request({ ...where, localAddress: addressOf(at), headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** Everybody does everything: a share, an open, a wrong one, too many calls, a page. */
const visit = async (port: number, at: number): Promise<void> => {
  const secrets = newSecrets()
  const body = createFrame(secrets, { until: seconds() + day })
  expect(await send(port, { path: paths.create, body, at })).toBe(201)
  const open = JSON.stringify(openRequest(secrets))
  expect(await send(port, { path: paths.open, body: open, at })).toBe(200)
  const wrong = JSON.stringify(openRequest(newSecrets()))
  expect(await send(port, { path: paths.open, body: wrong, at })).toBe(404)
  for (let more = 0; more < 3; more++) await send(port, { path: paths.about, body: '{}', at })
  await send(port, { path: '/', body: '', at })
}

/** The heap as the engine itself writes it down, in a folder that is none of the relay's. */
const heapOf = async ({ child }: Apart, folder: string): Promise<string> => {
  child.kill('SIGUSR2')
  const read = (): string => allBytesIn(folder)
  await expect
    .poll(() => read().trimEnd().endsWith(']}'), { timeout: 60_000, interval: 500 })
    .toBe(true)
  return read()
}

/** Marks that are there, in the spellings in which a heap or a file would have them. */
const marksIn = (text: string): readonly string[] =>
  Array.from({ length: callers }, (_, at) => [addressOf(at), forwardedOf(at), agentOf(at)])
    .flat()
    .filter((mark) => text.includes(mark))

const patient = { timeout: 180_000 }

const ways = { 'the connection': '0', 'the proxy': '1' } as const

for (const [way, proxied] of Object.entries(ways))
  test(`RELAY-245 callers told apart by ${way} leave no trace anywhere`, patient, async () => {
    const [house, heaps] = [newHouse(), newFolder()]
    const watchPort = await freePort()
    const relay = await startApart(house, {
      SAMLAD_PROXIED: proxied,
      SAMLAD_ASKS: '3',
      SAMLAD_WATCH_PORT: `${watchPort}`,
      NODE_OPTIONS: `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${heaps}`,
    })
    const port = Number(new URL(relay.url).port)
    for (let at = 0; at < callers; at++) await visit(port, at)
    const heap = await heapOf(relay, heaps)
    // What must be there, so that nobody searches an empty heap.
    expect(heap).toContain('SAMLAD_CONNECTIONS_EACH')
    expect(marksIn(heap)).toEqual([])
    const told = await (await fetch(`http://127.0.0.1:${watchPort}/metrics`)).text()
    expect(marksIn(told)).toEqual([])
    relay.child.kill('SIGTERM')
    expect(await endOf(relay.child)).toBe(0)
    expect(marksIn(relay.said() + allBytesIn(house))).toEqual([])
    expect(relay.said()).toContain('busy')
    for (const folder of [house, heaps]) dropFolder(folder)
  })
