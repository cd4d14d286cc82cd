import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { telling } from '../rules/telling.ts'
import { disguises, herPhone, type Disguise } from './driver.ts'
import { test } from './server.ts'

// What every disguise promises, in each of them.

const titles: Readonly<Record<Disguise, string>> = {
  '': 'Calculator',
  'convert.html': 'Units',
  'timer.html': 'Timer',
}

/** A first code, a wrong one and three times the sum that begins the set-up. */
const beginning: Readonly<Record<Disguise, string>> = {
  '': '1/0=1/0=1/0=',
  'convert.html': '0+0=0+0=0+0=',
  'timer.html': '0+0=0+0=0+0=',
}

/** Everything that a screen reader may say. */
const spokenOn = (page: Page): Promise<string> => page.locator('body').ariaSnapshot()

const kept = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    const names = await caches.keys()
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return all.flat().some(({ url }) => url.endsWith('/data/se.json'))
  })

for (const disguise of disguises) {
  const name = titles[disguise]

  test(`JOURNEY-15 ${name}: after leaving, the picture is the one at first, and the code comes back`, async ({
    page,
    server,
  }) => {
    const her = herPhone(page, server, 'sv', disguise)
    await her.open()
    await page.waitForTimeout(500)
    const atFirst = await page.screenshot({ animations: 'disabled' })
    const code = await her.setUp()
    await her.exit()
    expect(await page.screenshot({ animations: 'disabled' })).toEqual(atFirst)
    await her.unlock(code)
    await her.addContact({ person: 'Kontakt som inte syns' })
    await her.exit()
    expect(await page.screenshot({ animations: 'disabled' })).toEqual(atFirst)
    expect(await page.title()).toBe(name)
    expect(page.url()).toBe(`${server.app}/${disguise}`)
    await expect(page.locator('body')).not.toContainText('Kontakt som inte syns')
  })

  test(`JOURNEY-15 ${name}: the set-up begins by what is typed on it`, async ({ page, server }) => {
    const her = herPhone(page, server, 'sv', disguise)
    await her.open()
    await her.typeOnCalculator(beginning[disguise])
    await expect(her.room).toBeVisible()
  })

  test(`JOURNEY-16 ${name}: it comes without a network`, async ({ page, server }) => {
    const her = herPhone(page, server, 'sv', disguise)
    await her.open()
    await expect.poll(() => kept(page)).toBe(true)
    await server.kill()
    await page.goto(`${server.app}/${disguise}`)
    await her.typeOnCalculator('12')
    await expect(page.locator('#value')).toHaveText(disguise === 'timer.html' ? '0:12' : '12')
  })

  for (const language of ['sv', 'ar']) {
    test(`JOURNEY-17 ${name}: nothing tells in ${language}, and a checker finds nothing to mend`, async ({
      browser,
      server,
    }) => {
      const context = await browser.newContext({ locale: language })
      const page = await context.newPage()
      const her = herPhone(page, server, language, disguise)
      await her.open()
      await page.waitForTimeout(500)
      await her.typeOnCalculator('12+3=')
      const spoken = await spokenOn(page)
      expect(spoken).toContain('button')
      expect(telling(spoken)).toEqual([])
      const checker = new AxeBuilder({ page }).setLegacyMode()
      const { violations } = await checker
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([])
      for (const size of [
        { width: 320, height: 568 },
        { width: 844, height: 390 },
      ]) {
        await page.setViewportSize(size)
        const aside = await page
          .locator('#tool')
          .evaluate((tool) => tool.scrollWidth - tool.clientWidth)
        expect(aside, `${size.width}`).toBe(0)
      }
      await context.close()
    })
  }
}

test('CALC-401 on a phone with Arabic digits keys, display and code have them, and the code opens', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ locale: 'ar-EG' })
  const page = await context.newPage()
  const her = herPhone(page, server, 'ar')
  await her.open()
  await expect(page.locator('#keys [data-key="7"]')).toHaveText('٧')
  // A key that this machine's keyboard does not have, as a browser tells of it.
  await page.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: '٣' })))
  await page.keyboard.type('+4=')
  await expect(page.locator('#value')).toHaveText('٧')
  await her.typeOnCalculator('C12.5+3*')
  const places = await page.locator('#sum').evaluate((line) => {
    const range = document.createRange()
    return Array.from(line.textContent ?? '', (_, at) => {
      if (line.firstChild) range.setStart(line.firstChild, at)
      if (line.firstChild) range.setEnd(line.firstChild, at + 1)
      return range.getBoundingClientRect().left
    })
  })
  expect(places.length).toBeGreaterThan(8)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  await her.typeOnCalculator('CC')
  await page.keyboard.type('(1-1)(5+2)=')
  await expect(page.locator('#value')).toHaveText('٠')
  const code = await her.setUp()
  expect(code).toMatch(/^[\d.+\-*/]+$/)
  await her.exit()
  await her.unlock(code)
  await context.close()
})

