import { expect } from '@playwright/test'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'

const invitation = (start: string): string =>
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:pahittad',
    `DTSTART:${start}`,
    'SUMMARY:Kallelse Påhitt',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\n')

const paste = async (her: HerPhone, start: string): Promise<void> => {
  const { say, tap, tab, fill } = her
  await tab('appointments')
  await tap(say('appointment.fromFile'))
  await fill(say('import.paste'), invitation(start))
  await tap(say('import.read'))
}

test('MERGE-11 what a file says otherwise stands beside hers, and she chooses', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, tap, room, row } = her
  await her.setUp()
  const take = async (way: string | null): Promise<void> => {
    await room.getByRole('checkbox', { name: 'Kallelse Påhitt' }).click()
    if (way) await room.getByRole('radio', { name: say(`import.way.${way}`) }).click()
    await tap(say('import.add', { count: 1 }))
  }
  await paste(her, '20310505T073000Z')
  await take(null)
  await paste(her, '20310506T080000Z')
  await take('hers')
  await expect(row('Kallelse Påhitt')).toContainText('09:30')
  await paste(her, '20310506T080000Z')
  await room.getByRole('checkbox', { name: 'Kallelse Påhitt' }).click()
  const asked = room.getByRole('radiogroup')
  await expect(asked).toContainText('09:30')
  await expect(asked).toContainText('10:00')
  await room.getByRole('radio', { name: say('import.way.both') }).click()
  await tap(say('import.add', { count: 1 }))
  await expect(room.getByRole('button').filter({ hasText: 'Kallelse Påhitt' })).toHaveCount(2)
  await paste(her, '20310506T080000Z')
  await expect(room).toContainText(say('import.same', { count: 1 }))
})

test('MERGE-200 two contacts become one on screen: "not safe" stays, she chooses, and it is taken back', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, tap, tab, row, room } = her
  await her.setUp()
  await her.addContact({ organisation: 'Kommunen Påhitt', phones: '0980-319201', next: 'Vänta' })
  await row(say('contact.safety.title')).click()
  await tap(say('contact.use.no'))
  await tap(say('action.save'))
  await her.addContact({ organisation: 'Kommunen Påhitt', phones: '0980 31 92 01', next: 'Ringa' })
  const merge = async (): Promise<void> => {
    await tab('contacts')
    await tap(say('contact.alike.open', { count: 1 }))
    await row('Kommunen Påhitt').click()
    await room.getByRole('radio', { name: 'Ringa' }).click()
    await tap(say('contact.merge.make'))
    await expect(room).toContainText(say('contact.alike.none'))
  }
  await merge()
  await tap(say('action.undo'))
  await expect(row('Kommunen Påhitt')).toBeVisible()
  await merge()
  await tab('contacts')
  await row('Kommunen Påhitt').click()
  await expect(room).toContainText('Ringa')
  await expect(room.locator('.use.no')).toHaveText(say('contact.use.no'))
  await expect(room.getByRole('link', { name: /0980/ })).toHaveCount(0)
})
