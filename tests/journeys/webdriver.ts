import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../ports.ts'
import { startScreen } from './desk.ts'

// Engines that Playwright does not drive, by the protocol that all browsers share (W3C WebDriver).

/** `webkitgtk` stands for Safari as it is now, `wpe` for that of an iPhone of 2022. */
export type Engine = 'webkitgtk' | 'wpe'

type How = {
  readonly driver: string
  readonly browser: string
  readonly args: readonly string[]
  /** The name under which the driver takes the browser's program and arguments. */
  readonly options: string
}

const folder = '/usr/lib/x86_64-linux-gnu'
/** Off where an engine is built for a desk, there in every Safari that we speak of. */
const features = '+StorageAPI,+StorageAPIEstimate,+FileSystem,+WebShare'

const engines: Readonly<Record<Engine, How>> = {
  webkitgtk: {
    driver: '/usr/bin/WebKitWebDriver',
    browser: `${folder}/webkit2gtk-4.1/MiniBrowser`,
    args: ['--automation', '--full-screen', `--features=${features}`],
    options: 'webkitgtk:browserOptions',
  },
  wpe: {
    driver: '/usr/bin/WPEWebDriver',
    browser: `${folder}/wpe-webkit-1.1/MiniBrowser`,
    args: ['--automation', '--headless'],
    options: 'wpe:browserOptions',
  },
}

type Ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>

/** @throws what the driver says went wrong. */
const asking =
  (origin: string): Ask =>
  async (method, path, body) => {
    const sent = method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}
    const answer = await fetch(`${origin}${path}`, { method, ...sent })
    const { value }: { value: unknown } = JSON.parse(await answer.text())
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value).slice(0, 400)}`)
    return value
  }

const listening = async (ask: Ask): Promise<void> => {
  for (let tries = 0; tries < 100; tries++) {
    const up = await ask('GET', '/status').then(
      () => true,
      () => false,
    )
    if (up) return
    await pause(50)
  }
  throw new Error('the driver did not answer')
}

/** A page in one engine. Words in `run` are JavaScript; `args` arrive as its arguments. */
export type Remote = {
  readonly go: (url: string) => Promise<void>
  readonly run: (words: string, ...args: readonly unknown[]) => Promise<unknown>
  /** Presses what the words find, as a finger would: the engine decides what lies there. */
  readonly press: (words: string, ...args: readonly unknown[]) => Promise<void>
  readonly type: (text: string) => Promise<void>
  readonly end: () => Promise<void>
}

const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

const idOf = (found: unknown): string | null => {
  const id = typeof found === 'object' && found !== null ? Object(found)[elementKey] : null
  return typeof id === 'string' ? id : null
}

/** Where it is, as text; null while something lies over it. */
const whereIs = `
  const [it] = arguments
  it.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { x, y, width, height } = it.getBoundingClientRect()
  const top = document.elementFromPoint(x + width / 2, y + height / 2)
  const bare = top !== null && (it.contains(top) || top.contains(it) || top.closest('label') !== null)
  return bare ? [x, y, width, height].map(Math.round).join() : null
`

const keysOf = (text: string): readonly object[] =>
  Array.from(text).flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ])

const remoteOn = (ask: Ask, path: string, stop: () => Promise<void>): Remote => {
  const run: Remote['run'] = (script, ...args) =>
    ask('POST', `${path}/execute/sync`, { script, args })
  // A press lands where the thing was: so it must stand still, and nothing may lie over it.
  const found = async (words: string, args: readonly unknown[]): Promise<string> => {
    let before: unknown = null
    for (let tries = 0; tries < 300; tries++) {
      const id = idOf(await run(words, ...args))
      const at = id === null ? null : await run(whereIs, { [elementKey]: id })
      if (id !== null && at !== null && at === before) return id
      before = at
      await pause(50)
    }
    throw new Error(`nothing to press: ${words} ${JSON.stringify(args)}`)
  }
  return {
    run,
    go: async (url) => void (await ask('POST', `${path}/url`, { url })),
    press: async (words, ...args) => {
      const id = await found(words, args)
      await ask('POST', `${path}/element/${id}/click`)
    },
    type: async (text) => {
      const actions = [{ type: 'key', id: 'keys', actions: keysOf(text) }]
      await ask('POST', `${path}/actions`, { actions })
    },
    end: stop,
  }
}

/** Ends it and all that it started: a driver may leave its browser behind. */
const ended = async (child: ChildProcess): Promise<void> => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  process.kill(-child.pid, 'SIGKILL')
  await gone
}

const capabilities = ({ options, browser, args }: How): object => ({
  capabilities: { alwaysMatch: { [options]: { binary: browser, args } } },
})

/** A fresh browser of this engine, of a phone's size where the engine lets it be. */
export const startEngine = async (engine: Engine): Promise<Remote> => {
  const how = engines[engine]
  const screen = await startScreen()
  const port = await freePort()
  const env = {
    ...process.env,
    LANG: 'en_US.UTF-8',
    DISPLAY: screen.display,
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  }
  const driver = spawn(how.driver, [`--port=${port}`], {
    stdio: 'ignore',
    detached: true,
    env,
  })
  const ask = asking(`http://127.0.0.1:${port}`)
  await listening(ask)
  const session = Object(await ask('POST', '/session', capabilities(how)))
  const path = `/session/${session['sessionId']}`
  const size = { x: 0, y: 0, width: 390, height: 760 }
  await ask('POST', `${path}/window/rect`, size).catch(() => undefined)
  return remoteOn(ask, path, async () => {
    await ask('DELETE', path).catch(() => undefined)
    await ended(driver)
    screen.server.kill()
  })
}
