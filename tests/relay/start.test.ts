import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isStale } from '../../tools/stale.ts'
import { dropFolder } from './given.ts'
import { freePort } from '../ports.ts'
import { endOf, newHouse } from './running.ts'

let house: string
beforeEach(() => {
  house = newHouse()
})
afterEach(() => dropFolder(house))

const spawnStart = (ports: readonly [number, number]) => {
  const env = {
    SAMLAD_DATA: join(house, 'data'),
    SAMLAD_PAGES: join(house, 'dist'),
    SAMLAD_APP_PORT: `${ports[0]}`,
    SAMLAD_RECIPIENT_PORT: `${ports[1]}`,
  }
  return spawn(process.execPath, ['tools/start.ts'], { env, stdio: 'pipe' })
}

test('RELAY-68 names both addresses, the data folder and how to stop', async () => {
  const ports = [await freePort(), await freePort()] as const
  const child = spawnStart(ports)
  let said = ''
  for await (const chunk of child.stdout) {
    said += String(chunk)
    if (said.includes('Ctrl+C')) break
  }
  expect(said.trimEnd().split('\n')).toEqual([
    `The app:        http://localhost:${ports[0]}`,
    `The recipient:  http://localhost:${ports[1]}`,
    `Data folder:    ${join(house, 'data')}`,
    'Ctrl+C stops it.',
  ])
  expect((await fetch(`http://localhost:${ports[1]}`)).status).toBe(200)
  child.kill('SIGINT')
  expect(await endOf(child)).toBe(0)
})

test('RELAY-68 says that a port is taken, and ends', async () => {
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  await once(other, 'listening')
  const child = spawnStart([await freePort(), port])
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  expect(await endOf(child)).toBe(1)
  expect(said).toBe(
    `Port ${port} is in use. Stop what uses it, or choose another with SAMLAD_APP_PORT, SAMLAD_RECIPIENT_PORT or SAMLAD_WATCH_PORT.\n`,
  )
  other.close()
})

const write = (file: string, at: number): void => {
  const path = join(house, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
  for (const changed of [path, dirname(path)]) utimesSync(changed, at, at)
}

test('RELAY-69 builds again when something built is missing or older than its sources', () => {
  write('src/app/main.ts', 100)
  write('dist/app/index.html', 200)
  write('dist/app/sw.js', 200)
  write('dist/recipient/recipient.html', 99)
  expect(isStale(house)).toBe(true)
  write('dist/recipient/recipient.html', 200)
  expect(isStale(house)).toBe(false)
  write('src/app/main.ts', 300)
  expect(isStale(house)).toBe(true)
})
