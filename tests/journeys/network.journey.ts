import { expect } from '@playwright/test'
import { join } from 'node:path'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'

const demo = join(import.meta.dirname, '../demo')

const fromDirectory = async (her: HerPhone, need: string, name: string): Promise<void> => {
  await her.tab('contacts')
  await her.tap(her.say('contact.fromDirectory'))
  await her.row(her.say(`directory.need.${need}`)).click()
  await her.row(name).click()
  await her.tap(her.say('directory.add'))
}

test('NETWORK-3 8-50 contacts in silos, falling between chairs: everyone in one picture, and in words', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await fromDirectory(her, 'protection', 'Polisen 114 14')
  await fromDirectory(her, 'children', 'Barnahus')
  await her.row(her.say('contact.links.title')).click()
  await her.tap(her.say('contact.links.kind.waits'))
  await her.room.getByRole('checkbox', { name: 'Polisen 114 14' }).click()
  const told = her.room.getByText(/Barnahus.* väntar på .*Polisen 114 14/)
  await expect(told).toBeVisible()
  await her.tab('contacts')
  await her.tap(her.say('network.open'))
  await expect(her.room.getByRole('heading', { name: her.say('network.words') })).toBeVisible()
  await expect(told).toBeVisible()
  await her.room.getByRole('group', { name: her.say('network.title') }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(told).toHaveCount(2)
  await page.keyboard.press('+')
  await page.keyboard.press('Enter')
  await expect(her.room.getByRole('heading', { level: 1 })).toHaveText(/Barnahus|Polisen 114 14/)
})

test('NETWORK-3 forty contacts are arranged and sifted, and each drawing and list comes at once', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.bringIn('contacts', join(demo, 'contacts.vcf'))
  await her.room.getByRole('checkbox', { name: her.say('import.all', { count: 40 }) }).click()
  await her.tap(her.say('import.add', { count: 40 }))
  await her.tap(her.say('contact.arrange.open'))
  await her.tap(her.say('contact.arrange.order.level'))
  await expect(her.room).toContainText(her.say('contact.arrange.unsaid'))
  await her.tap(her.say('contact.arrange.sieve.favourite'))
  await expect(her.room).toContainText(her.say('search.none'))
  await her.tap(her.say('contact.arrange.sieve.favourite'))
  await her.tap(her.say('network.open'))
  await expect(her.room.getByRole('button', { name: /Försäkringskassan/ }).first()).toBeVisible()
})
