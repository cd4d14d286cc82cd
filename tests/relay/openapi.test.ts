import { Agent, request } from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../src/relay/serve.ts'
import { limits, paths, unframe } from '../../src/share/contract.ts'
import { built } from '../rules/dist.ts'
import { rounds } from '../thorough.ts'
import { anyCall, goodCall, named, newTarget, operations, type Call } from './described.ts'
import { startCluster } from './cluster.ts'
import { dropFolder } from './given.ts'
import { configIn, newHouse, startHere } from './running.ts'
import { allows, at } from './schema.ts'

// What docs/openapi.json says, held against a relay that runs.

type Answer = { readonly status: number; readonly type: string; readonly bytes: Uint8Array }

/** Why an answer is not as described; null when it is. */
const wrong = ({ operation, head }: Call, { status, type, bytes }: Answer): string | null => {
  const { asks, answers } = operation
  if (!(`${status}` in answers)) return `${status} is not described`
  const isAsked = Object.keys(asks).length > 0
  if (isAsked && !allows(asks, head) && status !== 400) return `${status} to what is no request`
  const content = at(answers, `${status}`, 'content')
  if (Object.keys(content).length === 0) return bytes.length === 0 ? null : 'no bare answer'
  if (!(type in content)) return `it is ${type}`
  const framed = at(content, type, 'x-frame', 'head')
  if (Object.keys(framed).length > 0)
    return allows(framed, unframe(bytes)?.head) ? null : 'no such frame'
  if (type !== 'application/json') return null
  const said: unknown = JSON.parse(Buffer.from(bytes).toString())
  return allows(at(content, type, 'schema'), said) ? null : `it says ${JSON.stringify(said)}`
}

let house: string
let running: Running
const agent = new Agent({ keepAlive: true, maxSockets: 128 })
beforeAll(async () => {
  house = newHouse()
  running = await startHere(configIn(house, { creates: 1e9, asks: 1e9 }))
})
afterAll(async () => {
  agent.destroy()
  await running.stop()
  dropFolder(house)
})

const send = (path: string, wire: Uint8Array, port: number): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const where = { host: '127.0.0.1', port, path, method: 'POST', agent }
    const headers = { 'Content-Length': wire.length }
    const call = request({ ...where, headers }, (answer) => {
      const parts: Buffer[] = []
      const { statusCode: status = 0, headers: got } = answer
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({ status, type: got['content-type'] ?? '', bytes: Buffer.concat(parts) }),
      )
    })
    // A connection kept open may be closed by the other end just as it is used again.
    call.on('error', (error) =>
      call.reusedSocket ? resolve(send(path, wire, port)) : reject(error),
    )
    call.end(wire)
  })

const go = async (call: Call, port = running.ports.app): Promise<number> => {
  const { path } = call.operation
  const answer = await send(path, call.wire, port)
  const why = wrong(call, answer)
  expect(why && `${path}: ${why}: ${JSON.stringify(call.head)}`).toBeNull()
  return answer.status
}

test('RELAY-170 the description has every path of the contract, and its limits', () => {
  expect(operations.map(({ path }) => path).toSorted()).toEqual(Object.values(paths).toSorted())
  const most = Object.fromEntries(operations.map((one) => [one.path, one.most]))
  expect(most).toMatchObject({
    [paths.create]: limits.body,
    [paths.replace]: limits.body,
    [paths.reply]: limits.inbox.bytes,
    [paths.put]: limits.files.piece,
    [paths.open]: null,
  })
  expect(at(named, 'CreateHead', 'properties')).toMatchObject({
    openers: { minimum: limits.openers.least, maximum: limits.openers.most },
    tries: { minimum: limits.tries.least, maximum: limits.tries.most },
    files: { maxItems: limits.files.most },
  })
})

test('RELAY-172 the description is handed out on the agency’s origin, and not on hers', () => {
  expect(built('recipient')).toContain('openapi.json')
  expect(built('app')).not.toContain('openapi.json')
})

for (const passcode of [true, false])
  test(`RELAY-171 each call as described goes well, ${passcode ? 'with' : 'without'} a passcode`, async () => {
    const { owner, heads } = newTarget(passcode)
    for (const [path, head] of [...heads, [paths.stop, owner] as const])
      expect([path, String(await go(goodCall(path, head)))[0]]).toEqual([path, '2'])
  })

const count = rounds(2_000, 20_000, 100_000)
const perTarget = 40

/** Calls about one share that is well in use, all at once. */
const goAround = async (passcode: boolean, port = running.ports.app): Promise<void> => {
  const { heads, known } = newTarget(passcode)
  for (const [path, head] of heads) await go(goodCall(path, head), port)
  await Promise.all(fc.sample(anyCall(known), perTarget).map((call) => go(call, port)))
}

test(
  `RELAY-171 ${count} requests made from the description are answered as it says, and none is a fault`,
  { timeout: 900_000 },
  async () => {
    for (let done = 0; done < count; done += 4 * perTarget)
      await Promise.all([true, false, true, false].map((passcode) => goAround(passcode)))
  },
)

const cluster = await startCluster()
const fewer = rounds(320, 1_000, 4_000)

test.skipIf(!cluster)(
  `RELAY-171 on PostgreSQL, too: ${fewer} requests made from the description`,
  { timeout: 900_000 },
  async () => {
    const database = cluster?.newDatabase() ?? ''
    const other = await startHere(configIn(house, { creates: 1e9, asks: 1e9, database }))
    for (let done = 0; done < fewer; done += 2 * perTarget)
      await Promise.all([true, false].map((passcode) => goAround(passcode, other.ports.app)))
    await other.stop()
  },
)
