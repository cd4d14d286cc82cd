import { expect } from '@playwright/test'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'

const patient = { timeout: 30_000 }

const opensNothing = async (her: HerPhone, code: string): Promise<void> => {
  await her.typeOnCalculator(`C${code}=`)
  // As long as a right code takes, and longer.
  await her.page.waitForTimeout(2_500)
  await expect(her.room).toHaveCount(0)
}

test('ERASE-3 after erasing everything it is a first visit, and no old code opens', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.addContact({ person: 'Kontakt 1' })
  const begun = page.waitForEvent('load')
  await her.eraseAll()
  await begun
  await expect(page.locator('#value')).toHaveText('0')
  await expect(her.room).toHaveCount(0)
  await opensNothing(her, code)
  expect(await her.filesKept()).toEqual(['data.bin'])
  await her.setUp()
  await her.tab('contacts')
  await expect(her.room).not.toContainText('Kontakt 1')
})

test('ERASE-600 when the file of photos is held she is told so and what to do, and it goes when it is let go', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  const letGo = await her.holdFile('more.bin')
  await her.eraseAll()
  await expect(her.room).toContainText(her.say('erase.left.files'), patient)
  await expect(her.room).toContainText(her.say('erase.left.what'))
  await expect(her.button(her.say('action.back'))).toHaveCount(0)
  await expect(her.room.getByRole('navigation')).toHaveCount(0)
  await her.tap(her.say('setUp.again'))
  await expect(her.room).not.toContainText(her.say('erase.left.files'))
  await expect(her.room).toContainText(her.say('erase.left.files'), patient)
  await letGo()
  const begun = page.waitForEvent('load')
  await her.tap(her.say('setUp.again'))
  await begun
  await expect(page.locator('#value')).toHaveText('0')
  await opensNothing(her, code)
  expect(await her.filesKept()).toEqual(['data.bin'])
})

test('VAULT-601 who leaves instead finds nothing of it after the next start', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.holdFile('more.bin')
  await her.eraseAll()
  await expect(her.room).toContainText(her.say('erase.left.title'), patient)
  await her.exit()
  expect(await her.filesKept()).toContain('more.bin')
  await page.reload()
  await opensNothing(her, code)
  expect(await her.filesKept()).toEqual(['data.bin'])
})
