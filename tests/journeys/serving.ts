import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../ports.ts'

/** The built app and its relay, as one process of its own, on ports and data of its own. */
export type Server = {
  /** Where her phone goes, and where the agency goes; no slash at the end. */
  readonly app: string
  readonly recipient: string
  /** Ends the process at once, as a power cut would: being offline is real. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same ports and data; nothing happens when it runs. */
  readonly start: () => Promise<void>
}

const root = join(import.meta.dirname, '../..')

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok
  } catch {
    return false
  }
}

type Ports = { readonly app: number; readonly recipient: number }

type Settings = Readonly<Record<string, string>>

const launch = (ports: Ports, data: string, more: Settings): ChildProcess =>
  spawn(process.execPath, ['src/relay/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      SAMLAD_APP_PORT: String(ports.app),
      SAMLAD_RECIPIENT_PORT: String(ports.recipient),
      SAMLAD_DATA: data,
      ...more,
    },
  })

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

const ready = async (child: ChildProcess, urls: readonly string[]): Promise<void> => {
  for (let tries = 0; tries < 200; tries++) {
    if (ended(child)) throw new Error(`the relay ended at once with code ${child.exitCode}`)
    const all = await Promise.all(urls.map((url) => answers(url)))
    if (all.every((ok) => ok)) return
    await pause(50)
  }
  child.kill('SIGKILL')
  throw new Error(`the relay did not answer within 10 seconds at ${urls.join(' and ')}`)
}

/** A relay of its own, not yet started; `data` is its folder, `more` what else its host has set. */
export const serve = async (data: string, more: Settings = {}): Promise<Server> => {
  const ports = { app: await freePort(), recipient: await freePort() }
  const app = `http://localhost:${ports.app}`
  const recipient = `http://localhost:${ports.recipient}`
  let child: ChildProcess | null = null
  return {
    app,
    recipient,
    start: async () => {
      if (child !== null && !ended(child)) return
      child = launch(ports, data, more)
      await ready(child, [`${app}/`, `${recipient}/`])
    },
    kill: async () => {
      if (child === null || ended(child)) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
