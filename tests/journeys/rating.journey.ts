import { expect } from '@playwright/test'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'
import { countTaps } from './taps.ts'

const meetYesterday = async ({ say, tap, row, tab, fill, addContact }: HerPhone): Promise<void> => {
  await addContact({ organisation: 'Kommunen Påhitt' })
  await tab('contacts')
  await row('Kommunen Påhitt').click()
  await tap(say('appointment.add'))
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  await fill(say('appointment.date'), yesterday)
  await fill(say('appointment.from'), '09:30')
  await tap(say('action.save'))
  await tab('home')
}

test('RATE-5 a coordinator who evaluates: home asks once how a meeting was, and it shows over time', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, tap, row, room } = her
  await her.setUp()
  await meetYesterday(her)
  await expect(room).toContainText(say('rating.howWith', { name: 'Kommunen Påhitt' }))
  const taps = await countTaps(page)
  await tap(say('rating.answerNow'))
  const ask = (question: string) =>
    room.getByRole('radiogroup', { name: say(`rating.question.${question}`) })
  await ask('listened')
    .getByRole('radio', { name: say('rating.answer.yes') })
    .click()
  expect(await taps()).toBe(2)
  await ask('helped')
    .getByRole('radio', { name: say('rating.answer.no') })
    .click()
  await ask('knew')
    .getByRole('radio', { name: say('rating.answer.partly') })
    .click()
  await ask('knew')
    .getByRole('radio', { name: say('rating.answer.partly') })
    .click()
  await expect(ask('knew').getByRole('radio', { checked: true })).toHaveCount(0)
  await tap(say('rating.done'))
  await expect(room).not.toContainText(say('rating.howWith', { name: 'Kommunen Påhitt' }))
  await row(say('more.ratings.title')).click()
  await expect(room.locator('.plot')).toHaveCount(2)
  await expect(room.locator('.plot').first()).toHaveAttribute('data-points', '1')
  await tap(say('rating.inWords'))
  await expect(row('Kommunen Påhitt')).toContainText('Lyssnade: Ja · Hjälpte: Nej')
})
