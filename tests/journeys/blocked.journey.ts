import { expect, type BrowserContext, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { median } from '../bench/figures.ts'
import { film, firstNotRed } from '../bench/screen.ts'
import { hand, hasDesk, startScreen, wholeChromium } from './desk.ts'
import { herPhone } from './driver.ts'
import { test as base } from './server.ts'
import { rounds } from '../thorough.ts'

// A page that is busy hears nothing. The driver's own input waits for the page, so a real pointer on
// a real (though unseen) screen is needed: Xvfb and xdotool, where a machine has them.

/** How long the page is busy, and how long after that began she leaves, in ms. */
const [busy, wait] = [1_500, 250]

const test = base.extend<{ desk: { context: BrowserContext; display: string } | null }>({
  desk: async ({ playwright }, use, { project }) => {
    if (!hasDesk()) return use(null)
    const { server, display } = await startScreen()
    const folder = mkdtempSync(join(tmpdir(), 'samlad-screen-'))
    const context = await playwright.chromium.launchPersistentContext(folder, {
      ...project.use.launchOptions,
      executablePath: wholeChromium,
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

/** The least that a page needs for being pushed aside: what the machine itself takes for it. */
const bare = `<style>
  body { timeline-scope: --away }
  div { position: fixed; inset: 0; background: #c00 }
  .cover { background: #fff; animation: return linear both; animation-timeline: --away;
    animation-range: 0 24px }
  @keyframes return { from { transform: translateY(-100%) } to { transform: none } }
  .strip { inset: auto auto 16px 16px; width: 120px; height: 64px; background: #fff;
    overflow: auto hidden; scroll-timeline: --away inline; display: grid;
    grid-template-columns: 100% 100% }
</style><div></div><div class="cover"></div>
<div class="strip"><button class="exit">Leave</button><i></i></div>`

/** Where the middle of the exit is on the screen. */
const exitOnScreen = (page: Page): Promise<readonly [number, number]> =>
  page.locator('.exit').evaluate((button) => {
    const { left, top, width, height } = button.getBoundingClientRect()
    const bar = window.outerHeight - window.innerHeight
    return [window.screenX + left + width / 2, window.screenY + bar + top + height / 2] as const
  })

type Desk = { readonly context: BrowserContext; readonly display: string; readonly reader: Page }

/** Milliseconds from the push to the first picture without red, while the page is busy. */
const pushAside = async ({ context, display, reader }: Desk, page: Page): Promise<number> => {
  const [x, y] = await exitOnScreen(page)
  hand(display, 'mousemove', String(Math.round(x)), String(Math.round(y)))
  let pushed = 0
  const frames = await film(await context.newCDPSession(page), async () => {
    await beBusy(page)
    await pause(wait)
    pushed = Date.now()
    hand(display, 'click', '--repeat', '3', '--delay', '5', '7')
    await pause(busy + 300)
  })
  const at = await firstNotRed(reader, frames, pushed)
  return at === null ? Infinity : at - pushed
}

const pushBare = async (desk: Desk, page: Page): Promise<number> => {
  await page.bringToFront()
  await page.setContent(bare)
  return pushAside(desk, page)
}

test('EXIT-13 a page that is busy for a second and a half still lets itself be pushed aside', async ({
  desk,
  server,
}, info) => {
  test.skip(desk === null, 'needs Xvfb, xdotool and a whole Chromium')
  if (desk === null) return
  test.setTimeout(300_000)
  const { context } = desk
  const page = context.pages()[0] ?? (await context.newPage())
  const [reader, other] = [await context.newPage(), await context.newPage()]
  await page.bringToFront()
  const her = herPhone(page, server)
  const code = await her.setUp()
  const [times, control]: [number[], number[]] = [[], []]
  await her.exit()
  for (let round = 0; round < rounds(3, 5, 9); round++) {
    control.push(await pushBare({ ...desk, reader }, other))
    await her.unlock(code)
    await redden(page)
    times.push(await pushAside({ ...desk, reader }, page))
    await expect(her.room).toHaveCount(0)
    await pause(700)
  }
  const shown = [times, control].map((all) => all.map(Math.round).join(' ')).join(', bare ')
  info.annotations.push({ type: 'ms', description: shown })
  expect(median(times), shown).toBeLessThanOrEqual(Math.max(150, 1.5 * median(control)))
})
