import { expect } from '@playwright/test'
import { herPhone } from './driver.ts'
import { test } from './server.ts'
import { countTaps } from './taps.ts'

test('DEADLINE-3 a suggested time becomes a step or a day, with a word on whom to ask', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, tap, row, room, fill, tab } = her
  await her.setUp()
  await her.addContact({ organisation: 'Tandläkaren' })
  await expect(row(say('deadline.title'))).toHaveCount(0)
  await her.addContact({ organisation: 'Beslut om bistånd' })
  const taps = await countTaps(page)
  const begin = async (): Promise<void> => {
    await row(say('deadline.title')).click()
    await row(say('deadline.of.appeal.title')).click()
    await fill(say('deadline.of.appeal.since'), '2026-03-13')
    await expect(room).toContainText('torsdag 2 april 2026')
    await expect(room).toContainText('fredag 3 april 2026')
    await expect(room).toContainText(
      say('deadline.check', { whom: say('deadline.of.appeal.whom') }),
    )
  }
  await begin()
  await tap(say('deadline.toPlan'))
  expect(await taps()).toBeLessThanOrEqual(4)
  await expect(room).toContainText(say('deadline.note', { whom: say('deadline.of.appeal.whom') }))
  await expect(room).toContainText('Beslut om bistånd')
  await tab('contacts')
  await row('Beslut om bistånd').click()
  await begin()
  await tap(say('deadline.toCalendar'))
  await expect(room).toContainText('torsdag 2 april 2026')
  await tap(say('action.undo'))
  await tab('home')
  await expect(row(say('deadline.of.appeal.title'))).toBeVisible()
})

test('OPEN-4 on Good Friday an office opens on Tuesday', async ({ page, server }) => {
  await page.clock.setFixedTime(new Date('2026-04-03T09:00:00+02:00'))
  const her = herPhone(page, server)
  const { say, tap, room, fill } = her
  await her.setUp()
  await her.addContact({ organisation: 'Kommunen Påhitt' })
  await tap(say('action.edit'))
  await tap(say('contact.topic.hours'))
  await fill(say('contact.hours'), 'mån–fre 8–16.30')
  await tap(say('action.save'))
  await expect(room).toContainText(say('contact.open.later', { day: 'tisdag', clock: '08:00' }))
  await expect(room).toContainText(say('contact.open.holiday'))
})
