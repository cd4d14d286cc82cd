import { expect } from '@playwright/test'
import { join } from 'node:path'
import { herPhone } from './driver.ts'
import { test } from './server.ts'

const contacts = join(import.meta.dirname, '../demo/contacts.vcf')

test('SHARING-491 a search among the parts finds what stands far below, and a part found so goes along', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { room, say, tap } = her
  await her.setUp()
  await her.bringIn('contacts', contacts)
  await room.getByRole('checkbox', { name: say('import.all', { count: 40 }) }).click()
  await tap(say('import.add', { count: 40 }))
  await her.beginParts('social', [])
  const rows = room.locator('.part-group').getByRole('checkbox')
  await expect(rows.nth(25)).toBeAttached()
  // By its address, which stands in no row.
  await room.getByRole('search').locator('input').fill('asa.exempelsson@kommun')
  await expect(rows).toHaveCount(1)
  await rows.click()
  await tap(say('action.continue'))
  await expect(room).toContainText('Åsa Exempelsson')
})
