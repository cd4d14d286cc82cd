import { expect, type BrowserContext, type Page } from '@playwright/test'
import { telling } from '../rules/telling.ts'
import { rounds } from '../thorough.ts'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'

/** A sheet with something in it to write in or to choose. */
const openSheet = async (her: HerPhone): Promise<void> => {
  await her.tab('appointments')
  await her.tap(her.say('appointment.add'))
  await her.tap(her.say('appointment.someone'))
  await expect(her.room.getByRole('dialog')).toBeVisible()
}

const expectShut = async (page: Page, { room }: HerPhone): Promise<void> => {
  await expect(room).toHaveCount(0)
  await expect(page.locator('#value')).toHaveText('0')
  await expect(page.locator('#sum')).toHaveText('')
  await page.waitForTimeout(700)
}

test("EXIT-404 the browser's own watcher of Back leaves, also after one Escape that did not", async ({
  page,
  server,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'only Chromium has one')
  await page.addInitScript(() => {
    const real: unknown = Reflect.get(window, 'CloseWatcher')
    if (typeof real !== 'function') return
    const made: unknown[] = []
    const watched = new Proxy(real, {
      construct: (target, given) => {
        const one: object = Reflect.construct(target, given)
        made.push(one)
        return one
      },
    })
    Object.assign(window, { CloseWatcher: watched, backs: made })
  })
  /** What Android's Back does: it asks the newest watcher to close. */
  const back = (): Promise<void> =>
    page.evaluate(() => {
      const all: unknown = Reflect.get(window, 'backs')
      const last: unknown = Array.isArray(all) ? all.at(-1) : null
      const ask: unknown = Reflect.get(Object(last), 'requestClose')
      if (typeof ask !== 'function') throw new Error('nothing watches for Back')
      Reflect.apply(ask, last, [])
    })
  const her = herPhone(page, server)
  const code = await her.setUp()
  await back()
  await expectShut(page, her)
  await her.unlock(code)
  await page.keyboard.press('Escape')
  await page.waitForTimeout(1_200)
  await expect(her.room.getByRole('navigation')).toBeVisible()
  await back()
  await expectShut(page, her)
  expect(page.url()).toBe(`${server.app}/`)
})

test('EXIT-405 Escape twice and Shift three times leave from inside a sheet', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.addContact({ person: 'Handläggare Exempel' })
  await openSheet(her)
  for (let time = 0; time < 3; time += 1) await page.keyboard.press('Shift')
  await expectShut(page, her)
  await her.unlock(code)
  await openSheet(her)
  // The first one closes the sheet, and counts all the same.
  for (let time = 0; time < 2; time += 1) await page.keyboard.press('Escape')
  await expectShut(page, her)
})

test('EXIT-720 Escape twice leaves while the browser’s own picker of dates is open', async ({
  browserName,
  page,
  server,
}) => {
  test.skip(browserName === 'firefox', 'its driver has no keys for the picker')
  const her = herPhone(page, server)
  await her.setUp()
  await her.tab('appointments')
  await her.tap(her.say('appointment.add'))
  const date = her.room.getByLabel(her.say('appointment.date'), { exact: true })
  await date.click()
  await date.evaluate((field) => field instanceof HTMLInputElement && field.showPicker())
  await page.waitForTimeout(500)
  for (let time = 0; time < 2; time += 1) await page.keyboard.press('Escape')
  await expectShut(page, her)
})

test('EXIT-406 one to five taps of a finger leave once and press no key', async ({
  browser,
  browserName,
  server,
}) => {
  test.skip(browserName === 'firefox', 'its driver has no finger')
  test.slow()
  const touch = { hasTouch: true, viewport: { width: 390, height: 844 }, locale: 'sv-SE' }
  const context = await browser.newContext(touch)
  const page = await context.newPage()
  const her = herPhone(page, server)
  const code = await her.setUp()
  for (const taps of rounds(2, 5) === 5 ? [1, 2, 3, 4, 5] : [1, 5]) {
    const box = await her.room.locator('.exit').boundingBox()
    if (!box) throw new Error('no exit on the screen')
    for (let tap = 0; tap < taps; tap += 1) {
      await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
    }
    await expectShut(page, her)
    await her.unlock(code)
  }
  await context.close()
})

