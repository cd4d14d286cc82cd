import { expect, type BrowserContext, type Page } from '@playwright/test'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { median } from '../bench/figures.ts'
import { film, firstNotRed } from '../bench/screen.ts'
import { herPhone } from './driver.ts'
import { test as base } from './server.ts'
import { rounds } from '../thorough.ts'

// A page that is busy hears nothing. The driver's own input waits for the page, so a real pointer on
// a real (though unseen) screen is needed: Xvfb and xdotool, where a machine has them.

const tools = ['/usr/bin/Xvfb', '/usr/bin/xdotool', '/usr/bin/chromium']

/** How long the page is busy, and how long after that began she leaves, in ms. */
const [busy, wait] = [1_500, 250]

const startScreen = async (): Promise<{ server: ChildProcess; display: string }> => {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '500x960x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const number = await new Promise<string>((resolve) =>
    server.stdout.once('data', (data: Buffer) => resolve(data.toString().trim())),
  )
  return { server, display: `:${number}` }
}

const test = base.extend<{ desk: { context: BrowserContext; display: string } | null }>({
  desk: async ({ playwright }, use, { project }) => {
    if (!tools.every((path) => existsSync(path))) return use(null)
    const { server, display } = await startScreen()
    const folder = mkdtempSync(join(tmpdir(), 'samlad-screen-'))
    const context = await playwright.chromium.launchPersistentContext(folder, {
      ...project.use.launchOptions,
      executablePath: '/usr/bin/chromium',
      headless: false,
      viewport: null,
      locale: 'sv-SE',
      env: { ...project.use.launchOptions?.env, DISPLAY: display },
      args: ['--no-sandbox', '--window-position=0,0', '--window-size=500,960', '--disable-gpu'],
    })
    await use({ context, display })
    await context.close()
    server.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

/** Red in the middle of the room, so that a picture says whether the room is seen. */
const redden = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const mark = document.createElement('div')
    mark.style.cssText = 'position:fixed;inset:25%;background:#c00;pointer-events:none'
    document.querySelector('.room')?.append(mark)
  })

const beBusy = (page: Page): Promise<void> =>
  page.evaluate((ms) => {
    setTimeout(() => {
      const end = performance.now() + ms
      while (performance.now() < end);
    }, 50)
  }, busy)

/** Where the middle of the exit is on the screen. */
const exitOnScreen = (page: Page): Promise<readonly [number, number]> =>
  page.locator('.exit').evaluate((button) => {
    const { left, top, width, height } = button.getBoundingClientRect()
    const bar = window.outerHeight - window.innerHeight
    return [window.screenX + left + width / 2, window.screenY + bar + top + height / 2] as const
  })

const hand = (display: string, ...words: readonly string[]): void => {
  spawnSync('xdotool', words, { env: { ...process.env, DISPLAY: display } })
}

test('EXIT-13 a page that is busy for a second and a half still lets itself be pushed aside', async ({
  desk,
  server,
}, info) => {
  test.skip(desk === null, 'needs Xvfb, xdotool and a whole Chromium')
  if (desk === null) return
  const { context, display } = desk
  test.slow()
  const page = context.pages()[0] ?? (await context.newPage())
  const reader = await context.newPage()
  await page.bringToFront()
  const her = herPhone(page, server)
  const code = await her.setUp()
  const devtools = await context.newCDPSession(page)
  const times: number[] = []
  for (let round = 0; round < rounds(3, 7); round++) {
    await redden(page)
    const [x, y] = await exitOnScreen(page)
    hand(display, 'mousemove', String(Math.round(x)), String(Math.round(y)))
    let pushed = 0
    const frames = await film(devtools, async () => {
      await beBusy(page)
      await pause(wait)
      pushed = Date.now()
      hand(display, 'click', '--repeat', '3', '--delay', '5', '7')
      await pause(busy + 300)
    })
    const at = await firstNotRed(reader, frames, pushed)
    if (at !== null) times.push(at - pushed)
    await expect(her.room).toHaveCount(0)
    await pause(700)
    await her.unlock(code)
  }
  info.annotations.push({ type: 'ms', description: times.map(Math.round).join(' ') })
  expect(times).toHaveLength(rounds(3, 7))
  expect(median(times)).toBeLessThan(busy / 4)
})
