import { expect } from '@playwright/test'
import { join } from 'node:path'
import { herPhone } from './driver.ts'
import { test } from './server.ts'

const root = join(import.meta.dirname, '../..')

test('RETURN-200 going back finds the list as she had laid it out', async ({ page, server }) => {
  const her = herPhone(page, server)
  const { say, tap, room, tab } = her
  await her.setUp()
  await her.bringIn('contacts', join(root, 'tests/demo/contacts.vcf'))
  // Those that the directory knows are sorted by one touch, and all are taken.
  await room.getByRole('checkbox', { name: /katalogen känner/ }).click()
  await room.getByRole('checkbox').first().click()
  await room.getByRole('button', { name: /^Lägg till \d+$/ }).click()
  await tab('contacts')
  await tap(say('contact.arrange.open'))
  const chip = (key: string) => room.getByRole('button', { name: say(key), exact: true })
  await chip('contact.arrange.order.level').click()
  await chip('contact.arrange.sieve.none').click()
  const search = room.getByRole('search').locator('input')
  await search.pressSequentially('sk')
  await expect(search).toBeFocused()
  // A list is drawn in pieces: it is counted when the last one stands.
  await expect(room.getByRole('button', { name: say('list.more') })).toHaveCount(0)
  const found = room.locator('main').getByRole('listitem')
  const count = await found.count()
  expect(count).toBeGreaterThan(0)
  await found.first().getByRole('button').click()
  await room
    .getByRole('button', { name: say('contact.title') })
    .first()
    .click()
  await expect(search).toHaveValue('sk')
  await expect(chip('contact.arrange.order.level')).toHaveAttribute('aria-pressed', 'true')
  await expect(chip('contact.arrange.sieve.none')).toHaveAttribute('aria-pressed', 'true')
  await expect(found).toHaveCount(count)
  // A tab begins anew.
  await tab('home')
  await tab('contacts')
  await expect(search).toHaveValue('')
})

test('HOME-600 one touch, and she types; going back and a new code find what she searched for', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, tap, room, row } = her
  const code = await her.setUp()
  await her.addContact({ organisation: 'Kommunen Påhitt' })
  await her.addContact({ organisation: 'Skolan Påhitt' })
  await her.tab('home')
  await tap(say('home.search'))
  const search = room.getByRole('search').locator('input')
  await expect(search).toBeFocused()
  await page.keyboard.type('skolan')
  await row('Skolan Påhitt').click()
  await tap(say('search.title'))
  await expect(search).toHaveValue('skolan')
  // The results are what she came back for, not the keyboard over them.
  await expect(search).not.toBeFocused()
  await her.exit()
  await her.unlock(code)
  await expect(search).toHaveValue('skolan')
  await expect(row('Skolan Påhitt')).toBeVisible()
})

test('RETURN-600 the way back is named after where it leads', async ({ page, server }) => {
  const her = herPhone(page, server)
  const { say, tap, room, row, tab } = her
  await her.setUp()
  await her.addContact({ organisation: 'Kommunen Påhitt', next: 'Skicka in blanketten' })
  await tab('contacts')
  await row('Kommunen Påhitt').click()
  await tap(say('contact.title'))
  await expect(room.getByRole('heading', { level: 1 })).toHaveText(say('contact.title'))
  await tab('home')
  await row('Skicka in blanketten').click()
  await room
    .locator('.page-back')
    .filter({ hasText: say('action.back') })
    .click()
  await expect(room.getByRole('heading', { level: 1 })).toHaveText(say('home.title'))
})

test('PAST-202 a star is taken back, and a photo is asked about once', async ({ page, server }) => {
  const her = herPhone(page, server)
  const { say, tap, room, row, tab } = her
  await her.setUp()
  await her.addContact({ organisation: 'Kommunen Påhitt' })
  await tab('contacts')
  await row('Kommunen Påhitt').click()
  await tap(say('contact.star'))
  await expect(room).toContainText(say('contact.starred'))
  await tap(say('action.undo'))
  await expect(room.getByRole('button', { name: say('contact.star') })).toBeVisible()
  await her.writeStory('happened', 'Det som hände den kvällen.')
  await her.attachFirst(join(root, 'tests/exchange/pictures/phone-turned.jpg'))
  await expect(
    room.getByRole('button', { name: say('attachment.deleteWith', { count: 1 }) }),
  ).toBeVisible()
  await row('phone-turned.jpg').click()
  await tap(say('action.delete'))
  await expect(room.getByRole('dialog')).toContainText(say('attachment.deleteText'))
  await tap(say('action.close'))
  await expect(room.getByRole('heading', { level: 1 })).toHaveText('phone-turned.jpg')
})
