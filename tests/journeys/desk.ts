import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'

// A real, though unseen, screen with a hand of the system's own: what the driver itself cannot do.

/** Whether this machine has what it takes: Xvfb, xdotool and a whole Chromium. */
export const hasDesk = (): boolean =>
  ['/usr/bin/Xvfb', '/usr/bin/xdotool', wholeChromium].every((path) => existsSync(path))

export const wholeChromium = '/usr/bin/chromium'

export const startScreen = async (): Promise<{ server: ChildProcess; display: string }> => {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '500x960x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const number = await new Promise<string>((resolve) =>
    server.stdout.once('data', (data: Buffer) => resolve(data.toString().trim())),
  )
  return { server, display: `:${number}` }
}

/** `words` as xdotool takes them. */
export const hand = (display: string, ...words: readonly string[]): void => {
  spawnSync('xdotool', words, { env: { ...process.env, DISPLAY: display } })
}
