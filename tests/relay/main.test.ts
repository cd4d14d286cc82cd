import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dropFolder } from './given.ts'
import { freePort } from '../ports.ts'
import { endOf, newHouse, startApart } from './running.ts'

let house: string
beforeEach(() => {
  house = newHouse()
})
afterEach(() => dropFolder(house))

/** What the relay says that does not start, and how it ends. */
const failing = async (env: Readonly<Record<string, string>>): Promise<[number | null, string]> => {
  const child = spawn(process.execPath, ['src/relay/main.ts'], { env, stdio: 'pipe' })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = await once(child, 'close')
  return [code, said]
}

test('RELAY-210 a start that fails says why in one sentence', async () => {
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  await once(other, 'listening')
  const env = { SAMLAD_DATA: join(house, 'data'), SAMLAD_PAGES: join(house, 'dist') }
  const ports = { SAMLAD_APP_PORT: `${port}`, SAMLAD_RECIPIENT_PORT: `${await freePort()}` }
  const [code, said] = await failing({ ...env, ...ports })
  expect([code, said]).toEqual([1, expect.stringMatching(/^Port \d+ is in use\. [^\n]+\n$/)])
  other.close()
  expect(await failing({ ...env, SAMLAD_TLS: 'yes' })).toEqual([1, 'SAMLAD_TLS must be 0 or 1.\n'])
})

test('RELAY-210 goes on, and ends well, when nobody reads its log any more', async () => {
  const { child, url } = await startApart(house)
  child.stdout?.destroy()
  child.stderr?.destroy()
  await wait(100)
  expect((await fetch(url)).status).toBe(200)
  child.kill('SIGTERM')
  expect(await endOf(child)).toBe(0)
})

test('RELAY-242 a host checks the set-up by the name of the relay', async () => {
  const { bin } = JSON.parse(readFileSync('package.json', 'utf8'))
  const file = bin['samlad-relay']
  expect(statSync(file).mode & 0o111).not.toBe(0)
  const env = { PATH: dirname(process.execPath), SAMLAD_IN_FLIGHT: '4000000' }
  const child = spawn(file, ['--check'], { env: { ...env, SAMLAD_DATA: house }, stdio: 'pipe' })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = await once(child, 'close')
  expect(code).toBe(1)
  expect(said).toMatch(
    /^WRONG No large share can come in: SAMLAD_IN_FLIGHT must be 5002052 or more\.$/m,
  )
})
