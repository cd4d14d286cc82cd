import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { readConfig } from '../../src/relay/config.ts'
import { paths } from '../../src/share/contract.ts'
import type { Secrets } from './given.ts'
import { allBytesIn, bodyOf, createFrame, day, newSecrets, openRequest, text } from './given.ts'
import type { Apart } from './running.ts'
import { houseHere } from './here.ts'
import { freePort } from '../ports.ts'
import { configIn, drip, endOf, seconds, startApart, startHere } from './running.ts'

const house = houseHere()

const until = (): number => seconds() + day

const createAt = (url: string, secrets: Secrets, body = 'sealed'): Promise<Response> =>
  fetch(url + paths.create, {
    method: 'POST',
    body: createFrame(secrets, { until: until() }, Buffer.from(body)),
  })

const openAt = (url: string, secrets: Secrets): Promise<Response> =>
  fetch(url + paths.open, { method: 'POST', body: JSON.stringify(openRequest(secrets)) })

test('RELAY-60 serves two origins that share one store', async () => {
  const relay = await startHere(configIn(house()))
  const urls = [relay.ports.app, relay.ports.recipient].map((port) => `http://127.0.0.1:${port}`)
  const [app = '', recipient = ''] = urls
  const secrets = newSecrets()
  expect((await createAt(app, secrets, 'from the app')).status).toBe(201)
  expect(await bodyOf(await openAt(recipient, secrets))).toBe('from the app')
  expect((await fetch(app)).status).toBe(200)
  await relay.stop()
})

test('RELAY-61 who drips a header or a body is cut off, and others do not wait', async () => {
  const relay = await startHere(configIn(house(), { patience: 1 }))
  const { app } = relay.ports
  const head = `POST ${paths.create} HTTP/1.1\r\nHost: x\r\n`
  const slow = Promise.all([
    ...Array.from({ length: 30 }, () => drip(app, head)),
    drip(app, `${head}Content-Length: 9000\r\n\r\n`),
  ])
  const begin = performance.now()
  expect((await fetch(`http://127.0.0.1:${app}`)).status).toBe(200)
  expect(performance.now() - begin).toBeLessThan(2000)
  for (const { after, answer } of await slow) {
    expect(after).toBeLessThan(8000)
    expect(answer).toContain('HTTP/1.1 408')
  }
  await relay.stop()
})

test('RELAY-62 a kill in the middle of creates loses no acknowledged share', async () => {
  const first = await startApart(house())
  const kept: Secrets[] = []
  const busy = Array.from({ length: 8 }, async () => {
    for (;;) {
      const secrets = newSecrets()
      if ((await createAt(first.url, secrets)).status === 201) kept.push(secrets)
      if (kept.length === 100) first.child.kill('SIGKILL')
    }
  })
  await Promise.allSettled(busy)
  await endOf(first.child)
  expect(kept.length).toBeGreaterThanOrEqual(100)
  const second = await startApart(house())
  const answers = await Promise.all(kept.map((secrets) => openAt(second.url, secrets)))
  expect(answers.filter((answer) => answer.status !== 200)).toEqual([])
  second.child.kill('SIGTERM')
  expect(await endOf(second.child)).toBe(0)
})

const useOnce = async ({ url, child }: Apart, secrets: Secrets): Promise<void> => {
  await createAt(url, secrets)
  await openAt(url, secrets)
  await openAt(url, newSecrets())
  child.kill('SIGTERM')
  await endOf(child)
}

test('RELAY-63 a run tells counts by the hour, and no one it served', async () => {
  const relay = await startApart(house())
  const secrets = newSecrets()
  await useOnce(relay, secrets)
  const lines = relay.said().trimEnd().split('\n')
  for (const line of lines) expect(line).toMatch(/^\d{4}-\d\d-\d\dT\d\dZ [a-z]+ \d+$/)
  const told = lines.map((line) => line.split(' ').slice(1).join(' '))
  expect(told).toEqual(expect.arrayContaining(['started 1', 'created 1', 'opened 1', 'refused 1']))
  expect(relay.said()).not.toContain(text(secrets.locator))
  expect(allBytesIn(`${house()}/data`)).not.toContain('127.0.0.1')
})

test('RELAY-64 a stop lets what is under way finish', async () => {
  const relay = await startHere(configIn(house()))
  const url = `http://127.0.0.1:${relay.ports.app}`
  const secrets = newSecrets()
  const made = createAt(url, secrets, 'x'.repeat(2_000_000))
  await createAt(url, newSecrets())
  await relay.stop()
  await expect(made.then((answer) => answer.status)).resolves.toBe(201)
  await expect(fetch(url)).rejects.toThrow('fetch failed')
})

test('RELAY-65 does not start on a port that is taken', async () => {
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  await once(other, 'listening')
  await expect(startHere(configIn(house(), { recipientPort: port }))).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  other.close()
})

test('RELAY-66 a setting that makes no sense stops the start with its name', () => {
  const wrong: Readonly<Record<string, string>> = {
    SAMLAD_APP_PORT: '80a',
    SAMLAD_RECIPIENT_PORT: '70000',
    SAMLAD_RECIPIENT_ORIGIN: 'https://agency.example/',
    SAMLAD_TLS: 'yes',
    SAMLAD_SWEEP: '0',
    SAMLAD_MOST_BYTES: '-1',
    SAMLAD_RUN_BY: 'one line\nand another',
    SAMLAD_CONTACT: 'x'.repeat(121),
  }
  for (const [name, value] of Object.entries(wrong)) {
    expect(() => readConfig({ [name]: value })).toThrow(name)
  }
})

test('RELAY-66 reads every setting, and makes links for localhost when told no origin', () => {
  expect(readConfig({ SAMLAD_RECIPIENT_PORT: '9001' }).recipientOrigin).toBe(
    'http://localhost:9001',
  )
  const read = readConfig({
    SAMLAD_RECIPIENT_ORIGIN: 'https://agency.example',
    SAMLAD_TLS: '1',
    SAMLAD_DATA: '/srv/data',
  })
  expect(read).toMatchObject({
    recipientOrigin: 'https://agency.example',
    tls: true,
    data: '/srv/data',
    proxied: false,
    patience: 5,
  })
})