/** What has the focus at each press of Tab, until it comes round; a dot where the page has none. */
const stopsOf = async (page: Page): Promise<readonly string[]> => {
  const stops: string[] = []
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab')
    stops.push(
      await page.evaluate(() => {
        const here = document.activeElement
        if (!here || here === document.body) return '.'
        const inside = here.closest('#tool') ? '' : 'outside '
        return inside + (here.ariaLabel ?? here.textContent ?? '')
      }),
    )
  }
  return stops
}

test('EXIT-407 after leaving, the focus and what is said know only the calculator', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ person: 'Handläggare Exempel', organisation: 'Socialtjänsten' })
  await her.exit()
  const stops = await stopsOf(page)
  expect(stops.filter((stop) => stop.startsWith('outside'))).toEqual([])
  expect(stops.filter((stop) => stop !== '.').length).toBeGreaterThan(20)
  const spoken = await page.locator('body').ariaSnapshot()
  expect(telling(`${stops.join('\n')}\n${spoken}`)).toEqual([])
  const live = page.locator('[aria-live], [role="status"], [role="alert"]')
  expect((await live.allTextContents()).join('')).toBe('')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`EXIT-408 on its side and ${colorScheme}, the picture after leaving is that of a cold start`, async ({
    page,
    server,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 844, height: 390 })
    const her = herPhone(page, server)
    await her.open()
    await page.waitForTimeout(800)
    const atFirst = await page.screenshot({ animations: 'disabled' })
    await her.setUp()
    await expect(her.room.locator('.exit')).toBeInViewport({ ratio: 1 })
    await her.exit()
    expect(await page.screenshot({ animations: 'disabled' })).toEqual(atFirst)
  })
}

/** Milliseconds from a press of Escape to the first frame with the calculator in front. The page says them
 * by itself: while another page is on its way, its driver can ask it nothing. */
const timeExit = async (page: Page): Promise<number> => {
  const heard = page.waitForEvent('console', (message) => message.text().startsWith('took '))
  await page.evaluate(() => {
    const tool = document.querySelector('#tool')
    let isSaid = false
    const look = (pressed: number) => (): void => {
      if (isSaid || tool?.classList.contains('aside') !== false) return
      isSaid = true
      requestAnimationFrame(() => console.info(`took ${performance.now() - pressed}`))
    }
    const onKey = ({ timeStamp }: Event): void => {
      if (tool) new MutationObserver(look(timeStamp)).observe(tool, { attributeFilter: ['class'] })
    }
    window.addEventListener('keydown', onKey, { capture: true, once: true })
  })
  for (let time = 0; time < 2; time += 1) await page.keyboard.press('Escape')
  return Number((await heard).text().slice('took '.length))
}

/** A page that takes five seconds to say nothing. */
const slowSite = async (context: BrowserContext): Promise<void> => {
  await context.route(/wikipedia/, async (route) => {
    await new Promise((done) => setTimeout(done, 5_000))
    await route.abort().catch(() => undefined)
  })
}

/** Some exits with a network and some without, each from an open record. */
const withAndWithout = async (her: HerPhone, code: string) => {
  const [plain, offline]: [number[], number[]] = [[], []]
  await her.keptWhole()
  for (let round = 0; round < rounds(2, 3); round += 1) {
    for (const times of [plain, offline]) {
      await her.page.context().setOffline(times === offline)
      times.push(await timeExit(her.page))
      await expect(her.room).toHaveCount(0)
      await her.page.context().setOffline(false)
      await her.page.waitForTimeout(700)
      await her.unlock(code)
    }
  }
  return { plain, offline }
}

test('SITE-400 she leaves as fast without a network, and before a page that takes five seconds to answer', async ({
  page,
  server,
  context,
}, info) => {
  test.slow()
  await slowSite(context)
  const her = herPhone(page, server)
  const code = await her.setUp()
  const { plain, offline } = await withAndWithout(her, code)
  await her.tab('home')
  await her.tap(her.say('home.settings'))
  await her.room.getByRole('radio', { name: 'www.wikipedia.org' }).click()
  // The second Escape comes a moment after the first, in all of them alike.
  const most = 2 * Math.max(...plain) + 34
  const slow = [await timeExit(page)]
  // One round may meet what else the machine does; five in a row do not.
  for (let round = 0; round < 4 && Math.min(...slow) > most; round += 1) {
    await her.open()
    await her.unlock(code)
    slow.push(await timeExit(page))
  }
  const shown = JSON.stringify({ plain, offline, slow })
  info.annotations.push({ type: 'ms', description: shown })
  expect(Math.min(...offline), shown).toBeLessThanOrEqual(most)
  expect(Math.min(...slow), shown).toBeLessThanOrEqual(most)
})
