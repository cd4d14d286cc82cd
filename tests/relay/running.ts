import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createConnection, type Server } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from '../../src/relay/config.ts'
import { readConfig } from '../../src/relay/config.ts'
import { createLog } from '../../src/relay/log.ts'
import type { Running } from '../../src/relay/serve.ts'
import { startRelay } from '../../src/relay/serve.ts'
import { freePort } from '../ports.ts'
import { newFolder } from './given.ts'

// The relay on real ports, in this process or in one of its own.

const homes = { app: 'index.html', recipient: 'recipient.html' } as const

/** A folder with a data folder to be and two front ends of one page each. */
export const newHouse = (): string => {
  const house = newFolder()
  for (const [front, home] of Object.entries(homes)) {
    mkdirSync(join(house, 'dist', front), { recursive: true })
    writeFileSync(join(house, 'dist', front, home), '<!doctype html>')
  }
  return house
}

export const configIn = (house: string, more: Partial<Config> = {}): Config => ({
  ...readConfig({}),
  data: join(house, 'data'),
  pages: join(house, 'dist'),
  appPort: 0,
  recipientPort: 0,
  ...more,
})

export const seconds = (): number => Math.floor(Date.now() / 1000)

export const startHere = (config: Config): Promise<Running> =>
  startRelay(config, { now: seconds, log: createLog(() => {}, seconds) })

/** The port that a server listens on. */
export const portOf = (server: Server): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

export type Apart = {
  readonly child: ChildProcess
  readonly url: string
  /** What it wrote so far. */
  readonly said: () => string
}

const isUp = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

/** The relay as a host runs it, in a process that can be killed. */
export const startApart = async (
  house: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Apart> => {
  const [port, other] = [await freePort(), await freePort()]
  const env = {
    SAMLAD_DATA: join(house, 'data'),
    SAMLAD_PAGES: join(house, 'dist'),
    SAMLAD_APP_PORT: `${port}`,
    SAMLAD_RECIPIENT_PORT: `${other}`,
    SAMLAD_CREATES: '1000000',
    SAMLAD_ASKS: '1000000',
    ...more,
  }
  const child = spawn(process.execPath, ['src/relay/main.ts'], { env, stdio: 'pipe' })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const url = `http://127.0.0.1:${port}`
  while (!(await isUp(url))) {
    if (child.exitCode !== null) throw new Error(said)
    await wait(30)
  }
  return { child, url, said: () => said }
}

export const endOf = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

/**
 * A caller who sends `start` and then one byte every 100 ms. Resolves to the milliseconds until the
 * relay hung up, and what it said before.
 */
export const drip = (port: number, start: string): Promise<{ after: number; answer: string }> =>
  new Promise((resolve) => {
    let begin = performance.now()
    let answer = ''
    const socket = createConnection(port, '127.0.0.1')
    const timer = setInterval(() => socket.write('x'), 100)
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('error', () => {})
    // What went before is a queue of this machine's.
    socket.on('connect', () => (begin = performance.now()))
    socket.on('close', () => {
      clearInterval(timer)
      resolve({ after: performance.now() - begin, answer })
    })
    socket.write(start)
  })
