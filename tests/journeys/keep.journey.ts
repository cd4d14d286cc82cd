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
