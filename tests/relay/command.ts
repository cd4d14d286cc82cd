import { expect } from 'vitest'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { freePort } from '../ports.ts'

type Said = { readonly code: number | null; readonly out: string; readonly err: string }

/** The relay's own command in that house, with `more` set, to its end. */
export const run = async (
  house: string,
  more: Readonly<Record<string, string>>,
  ...words: string[]
): Promise<Said> => {
  const [app, recipient] = [await freePort(), await freePort()]
  const ports = { SAMLAD_APP_PORT: `${app}`, SAMLAD_RECIPIENT_PORT: `${recipient}` }
  const env = { SAMLAD_DATA: join(house, 'data'), SAMLAD_PAGES: join(house, 'dist') }
  const options = { env: { ...env, ...ports, ...more }, stdio: 'pipe' } as const
  const child = spawn(process.execPath, ['src/relay/main.ts', ...words], options)
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const [code] = await once(child, 'close')
  return { code, out, err }
}

/** One line for the host, and an end: no stack, no word of the system's own. */
export const expectSentence = ({ code, err }: Said, words: RegExp): void => {
  expect(err).toMatch(words)
  expect(err).toMatch(/^[^\n]+\.\n$/)
  expect(err).not.toMatch(/E[A-Z]{4,}:|SQLITE_|node:|    at /)
  expect(code).toBe(1)
}
