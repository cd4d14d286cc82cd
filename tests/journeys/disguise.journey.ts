import { expect } from '@playwright/test'
import { herPhone } from './driver.ts'
import { test } from './server.ts'

const sums: readonly (readonly [keys: string, shown: string])[] = [
  ['0.1+0.2=', '0,3'],
  ['2+3*4=', '14'],
  ['200+10%=', '220'],
  ['50%', '0,5'],
  ['1234567*8=', '9 876 536'],
  ['1/3=', '0,333333333333333'],
  ['7-9=', '−2'],
  ['5*==', '125'],
]

test('JOURNEY-2 sums typed key by key are right, with the comma and the spaces of her locale', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.open()
  for (const [keys, shown] of sums) {
    await her.typeOnCalculator(`CC${keys}`)
    await expect(page.locator('#value'), keys).toHaveText(shown)
  }
})

test('JOURNEY-1 with the server gone the page loads again, adds up, and opens her record', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.addContact({ person: 'Kontakt i väntan' })
  await page.evaluate(async () => {
    const ready = await navigator.serviceWorker.ready
    return ready.active?.state
  })
  await her.keptWhole()
  await server.kill()
  await page.goto(server.app)
  await her.typeOnCalculator('2+3=')
  await expect(page.locator('#value')).toHaveText('5')
  await her.unlock(code)
  await her.tab('contacts')
  await expect(her.row('Kontakt i väntan')).toBeVisible()
  await her.tap(her.say('contact.fromDirectory'))
  await expect(her.row(her.say('directory.need.protection'))).toBeVisible()
})

test('JOURNEY-3 the link that ends in #start is erased from the address at once, and adds no step', async ({
  page,
  server,
}) => {
  await page.goto('about:blank')
  await page.goto(`${server.app}/#start`)
  const before = await page.evaluate(() => history.length)
  const her = herPhone(page, server)
  await expect(her.room).toBeVisible()
  expect(page.url()).toBe(`${server.app}/`)
  expect(await page.evaluate(() => history.state)).toBeNull()
  expect(before).toBeLessThanOrEqual(2)
  expect(await page.title()).toBe('Calculator')
})

test('JOURNEY-3 set-up by a sum, in Arabic, with a code typed wrong first', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server, 'ar')
  await her.open()
  await her.typeOnCalculator('1/0=1/0=1/0=')
  await her.room.getByRole('radio', { name: 'العربية' }).click()
  await expect(her.room).toHaveAttribute('dir', 'rtl')
  await her.tap(her.say('action.continue'))
  await expect(her.room).toContainText(her.say('limits.title'))
  await her.tap(her.say('action.continue'))
  await her.tap(her.say('setUp.code.next'))
  await page.keyboard.type('11+11+11+112=')
  await expect(her.room.getByRole('alert')).toBeVisible()
  await expect(her.room.getByRole('navigation')).toHaveCount(0)
})

test('JOURNEY-7 one touch shows the calculator as it looked at first, and locks', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.open()
  const atFirst = await page.screenshot()
  const code = await her.setUp()
  await her.addContact({ person: 'Kontakt som inte syns' })
  for (const tab of ['home', 'contacts', 'appointments', 'stories', 'shares']) {
    await her.tab(tab)
    await her.exit()
    await expect(page.locator('body')).not.toContainText('Kontakt som inte syns')
    expect(await page.screenshot({ animations: 'disabled' })).toEqual(atFirst)
    await her.unlock(code)
  }
})

test('JOURNEY-7 leaving in the middle of a sentence loses no word of it', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.tab('stories')
  await her.row(her.say('story.topic.latest')).click()
  await her.fill(her.say('story.text'), 'Det började när')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(her.room).toHaveCount(0)
  await page.waitForTimeout(700)
  await her.unlock(code)
  await expect(her.room.getByLabel(her.say('story.text'))).toHaveValue('Det började när')
})

test('JOURNEY-7 a window that is left is locked when she comes back', async ({ page, server }) => {
  const her = herPhone(page, server)
  await her.setUp()
  await page.evaluate(() => window.dispatchEvent(new Event('blur')))
  await expect(her.room).toHaveCount(0)
  await page.reload()
  await expect(her.room).toHaveCount(0)
})
