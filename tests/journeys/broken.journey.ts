import { expect, type Page } from '@playwright/test'
import { herPhone, type HerPhone } from './driver.ts'
import { test, type Server } from './server.ts'

// Whatever may be wrong with one screen, her code opens the others.

/** From now on, and on pages that are loaded later, no field of several lines can be drawn. */
const breakFields = async (page: Page): Promise<void> => {
  const breaking = (): void => {
    document.createElementNS = new Proxy(document.createElementNS.bind(document), {
      apply: (make, page, given) => {
        if (given[1] === 'textarea') throw new RangeError('cannot be drawn')
        return Reflect.apply(make, page, given)
      },
    })
  }
  await page.addInitScript(breaking)
  await page.evaluate(breaking)
}

const beginStory = async (her: HerPhone): Promise<void> => {
  await her.tab('stories')
  await her.row(her.say('story.topic.latest')).click()
}

/** A new appointment, with nothing in it yet. */
const atAppointment = async (page: Page, server: Server): Promise<HerPhone> => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.tab('appointments')
  await her.tap(her.say('appointment.add'))
  return her
}

const isHome = (her: HerPhone): Promise<void> =>
  expect(her.room.getByRole('heading', { name: her.say('home.title') })).toBeVisible()

test('RETURN-400 a screen that breaks brings the calculator, and the code leads home instead of there', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  await breakFields(page)
  await beginStory(her)
  await expect(her.room).toHaveCount(0)
  await page.waitForTimeout(700)
  await her.unlock(code)
  await isHome(her)
})

test('RETURN-400 a screen that cannot be drawn any more when she comes back does not shut her out', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  await beginStory(her)
  await her.fill(her.say('story.text'), 'Det började när')
  await her.exit()
  await breakFields(page)
  await page.reload()
  await her.unlock(code)
  await isHome(her)
  await expect(her.row('Det började när')).toBeVisible()
})

test('RETURN-401 a date typed in a row, with an end before its beginning, keeps the form as it is', async ({
  page,
  server,
}) => {
  const her = await atAppointment(page, server)
  await her.room.locator('input[type=time]').first().fill('16:00')
  await her.tap(her.say('appointment.more'))
  await her.room.locator('input[type=time]').nth(1).fill('09:30')
  const day = her.room.locator('input[type=date]').first()
  await day.focus()
  await page.keyboard.type('20261123', { delay: 30 })
  await expect(her.room.locator('input[type=time]')).toHaveCount(2)
  expect(await day.inputValue()).toMatch(/^(\d{4}-\d\d-\d\d)?$/)
})

test('FORM-400 a year of two digits becomes one of this century once she goes on', async ({
  page,
  server,
}) => {
  const her = await atAppointment(page, server)
  const day = her.room.locator('input[type=date]').first()
  await day.fill('0026-11-23')
  await expect(day).toHaveValue('0026-11-23')
  await day.blur()
  await expect(day).toHaveValue('2026-11-23')
})

test('FORM-401 an appointment without a day says so at the day, which takes the focus', async ({
  page,
  server,
}) => {
  const her = await atAppointment(page, server)
  await her.tap(her.say('action.save'))
  const day = her.room.locator('input[type=date]').first()
  await expect(day).toBeFocused()
  await expect(day).toHaveAttribute('aria-invalid', 'true')
  await expect(day).toHaveAccessibleDescription(her.say('appointment.needsDate'))
  await her.fill(her.say('appointment.title'), 'Samtal')
  await her.tap(her.say('action.save'))
  await expect(day).toBeFocused()
})

/** As far as where a code is typed back, on a low screen. */
const atTyping = async (
  page: Page,
  server: Server,
  height: number,
  language?: string,
): Promise<HerPhone> => {
  await page.setViewportSize({ width: 360, height })
  const her = herPhone(page, server, language)
  await her.beginSetUp()
  return her
}

/** Where the keys begin and end, and where the exit begins, in pixels from above. */
const keysOf = async (page: Page) => {
  const keys = await page.locator('.room .keypad').boundingBox()
  const exit = await page.locator('.exit').boundingBox()
  if (!keys || !exit) throw new Error('not drawn')
  return { top: keys.y, bottom: keys.y + keys.height, exit: exit.y }
}

test('SETUP-500 on a low screen the exit lies over no key where a code is typed', async ({
  page,
  server,
}) => {
  await atTyping(page, server, 560)
  const { bottom, exit } = await keysOf(page)
  expect(bottom).toBeLessThanOrEqual(exit)
})

for (const language of ['sv', 'ar'])
  test(`SETUP-600 nor does it where another code was typed, and what is said of it stands above the keys (${language})`, async ({
    page,
    server,
  }) => {
    const her = await atTyping(page, server, 560, language)
    const before = await keysOf(page)
    await page.keyboard.type('999=')
    const told = her.room.getByRole('alert')
    await expect(told).toBeInViewport({ ratio: 1 })
    await expect.poll(async () => (await keysOf(page)).bottom).toBeLessThanOrEqual(before.exit)
    const said = await told.boundingBox()
    expect((said?.y ?? 0) + (said?.height ?? Infinity)).toBeLessThanOrEqual(
      (await keysOf(page)).top,
    )
    await page.keyboard.type('1')
    await expect(told).toHaveCount(0)
    await expect.poll(async () => (await keysOf(page)).bottom).toBeLessThanOrEqual(before.exit)
  })

test('SETUP-600 in text of twice the size each key can be brought above the exit, and what is said is in sight', async ({
  page,
  server,
}) => {
  const her = await atTyping(page, server, 640)
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  await page.keyboard.type('999=')
  await expect(her.room.getByRole('alert')).toBeInViewport({ ratio: 0.95 })
  const last = her.room.locator('.keypad button').last()
  await last.evaluate((key) => key.scrollIntoView({ block: 'end' }))
  const { bottom, exit } = await keysOf(page)
  expect(bottom).toBeLessThanOrEqual(exit)
})

test('FORM-402 the way out of a form says that what is typed is kept, as soon as something is', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.tab('contacts')
  await her.tap(her.say('contact.add'))
  await expect(her.button(her.say('action.cancel'))).toBeVisible()
  await her.fill(her.say('contact.organisation'), 'Polisen')
  await expect(her.button(her.say('action.cancel'))).toHaveCount(0)
  await her.tap(her.say('story.later'))
  await expect(her.button(her.say('contact.add')).first()).toBeVisible()
})

test('ERASE-400 what must be read before everything is erased stands in sight, also on a low screen', async ({
  page,
  server,
}) => {
  await page.setViewportSize({ width: 360, height: 640 })
  const her = herPhone(page, server)
  await her.setUp()
  await her.openSettings()
  await her.row(her.say('erase.title')).click()
  const heading = her.room.getByRole('heading', { name: her.say('erase.title') })
  await expect(heading).toBeFocused()
  await expect(heading).toBeInViewport({ ratio: 1 })
})
