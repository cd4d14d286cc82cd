import { expect } from '@playwright/test'
import { herPhone } from './driver.ts'
import { test } from './server.ts'

test('OPENING-3 the decoy tells of her openings as its own, and of a wrong sum as one', async ({
  page,
  server,
}) => {
  test.slow()
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.makeDecoy('847193', code)
  await her.exit()
  for (let n = 0; n < 3; n++) {
    await her.unlock(code)
    await expect(her.room.getByRole('heading', { level: 1 })).toBeVisible()
    await her.exit()
  }
  // Of sums typed while one is on trial only the last is looked at.
  await page.waitForTimeout(2_500)
  await her.typeOnCalculator('C999999*7=')
  await expect(page.locator('#value')).toHaveText(/^6\D?999\D?993$/)
  await page.waitForTimeout(2_500)
  await her.unlock(code)
  await her.exit()

  await her.unlock('847193')
  await her.openSettings()
  await her.row(her.say('opening.title')).click()
  const rowsOf = (label: string) =>
    her.room.getByRole('list', { name: her.say(label) }).getByRole('listitem')
  await expect(rowsOf('opening.tries')).toHaveCount(1)
  await expect(rowsOf('opening.openings')).toHaveCount(5)
})
