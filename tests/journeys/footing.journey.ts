import { expect, type Locator } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'

// Where the focus is after a press, for whoever goes by keys or by a screen reader.

const byKey = async (button: Locator): Promise<void> => {
  await button.first().focus()
  await button.first().press('Enter')
}

const isOnHeading = ({ room }: HerPhone, name: string): Promise<void> =>
  expect(room.getByRole('heading', { name, exact: true })).toBeFocused()

const toTrash = async ({ say, tab, row }: HerPhone): Promise<void> => {
  await tab('home')
  await row(say('more.title')).click()
  await row(say('trash.title')).click()
}

/** The sheet goes with the button that it came from. */
const emptyTrash = async (her: HerPhone): Promise<void> => {
  const { say, room, tap, tab, row, button } = her
  await tab('contacts')
  await row('Kommunen Påhitt').click()
  await tap(say('action.delete'))
  await toTrash(her)
  await byKey(button(say('trash.clear')))
  const title = room.getByRole('heading', { level: 1 })
  const behind = title.locator('xpath=ancestor-or-self::*[@inert]')
  await expect(behind).not.toHaveCount(0)
  await byKey(button(say('trash.clearNow')))
  await isOnHeading(her, say('trash.empty'))
  await expect(behind).toHaveCount(0)
}

test('APP-600 where what was pressed goes with the press, the focus is on a heading near it', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, room, row, button } = her
  await her.setUp()
  await her.addContact({ organisation: 'Kommunen Påhitt' })
  await byKey(room.locator('.toast button'))
  await isOnHeading(her, say('contact.gone'))

  await her.addContact({ organisation: 'Kommunen Påhitt' })
  await byKey(button(say('action.delete')))
  await isOnHeading(her, say('contact.title'))
  await toTrash(her)
  await byKey(row('Kommunen Påhitt'))
  await isOnHeading(her, say('trash.empty'))

  await emptyTrash(her)
  await her.addContact({ organisation: 'Kommunen Påhitt' })
  await her.beginParts('social', ['Kommunen Påhitt'])
  await byKey(button(say('share.parts.clear')))
  await isOnHeading(her, say('share.step.parts'))
})

test('APP-601 a form without what it needs says so at the field, which takes the focus', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, room, tab, tap } = her
  const asks = async (label: string, why: string): Promise<void> => {
    const field = room.getByLabel(say(label), { exact: true })
    for (let time = 0; time < 2; time += 1) {
      await tap(say('action.save'))
      await expect(field).toBeFocused()
      await expect(field).toHaveAttribute('aria-invalid', 'true')
      await expect(field).toHaveAccessibleDescription(new RegExp(say(why)))
    }
    await field.fill('Kim')
    await expect(field).not.toHaveAttribute('aria-invalid')
  }
  await her.setUp()
  await tab('contacts')
  await tap(say('contact.add'))
  await asks('contact.organisation', 'contact.needsName')
  await tab('home')
  await her.row(say('more.title')).click()
  await her.row(say('child.title')).click()
  await tap(say('child.add'))
  await asks('child.name', 'child.needsName')
})

test('APP-602 who turns to another week stays on the button, and the week is said', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, room, tab, button } = her
  await her.setUp()
  await her.addAppointment({ date: '2031-05-06', title: 'Samtal hos Exempel' })
  await tab('appointments')
  await room.getByRole('radio', { name: say('appointment.views.week') }).click()
  const week = room.locator('h2[aria-live]')
  const first = await week.elementHandle()
  const before = await week.innerText()
  for (let turn = 0; turn < 2; turn += 1) {
    await byKey(button(say('appointment.later')))
    await expect(button(say('appointment.later'))).toBeFocused()
  }
  await expect(week).not.toHaveText(before)
  // The same place as before: a new one would not be heard.
  expect(await first?.evaluate((place) => place.isConnected)).toBe(true)
})

test('APP-603 what is refused is said aloud', async ({ page, server }, info) => {
  const her = herPhone(page, server)
  const { say, room, tab, tap, row } = her
  await her.setUp()
  const empty = info.outputPath('empty.vcf')
  writeFileSync(empty, '')
  await her.bringIn('contacts', empty)
  await expect(room.getByRole('alert')).toContainText(say('import.why.empty'))
  await tab('home')
  await row(say('more.title')).click()
  await row(say('more.safety.title')).click()
  await row(say('talk.title')).click()
  await tap(say('talk.add'))
  await tap(say('action.save'))
  await expect(room.getByRole('alert')).toContainText(say('talk.needs'))
})

test('APP-700 what unfolds the rest of a form brings who pressed it into the first field of the rest', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, room, tab, row, button } = her
  const unfold = async (more: string, first: string): Promise<void> => {
    await byKey(button(say(more)))
    await expect(room.getByLabel(say(first), { exact: true })).toBeFocused()
  }
  await her.setUp()
  await tab('stories')
  await row(say('story.topic.before')).click()
  await unfold('story.addBrief', 'story.brief')
  await room.locator('.page-back').click()
  await row(say('incident.add')).click()
  await unfold('incident.more', 'incident.place')
})

test('LOOK-602 a number to call is as large to touch as a button', async ({ page, server }) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ organisation: 'Kommunen Påhitt', phones: '0980-319201' })
  const box = await her.room.locator('a[href^="tel:"]').boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(44)
})
