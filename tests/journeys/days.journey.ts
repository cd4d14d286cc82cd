import { expect } from '@playwright/test'
import { herPhone } from './driver.ts'
import { test } from './server.ts'
import { countTaps } from './taps.ts'

test('TASKS-1 a new appointment with a known contact takes four taps', async ({ page, server }) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ organisation: 'Socialtjänsten Påhitt' })
  await her.tab('home')
  const taps = await countTaps(page)
  await her.tap(her.say('appointment.add'))
  await her.row('Socialtjänsten Påhitt').click()
  await her.row('i morgon').click()
  await her.tap(her.say('action.save'))
  await expect(her.room.getByRole('heading', { level: 1 })).toHaveText('Socialtjänsten Påhitt')
  expect(await taps()).toBe(4)
  await her.tab('home')
  await expect(her.room).toContainText('I morgon', { ignoreCase: true })
})

test('DAYS-1 an appointment comes again, one time is left out, and two that meet are noticed', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.addAppointment({ date: '2031-05-05', time: '09:30', title: 'Samtal Påhitt' })
  await her.tap(her.say('action.edit'))
  await her.tap(her.say('appointment.more'))
  await her.room.getByRole('radio', { name: her.say('appointment.every.week') }).click()
  await her.tap(her.say('action.save'))
  await expect(her.room).toContainText(her.say('appointment.every.week'))
  await her.tap(her.say('appointment.skip'))
  await expect(her.row('Samtal Påhitt')).toBeVisible()
  await expect(her.room).toContainText('12 maj 2031')
  await her.addAppointment({ date: '2031-05-19', time: '09:00', title: 'Möte Exempel' })
  await expect(her.room.getByRole('note')).toContainText('Samtal Påhitt')
})
