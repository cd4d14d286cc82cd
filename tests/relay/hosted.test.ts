import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pageHeaders } from '../../src/relay/headers.ts'
import { paths } from '../../src/share/contract.ts'
import { allBytesIn, createFrame, day, dropFolder, newSecrets } from './given.ts'
import { freePort } from '../ports.ts'
import { configIn, endOf, newHouse, seconds, startHere } from './running.ts'

// The files that the hosting guide hands out, run as they are.

let house: string
beforeEach(() => {
  house = newHouse()
})
afterEach(() => dropFolder(house))

const nginx = '/usr/sbin/nginx'
const hasNginx = existsSync(nginx)
const caddy = '/usr/bin/caddy'
const hasCaddy = existsSync(caddy)
if (!hasCaddy) console.log('skipped: the Caddyfile (no caddy here)')
const analyze = '/usr/bin/systemd-analyze'
const hasSystemd = existsSync(analyze)
if (!hasNginx) console.log('skipped: the nginx file (no nginx here)')
if (!hasSystemd) console.log('skipped: the systemd unit (no systemd-analyze here)')

const makeCertificate = (): void => {
  const [key, chain] = [join(house, 'key.pem'), join(house, 'fullchain.pem')]
  const asked = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  const more = ['-subj', '/CN=localhost', '-days', '2', '-keyout', key, '-out', chain]
  execFileSync('openssl', [...asked, ...more], { stdio: 'pipe' })
}

type Ports = { readonly app: number; readonly recipient: number; readonly plain?: number }

/** The guide's file with other names, ports and paths, and nothing else changed. */
const fileFor = (behind: Ports, front: Ports, change: (text: string) => string): string => {
  let ports = [front.app, front.recipient]
  const servers = change(readFileSync('docs/hosting/nginx.conf', 'utf8'))
    .replace('127.0.0.1:8080', `127.0.0.1:${behind.app}`)
    .replace('127.0.0.1:8081', `127.0.0.1:${behind.recipient}`)
    .replaceAll(/\/etc\/ssl\/[a-z.]+/g, house)
    .replaceAll(/listen 80;/g, `listen 127.0.0.1:${front.plain};`)
    .replaceAll('  listen 443', () => {
      const [port, ...rest] = ports
      ports = rest
      return `  listen 127.0.0.1:${port}`
    })
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${house}/temp/${name};`)
    .join('\n')
  // As Debian's own file has it around the guide's; it would write there, unless told not to.
  const log = `ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; access_log ${house}/seen;`
  return `pid ${house}/pid;\ndaemon off;\nevents {}\nhttp {\n${log}\n${temp}\n${servers}\n}\n`
}

type Front = { readonly front: Required<Ports>; readonly stop: () => Promise<void> }

const startNginx = async (
  behind: Ports,
  change = (text: string): string => text,
): Promise<Front> => {
  const front = { app: await freePort(), recipient: await freePort(), plain: await freePort() }
  mkdirSync(join(house, 'temp'), { recursive: true })
  makeCertificate()
  writeFileSync(join(house, 'nginx.conf'), fileFor(behind, front, change))
  const given = ['-p', house, '-c', join(house, 'nginx.conf'), '-e', join(house, 'errors')]
  const child = spawn(nginx, given, { stdio: 'pipe' })
  await expect.poll(() => send(front.app, '/').then(({ status }) => status)).toBe(200)
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await endOf(child)
  }
  return { front, stop }
}

type Said = { readonly status: number; readonly headers: Record<string, unknown> }

const send = (port: number, path: string, body?: Uint8Array, more: object = {}): Promise<Said> =>
  new Promise((resolve) => {
    const how = { port, path, host: '127.0.0.1', rejectUnauthorized: false }
    const headers = { 'Content-Length': body?.length ?? 0, ...more }
    const sent = request({ ...how, method: body ? 'POST' : 'GET', headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }))
    })
    sent.on('error', () => resolve({ status: 0, headers: {} }))
    sent.end(body)
  })

/** A small call from somebody who names an address of her own choosing. */
const ask = (port: number, from: string): Promise<Said> =>
  send(port, paths.about, Buffer.from('{}'), { 'X-Forwarded-For': from })

test.skipIf(!hasNginx)('RELAY-85 behind nginx all is as it should be', async () => {
  const relay = await startHere(configIn(house, { tls: true, proxied: true, asks: 3 }))
  const { front, stop } = await startNginx(relay.ports)
  const page = await send(front.recipient, '/')
  for (const [name, value] of Object.entries(pageHeaders('recipient', true))) {
    expect(page.headers[name.toLowerCase()]).toBe(value)
  }
  expect(page.headers['server']).toBe('nginx')
  const share = (bytes: number) =>
    createFrame(newSecrets(), { until: seconds() + day }, new Uint8Array(bytes))
  expect((await send(front.app, paths.create, share(5_000_000))).status).toBe(201)
  expect((await send(front.app, paths.create, new Uint8Array(5_300_000))).status).toBeOneOf([
    0, 413,
  ])
  for (const last of [1, 2, 3]) expect((await ask(front.app, `192.0.2.${last}`)).status).toBe(200)
  expect((await ask(front.app, '192.0.2.4')).status).toBe(503)
  await stop()
  expect(allBytesIn(house)).not.toMatch(logged)
  await relay.stop()
})

/** Whether a caller that speaks TLS of this version is answered. */
const greets = (port: number, version: 'TLSv1.1' | 'TLSv1.2'): Promise<boolean> =>
  new Promise((resolve) => {
    const how = { port, host: '127.0.0.1', rejectUnauthorized: false }
    // Below their usual level these ciphers still speak the old version.
    const old = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' } as const
    const socket = connect({ ...how, ...old }, () => resolve(true))
    socket.on('secureConnect', () => socket.destroy())
    socket.on('error', () => resolve(false))
  })

test.skipIf(!hasNginx)(
  'RELAY-658 in Debian’s own file for nginx the guide’s stays quiet, speaks no older TLS and leads to it who comes without',
  async () => {
    const relay = await startHere(configIn(house, { tls: true, proxied: true }))
    const { front, stop } = await startNginx(relay.ports)
    const said = spawnSync(nginx, ['-t', '-c', join(house, 'nginx.conf'), '-e', 'stderr'])
    expect(String(said.stderr)).not.toMatch(/warn/)
    expect([
      await greets(front.app, 'TLSv1.1'),
      await greets(front.app, 'TLSv1.2'),
      await greets(front.recipient, 'TLSv1.1'),
    ]).toEqual([false, true, false])
    const plain = await fetch(`http://127.0.0.1:${front.plain}/timer.html`, { redirect: 'manual' })
    expect([plain.status, plain.headers.get('location')]).toEqual([
      308,
      'https://127.0.0.1/timer.html',
    ])
    await stop()
    expect(allBytesIn(house)).not.toMatch(logged)
    await relay.stop()
  },
)

