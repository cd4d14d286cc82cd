import { expect } from '@playwright/test'
import { join } from 'node:path'
import { herPhone } from './driver.ts'
import { test } from './server.ts'

const demo = join(import.meta.dirname, '../demo')
const samples = join(import.meta.dirname, '../exchange/samples')

test('JOURNEY-4 a contact is added, changed, found, deleted and brought back', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ organisation: 'Försäkringskassan Påhitt', phones: '0980-319201' })
  await her.tap(her.say('action.edit'))
  await her.fill(her.say('contact.person'), 'Handläggare Exempel')
  await her.tap(her.say('action.save'))
  await expect(her.room).toContainText('Handläggare Exempel')
  await her.tab('contacts')
  await her.fill(her.say('contact.search'), 'forsakring exempel')
  await her.row('Försäkringskassan Påhitt').click()
  await her.tap(her.say('action.delete'))
  await expect(her.room).toContainText(her.say('contact.empty.title'))
  await her.tap(her.say('action.undo'))
  await expect(her.row('Försäkringskassan Påhitt')).toBeVisible()
})

test('JOURNEY-4 the home shows what is next, and what is kept is there the next time', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.addAppointment({ date: '2031-05-06', time: '09:30', title: 'Möte om boende' })
  await her.addAppointment({ date: '2031-04-02', time: '13:00', title: 'Läkarbesök' })
  await her.addContact({ organisation: 'Kommunen Påhitt', next: 'Skicka in blanketten' })
  await her.writeStory('need', 'En bostad med lås.')
  await her.exit()
  await her.unlock(code)
  await her.tab('home')
  await expect(her.room).toContainText('Läkarbesök')
  await expect(her.room).toContainText('Skicka in blanketten')
  await her.tab('stories')
  await her.row('En bostad med lås.').click()
  await expect(her.room).toContainText('En bostad med lås.')
})

test("JOURNEY-4 forty authorities come in from her phone's export, and only once", async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.bringIn('contacts', join(demo, 'contacts.vcf'))
  await her.room.getByRole('checkbox', { name: her.say('import.all', { count: 40 }) }).click()
  await her.tap(her.say('import.add', { count: 40 }))
  await expect(her.room).toContainText(her.say('contact.count', { count: 40 }))
  await her.bringIn('contacts', join(demo, 'contacts.vcf'))
  await expect(her.room).toContainText(her.say('import.same', { count: 40 }))
})

test('JOURNEY-4 a place that helps is found by need and becomes a contact, offline', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.keptWhole()
  await server.kill()
  await her.tab('contacts')
  await her.tap(her.say('contact.fromDirectory'))
  await her.row(her.say('directory.need.children')).click()
  await her.fill(her.say('directory.search'), 'Bris')
  await her.row('Bris').click()
  await expect(her.room).toContainText('116 111')
  await her.tap(her.say('directory.add'))
  await her.tab('contacts')
  await expect(her.row('Bris')).toBeVisible()
})

test('JOURNEY-4 an invitation becomes an appointment', async ({ page, server }) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.bringIn('appointments', join(samples, 'google.ics'))
  await her.room.getByRole('checkbox', { name: 'Umgänge' }).click()
  await her.tap(her.say('import.add', { count: 1 }))
  await expect(her.room.getByRole('heading', { level: 1 })).toHaveText(
    her.say('appointment.heading'),
  )
  await expect(her.row('Umgänge')).toBeVisible()
})