test('JOURNEY-15 what one disguise keeps, another one opens', async ({ page, server }) => {
  const code = await herPhone(page, server, 'sv', 'timer.html').setUp()
  const other = herPhone(page, server, 'sv', 'convert.html')
  await other.open()
  await other.unlock(code)
})

test('JOURNEY-20 the converter adds up, and converts what it has added up', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server, 'sv', 'convert.html')
  await her.open()
  await page.waitForTimeout(800)
  await her.typeOnCalculator('2.5+3=')
  await expect(page.locator('#value')).toHaveText('5,5')
  await expect(page.locator('#result')).toHaveText('3,41754155730534')
  await page.locator('#kind').selectOption({ label: 'Temperatur' })
  await her.typeOnCalculator('CC100')
  await expect(page.locator('#result')).toHaveText('212')
  await page.locator('#swap').click()
  await expect(page.locator('#result')).toHaveText('37,7777777777778')
})

test('JOURNEY-20 the timer runs to its end and says so, and the stopwatch has laps', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server, 'sv', 'timer.html')
  await her.open()
  await page.waitForTimeout(500)
  await her.typeOnCalculator('1+1=')
  await expect(page.locator('#sum')).toHaveText('1 / 2')
  await expect(page.locator('#sum')).toHaveText('2 / 2')
  await expect(page.locator('#said')).toHaveText('Tiden är ute')
  await expect(page.locator('#value')).toHaveText('0:00')
  for (const key of ['watch', '=', 'L', 'L']) {
    await page.locator(`#tool [data-key="${key}"]`).click()
  }
  await expect(page.locator('#laps li')).toHaveCount(2)
})

test('TIMER-400 the end of a timer is seen until the next key', async ({ page, server }) => {
  const her = herPhone(page, server, 'sv', 'timer.html')
  await her.open()
  await page.waitForTimeout(500)
  await her.typeOnCalculator('1=')
  const line = page.locator('#sum')
  await expect(line).toHaveText('Tiden är ute')
  await expect(line).toBeVisible()
  // In the colour of the key that starts, not in the faint one that the line has else.
  const start = page.locator('#tool [data-key="="]')
  const colour = await start.evaluate((key) => getComputedStyle(key).backgroundColor)
  await expect(line).toHaveCSS('color', colour)
  await her.typeOnCalculator('5')
  await expect(line).toHaveText('')
})

test('TIMER-401 a code opens over timers of many months', async ({ page, server }) => {
  const her = herPhone(page, server, 'sv', 'timer.html')
  const code = await her.setUp()
  await her.exit()
  await page.waitForTimeout(700)
  await her.typeOnCalculator('9999999+9999999+9999999=')
  await expect(page.locator('#sum')).toHaveText('1 / 3')
  await her.typeOnCalculator(`${code}=`)
  await expect(her.room.getByRole('navigation')).toBeVisible()
  await her.exit()
  await expect(page.locator('#sum')).toHaveText('1 / 3')
})

test('TIMER-7 what ran before the code was typed runs on behind her pages, and after leaving', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server, 'sv', 'timer.html')
  const code = await her.setUp()
  await her.exit()
  const key = (name: string) => page.locator(`#tool [data-key="${name}"]`).click()
  await key('watch')
  await key('=')
  await key('timer')
  await her.typeOnCalculator('15900=')
  await her.typeOnCalculator(code)
  await expect(page.locator('#sum')).toContainText(/^\(2:3\d:\d\d\)/)
  await key('=')
  await expect(her.room.getByRole('navigation')).toBeVisible()
  await her.exit()
  await expect(page.locator('#value')).toHaveText(/^2:3\d:\d\d$/)
  await expect(page.locator('#sum')).toHaveText('')
  await her.typeOnCalculator('C')
  await expect(page.locator('#value')).toHaveText('0:00')
  await key('watch')
  await expect(page.locator('#value')).toHaveText(/^[1-9]?\d:[0-5]\d,\d$/)
  await expect(page.locator('#value')).not.toHaveText('0:00,0')
})
