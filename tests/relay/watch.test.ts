import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkHost } from '../../src/relay/check.ts'
import { createCounts } from '../../src/relay/counts.ts'
import { createLog } from '../../src/relay/log.ts'
import { createWatch } from '../../src/relay/watch.ts'
import { paths } from '../../src/share/contract.ts'
import { createFrame, day, dropFolder, noon, openRequest, newSecrets } from './given.ts'
import { freePort } from '../ports.ts'
import { configIn, newHouse, seconds, startHere } from './running.ts'

let house: string
beforeEach(() => {
  house = newHouse()
})
afterEach(() => {
  vi.unstubAllEnvs()
  dropFolder(house)
})

const statusOf = async (url: string): Promise<number> => (await fetch(url)).status

test('RELAY-82 health, readiness and figures are on a port of their own', async () => {
  const watchPort = await freePort()
  const relay = await startHere(configIn(house, { watchPort, host: '0.0.0.0' }))
  const url = `http://127.0.0.1:${watchPort}`
  expect(await statusOf(`${url}/healthz`)).toBe(200)
  expect(await statusOf(`${url}/readyz`)).toBe(200)
  expect(await statusOf(`${url}/v1/open`)).toBe(404)
  expect(await statusOf(`http://127.0.0.1:${relay.ports.app}/healthz`)).toBe(404)
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('process_resident_memory_bytes ')
  await relay.stop()
})

test('RELAY-82 a store that cannot write is not ready, and alive all the same', async () => {
  const ready = (): Promise<boolean> => Promise.reject(new Error('no disk'))
  const port = await freePort()
  const server = createWatch({ ready, figures: () => '', standing: async () => '' }).listen(
    port,
    '127.0.0.1',
  )
  expect(await statusOf(`http://127.0.0.1:${port}/readyz`)).toBe(503)
  expect(await statusOf(`http://127.0.0.1:${port}/healthz`)).toBe(200)
  server.closeAllConnections()
  server.close()
})

test('RELAY-83 figures count troubles at once, and people only when the hour is over', () => {
  const clock = { now: noon }
  const now = (): number => clock.now
  const { log, text } = createCounts(
    createLog(() => {}, now),
    now,
  )
  log.note('opened', 3)
  log.note('failed')
  expect(text()).not.toContain('opened')
  expect(text()).toContain('relay_events_total{event="failed"} 1\n')
  clock.now += 3600
  expect(text()).toContain('relay_events_total{event="opened"} 3\n')
})

test('RELAY-246 figures tell how the store stands, and no single share', async () => {
  const watchPort = await freePort()
  const relay = await startHere(configIn(house, { watchPort, mostBytes: 1_000_000 }))
  const url = `http://127.0.0.1:${watchPort}/metrics`
  const standing = async (): Promise<readonly string[]> =>
    (await (await fetch(url)).text()).split('\n').filter((line) => /^relay_(band|free)/.test(line))
  const before = await standing()
  expect(before).toEqual([
    'relay_band 0',
    expect.stringMatching(/^relay_free_bytes \d+00000000$|_bytes 0$/),
  ])
  const body = (size: number) =>
    createFrame(newSecrets(), { until: seconds() + day }, new Uint8Array(size))
  const create = (size: number): Promise<Response> =>
    fetch(`http://127.0.0.1:${relay.ports.app}${paths.create}`, {
      method: 'POST',
      body: body(size),
    })
  expect((await create(2000)).status).toBe(201)
  expect((await standing())[0]).toBe('relay_band 0')
  expect((await create(780_000)).status).toBe(201)
  expect((await standing())[0]).toBe('relay_band 1')
  expect(await (await fetch(url)).text()).toMatch(/^relay_sweep_age_seconds \d{1,2}$/m)
  await relay.stop()
})

test('RELAY-83 figures name events and nothing else', async () => {
  const watchPort = await freePort()
  const relay = await startHere(configIn(house, { watchPort }))
  const asked = JSON.stringify(openRequest(newSecrets()))
  await fetch(`http://127.0.0.1:${relay.ports.app}${paths.open}`, { method: 'POST', body: asked })
  const text = await (await fetch(`http://127.0.0.1:${watchPort}/metrics`)).text()
  for (const line of text.trimEnd().split('\n')) {
    expect(line).toMatch(
      /^(# TYPE \w+ \w+|relay_events_total\{event="[a-z]+"\} \d+|(process|relay)_\w+ \d+)$/,
    )
  }
  await relay.stop()
})

/** Has the system say so of its clock, whatever this machine's own says. */
const sayOfClock = (said: string): void => {
  const folder = mkdtempSync(join(house, 'system-'))
  writeFileSync(join(folder, 'timedatectl'), `#!/bin/sh\n${said}\n`, { mode: 0o755 })
  vi.stubEnv('PATH', folder)
}

const wrongIn = async (more: Parameters<typeof configIn>[1], now = seconds()): Promise<string> => {
  const findings = await checkHost(configIn(house, more), now)
  return findings
    .filter(({ ok }) => !ok)
    .map(({ text }) => text)
    .join('\n')
}

test('RELAY-84 a check of a good set-up finds nothing', async () => {
  const recipientPort = await freePort()
  const recipientOrigin = `http://localhost:${recipientPort}`
  const relay = await startHere(configIn(house, { recipientPort, recipientOrigin }))
  const app = `http://localhost:${relay.ports.app}`
  sayOfClock('echo yes')
  const findings = await checkHost(configIn(house, { recipientOrigin }), seconds(), app)
  const wrong = findings.filter(({ ok }) => !ok).map(({ text }) => text)
  expect(wrong).toEqual(['Links lead to localhost: set SAMLAD_RECIPIENT_ORIGIN.'])
  expect(findings.length).toBeGreaterThan(12)
  const unlike = await checkHost(configIn(house, { recipientOrigin, tls: true }), seconds())
  expect(unlike.map(({ text }) => text).join('\n')).toMatch(/changed: Strict-Transport-Security/)
  await relay.stop()
})

test('RELAY-84 a check names what is wrong', async () => {
  const data = `${house}/data`
  mkdirSync(data)
  chmodSync(data, 0o755)
  const recipientOrigin = 'http://agency.invalid'
  const wrong = await wrongIn({ recipientOrigin, spare: 2 ** 60, inFlight: 4e6 }, 1_000_000_000)
  for (const word of [
    'plain HTTP',
    'TLS=1',
    'PROXIED=1',
    'chmod 700',
    'SPARE',
    'clock',
    'reached',
  ]) {
    expect(wrong).toContain(word)
  }
})

test('RELAY-472 a check says so when nothing keeps the clock right, and nothing where nobody can be asked', async () => {
  const toldOf = async (said: string): Promise<string> => {
    sayOfClock(said)
    const findings = await checkHost(configIn(house), seconds())
    return findings.map(({ ok, text }) => `${ok} ${text}`).join('\n')
  }
  expect(await toldOf('echo no')).toMatch(/^false .*turn on NTP/m)
  expect(await toldOf('echo yes')).toMatch(/^true .*NTP/m)
  for (const mute of ['exit 1', 'echo', 'echo perhaps']) {
    expect(await toldOf(mute)).not.toMatch(/NTP\)/)
  }
})
