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
