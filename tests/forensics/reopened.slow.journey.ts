import { chromium, expect, type Browser, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { hand, hasDesk, startScreen, wholeChromium } from '../journeys/desk.ts'
import { herPhone } from '../journeys/driver.ts'
import { test as base } from '../journeys/server.ts'
import { beginStory, setUpBySum } from './day.ts'
import { plant } from './planted.ts'

// A browser that the driver starts brings no tab back: so it is started here as a person starts it, on a
// real screen, and the driver only looks on.

type Desk = {
  readonly start: (address: string) => Promise<void>
  /** The tab at this address, once it is there; `again` is done until it is. */
  readonly tabAt: (address: string, again?: () => void) => Promise<Page>
  /** Waits until no tab stands at this address. */
  readonly closed: (address: string) => Promise<void>
  /** Presses keys as the system's keyboard does. */
  readonly press: (keys: string) => void
}

/** The browser writes the port that it listens on into its folder. */
const portIn = async (folder: string): Promise<number> => {
  const path = join(folder, 'DevToolsActivePort')
  await expect
    .poll(() => existsSync(path) && readFileSync(path, 'utf8').includes('\n'), { timeout: 30_000 })
    .toBe(true)
  return Number(readFileSync(path, 'utf8').split('\n')[0])
}

/** Whether the browser itself says that a tab stands at this address. */
const isListed = async (port: number, address: string): Promise<boolean> =>
  (await (await fetch(`http://127.0.0.1:${port}/json/list`)).text()).includes(`"${address}/"`)

/** Whoever connects while a tab is being made may wait for it for ever: once more, then. */
const connect = (port: number, tries = 4): Promise<Browser> =>
  chromium
    .connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 15_000 })
    .catch((error: unknown) => {
      if (tries <= 1) throw error
      return connect(port, tries - 1)
    })

const tabIn = async (
  port: number,
  address: string,
  again = (): void => undefined,
): Promise<Page> => {
  const look = async (): Promise<boolean> => {
    const isThere = await isListed(port, address)
    if (!isThere) again()
    return isThere
  }
  await expect.poll(look, { timeout: 40_000, intervals: [3_000] }).toBe(true)
  await pause(1_000)
  const browser = await connect(port)
  const pages = browser.contexts().flatMap((context) => context.pages())
  const page = pages.find((one) => one.url().startsWith(address))
  if (!page) throw new Error('the driver does not see the tab')
  return page
}

const ended = async (child: ChildProcess | null): Promise<void> => {
  if (child === null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const always = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--password-store=basic']
const place = ['--lang=sv', '--window-position=0,0', '--window-size=500,960']

const startIn = async (folder: string, display: string, address: string): Promise<ChildProcess> => {
  const args = [...always, ...place, `--user-data-dir=${folder}`, '--remote-debugging-port=0']
  const env = { ...process.env, DISPLAY: display }
  const child = spawn(wholeChromium, [...args, address], { stdio: 'ignore', env })
  await portIn(folder)
  return child
}

const test = base.extend<{ desk: Desk | null }>({
  desk: async ({ browserName }, use) => {
    if (browserName !== 'chromium' || !hasDesk()) return use(null)
    const { server, display } = await startScreen()
    const folder = mkdtempSync(join(tmpdir(), 'samlad-reopened-'))
    let child: ChildProcess | null = null
    await use({
      start: async (address) => {
        child = await startIn(folder, display, address)
      },
      tabAt: async (address, again) => tabIn(await portIn(folder), address, again),
      closed: async (address) => {
        const port = await portIn(folder)
        await expect.poll(() => isListed(port, address), { timeout: 20_000 }).toBe(false)
      },
      press: (keys) => hand(display, 'mousemove', '250', '500', 'click', '1', 'key', keys),
    })
    await ended(child)
    server.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

const showsOnlyTheTool = async (page: Page, address: string): Promise<void> => {
  await expect(page.locator('#value')).toHaveText('0')
  await expect(page.locator('.room')).toHaveCount(0)
  await page.waitForTimeout(1_000)
  await expect(page.locator('#room')).toBeEmpty()
  expect([page.url(), await page.title()]).toEqual([`${address}/`, 'Calculator'])
}

test('FORENSIC-17 a closed tab that the browser itself reopens shows the calculator alone', async ({
  desk,
  server,
}) => {
  test.skip(desk === null, 'needs Xvfb, xdotool and a whole Chromium')
  if (desk === null) return
  test.setTimeout(240_000)
  const planted = plant()
  await desk.start(`${server.app}/`)
  const page = await desk.tabAt(server.app)
  const day = { her: herPhone(page, server), planted }
  await setUpBySum(day)
  await beginStory(day, 'before')
  await page.context().newPage()
  await page.bringToFront()
  await page.waitForTimeout(1_500)
  await page.close()
  await desk.closed(server.app)
  const again = await desk.tabAt(server.app, () => desk.press('ctrl+shift+t'))
  await showsOnlyTheTool(again, server.app)
  expect(await again.evaluate(() => history.length)).toBeLessThanOrEqual(2)
})