/** A line of somebody's visit. */
const logged = /127\.0\.0\.1 - |GET \/ HTTP/

test.skipIf(!hasNginx)(
  'RELAY-85 a file that lets nginx write down visits would be noticed',
  async () => {
    const relay = await startHere(configIn(house, { tls: true, proxied: true }))
    const { stop } = await startNginx(relay.ports, (text) => text.replace('access_log off;', ''))
    await stop()
    expect(allBytesIn(house)).toMatch(logged)
    await relay.stop()
  },
)

test.skipIf(!hasNginx)(
  'RELAY-85 a call after a pause meets no line that the relay has closed',
  async () => {
    const relay = await startHere(configIn(house, { tls: true, proxied: true }))
    const { front, stop } = await startNginx(relay.ports)
    const upstream = readFileSync('docs/hosting/nginx.conf', 'utf8').match(
      /keepalive_timeout (\d+)s/g,
    )
    expect(upstream).toEqual(['keepalive_timeout 3s', 'keepalive_timeout 3s'])
    for (const pause of [0, 2800, 4900]) {
      await wait(pause)
      expect((await ask(front.app, '192.0.2.1')).status).toBe(200)
    }
    await stop()
    await relay.stop()
  },
)

/** The guide's file with other names and ports; for localhost Caddy makes its own certificate. */
const caddyFileFor = (behind: Ports, front: Ports): string =>
  readFileSync('docs/hosting/Caddyfile', 'utf8')
    .replace('{\n', `{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n`)
    .replace('127.0.0.1:8080', `127.0.0.1:${behind.app}`)
    .replace('127.0.0.1:8081', `127.0.0.1:${behind.recipient}`)
    .replace('tools.example.org', `https://127.0.0.1:${front.app}`)
    .replace('read.example.net', `https://127.0.0.1:${front.recipient}`)

test.skipIf(!hasCaddy)('RELAY-85 behind Caddy, too, all is as it should be', async () => {
  const relay = await startHere(configIn(house, { tls: true, proxied: true, asks: 3 }))
  const front = { app: await freePort(), recipient: await freePort() }
  const file = join(house, 'Caddyfile')
  writeFileSync(file, caddyFileFor(relay.ports, front))
  const env = { HOME: house, XDG_DATA_HOME: house, XDG_CONFIG_HOME: house }
  const child = spawn(caddy, ['run', '--adapter', 'caddyfile', '--config', file], { env })
  const first = (): Promise<number> => send(front.app, '/').then(({ status }) => status)
  await expect.poll(first, { timeout: 15_000 }).toBe(200)
  const page = await send(front.recipient, '/')
  for (const [name, value] of Object.entries(pageHeaders('recipient', true))) {
    expect(page.headers[name.toLowerCase()]).toBe(value)
  }
  expect(page.headers['via']).toBeUndefined()
  const body = createFrame(newSecrets(), { until: seconds() + day }, new Uint8Array(5_000_000))
  expect((await send(front.app, paths.create, body)).status).toBe(201)
  for (const last of [1, 2, 3]) expect((await ask(front.app, `192.0.2.${last}`)).status).toBe(200)
  expect((await ask(front.app, '192.0.2.4')).status).toBe(503)
  child.kill('SIGTERM')
  await endOf(child)
  expect(allBytesIn(house)).not.toMatch(/192\.0\.2\.|v1\/create/)
  await relay.stop()
})

test.skipIf(!hasSystemd)('RELAY-86 the systemd unit is understood, and asks for few rights', () => {
  const unit = join(house, 'samlad.service')
  const text = readFileSync('docs/hosting/samlad.service', 'utf8')
  writeFileSync(unit, text.replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`))
  execFileSync(analyze, ['verify', '--man=no', unit], { stdio: 'pipe' })
  const said = execFileSync(analyze, ['security', '--offline=true', unit], { encoding: 'utf8' })
  expect(Number(/exposure level[^:]*: ([\d.]+)/.exec(said)?.[1])).toBeLessThan(1.5)
})

test('RELAY-86 unit, proxy file and container name settings that there are', () => {
  const guide = readFileSync('docs/HOSTING.md', 'utf8')
  const files = ['samlad.service', 'Containerfile', 'nginx.conf', 'Caddyfile']
  const text = files.map((name) => readFileSync(join('docs/hosting', name), 'utf8')).join('\n')
  for (const [name] of text.matchAll(/SAMLAD_[A-Z_]+/g)) expect(guide).toContain(`\`${name}\``)
})
