import { expect } from '@playwright/test'
import { herPhone } from './driver.ts'
import { test } from './server.ts'

test('JOURNEY-2 a code is hers: it opens the record, and anything else is a sum', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.addContact({ organisation: 'Socialtjänsten Fiktiv', phones: '031-3900601' })
  await her.exit()
  await her.typeOnCalculator('C12*3456=')
  await expect(page.locator('#value')).toHaveText('41 472')
  await expect(her.room).toHaveCount(0)
  await her.unlock(code)
  await her.tab('contacts')
  await expect(her.row('Socialtjänsten Fiktiv')).toBeVisible()
})

test('KEEP-460 a choice in the settings is taken back by a touch, and so is what it did', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  const tabs = her.room.getByRole('navigation').getByRole('button')
  const undo = her.button(her.say('action.undo'))
  await her.tab('home')
  await her.tap(her.say('home.settings'))
  await her.room.getByRole('checkbox', { name: her.say('setting.plain') }).click()
  await expect(tabs).toHaveCount(3)
  await undo.click()
  await expect(tabs).toHaveCount(5)
  await expect(undo).toHaveCount(0)
  await her.room.getByRole('radio', { name: 'English' }).click()
  await her.button('Undo').click()
  await expect(her.room.getByRole('heading', { name: her.say('setting.title') })).toBeVisible()
  await expect(her.room.getByRole('radio', { name: 'Svenska' })).toBeChecked()
})
