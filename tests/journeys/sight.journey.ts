import { expect, type Page } from '@playwright/test'
import { herPhone } from './driver.ts'
import { test } from './server.ts'

// A desktop has no keyboard on its screen. What a page learns of one is the part of it that is seen: here
// that is told to it, or made smaller by a real pinch.

/** The height of a usual keyboard, with its row of suggestions. */
const keyboard = 336

/** As iOS does it: the page keeps its size, the part that is seen becomes lower and may move down. */
const coverFoot = (page: Page, by: number, moved = 0): Promise<void> =>
  page.evaluate(
    ([covered, down]) => {
      const seen = window.visualViewport
      if (!seen) throw new Error('this browser does not say what is seen')
      const height = window.innerHeight - covered
      Object.defineProperty(seen, 'height', { configurable: true, value: height })
      Object.defineProperty(seen, 'offsetTop', { configurable: true, value: down })
      seen.dispatchEvent(new Event(down > 0 ? 'scroll' : 'resize'))
    },
    [by, moved] as const,
  )

/** How far the foot of each is above the end of what is seen, in CSS pixels. */
const airBelow = (page: Page, names: readonly string[]): Promise<readonly number[]> =>
  page.evaluate((all) => {
    const { height = 0, offsetTop = 0 } = window.visualViewport ?? {}
    return all.map((name) => {
      const found = document.querySelector(name)
      if (!found) throw new Error(`there is no ${name}`)
      return offsetTop + height - found.getBoundingClientRect().bottom
    })
  }, names)

const expectInSight = async (page: Page, names: readonly string[]): Promise<void> => {
  for (const [at, air] of (await airBelow(page, names)).entries()) {
    expect(air, names[at]).toBeGreaterThanOrEqual(4)
    // By the keyboard, not somewhere in her text: a thumb finds it without looking.
    expect(air, names[at]).toBeLessThan(120)
  }
}

test('EXIT-400 the exit, the main action and a message stand above a keyboard that covers the page', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await page.goto(`${server.app}/#start`)
  await expect(her.room.locator('.exit')).toBeVisible()
  await coverFoot(page, keyboard)
  await expectInSight(page, ['.exit'])
  await coverFoot(page, 0)
  await her.setUp()
  const low = await airBelow(page, ['.exit'])
  await coverFoot(page, keyboard)
  await her.addContact({ organisation: 'Kommunen', person: 'Handläggare Exempel' })
  await expectInSight(page, ['.exit', '.toast'])
  await her.tab('contacts')
  await expectInSight(page, ['.exit', '.dock'])
  await coverFoot(page, keyboard, 90)
  await expectInSight(page, ['.exit', '.dock'])
  await coverFoot(page, 0)
  expect(await airBelow(page, ['.exit'])).toEqual(low)
})

test('EXIT-400 a field that is written in is not beneath the exit above the keyboard', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.tab('contacts')
  await her.tap(her.say('contact.add'))
  await coverFoot(page, keyboard)
  const last = her.room.locator('.page').locator('input, textarea').last()
  await last.focus()
  await last.evaluate((field) => field.scrollIntoView({ block: 'end' }))
  const [end = 0] = await airBelow(page, ['.exit'])
  const bottom = await last.evaluate((field) => field.getBoundingClientRect().bottom)
  const { height } = (await her.room.locator('.exit').boundingBox()) ?? { height: 0 }
  expect(844 - keyboard - bottom).toBeGreaterThanOrEqual(end + height)
})

test('EXIT-401 what a keyboard covered leaves no trace on the disguise, and no listener', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.open()
  const cold = await page.screenshot()
  const code = await her.setUp()
  await coverFoot(page, keyboard)
  await her.exit()
  await coverFoot(page, keyboard + 1)
  expect(await page.evaluate(() => document.querySelectorAll('[style*="--rise"]').length)).toBe(0)
  expect((await page.screenshot()).equals(cold)).toBe(true)
  await her.unlock(code)
  await expectInSight(page, ['.exit'])
})

test('EXIT-400 a page made larger by two fingers keeps the exit in the part that is seen', async ({
  browser,
  server,
  browserName,
}) => {
  const phone = { isMobile: true, hasTouch: true, viewport: { width: 390, height: 844 } }
  test.skip(browserName !== 'chromium', 'a pinch needs Chromium')
  const context = await browser.newContext({ ...phone, locale: 'sv-SE' })
  const page = await context.newPage()
  await herPhone(page, server).setUp()
  const hand = await context.newCDPSession(page)
  await hand.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1.6 })
  await expect.poll(() => page.evaluate(() => window.visualViewport?.height ?? 0)).toBeLessThan(600)
  await expect(async () => expectInSight(page, ['.exit'])).toPass()
  await context.close()
})

test('EXIT-402 each page asks that a keyboard makes it smaller instead of covering it', async ({
  page,
  server,
}) => {
  for (const name of ['', 'convert.html', 'timer.html']) {
    await page.goto(`${server.app}/${name}`)
    const asked = page.locator('meta[name="viewport"]')
    await expect(asked).toHaveAttribute('content', /(^|, )interactive-widget=resizes-content(,|$)/)
  }
})

test('EXIT-420 nothing of the disguise is seen while the room is open, however wide the exit is', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server, 'ar')
  await her.setUp()
  const clip = { x: 0, y: 0, width: 390, height: 120 }
  const style = (selector: string, name: string, value: string) =>
    page.locator(selector).evaluate(
      (element, to) => {
        if (element instanceof HTMLElement) element.style.setProperty(to.name, to.value)
      },
      { name, value },
    )
  /** Whether the screen is the same without the disguise; what still moves makes it another for a moment. */
  const same = async (): Promise<boolean> => {
    const shown = await page.screenshot({ clip })
    await style('#tool', 'visibility', 'hidden')
    const alone = await page.screenshot({ clip })
    await style('#tool', 'visibility', '')
    return shown.equals(alone)
  }
  // Written from right to left, a strip whose width is no whole number lies a part of a pixel off.
  for (const width of [148, 148.2, 148.4, 148.6, 148.8]) {
    await style('.exit', 'width', `${width}px`)
    await expect.poll(same, `${width} px`).toBe(true)
  }
})
