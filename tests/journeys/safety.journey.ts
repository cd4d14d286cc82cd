import { expect } from '@playwright/test'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'
import { countTaps } from './taps.ts'

const openPart = async ({ say, row, tab }: HerPhone, topic: string): Promise<void> => {
  await tab('home')
  await row(say('more.title')).click()
  await row(say('more.safety.title')).click()
  await row(say(`safety.topic.${topic}`)).click()
}

const addOwn = async ({ say, fill, tap, room }: HerPhone, text: string): Promise<void> => {
  await fill(say('safety.own'), text)
  await tap(say('safety.add'))
  await expect(room.getByRole('checkbox', { name: text })).toBeVisible()
}

test('CAUTION-4 her own plan, by suggestions and in her own words, on the first screen if she wishes', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, tap, row, room, tab, fill } = her
  await her.setUp()
  const taps = await countTaps(page)
  await openPart(her, 'bag')
  await tap(say('safety.ideas'))
  await row(say('safety.idea.bag.keys')).click()
  expect(await taps()).toBeLessThanOrEqual(6)
  const keys = room.getByRole('checkbox', { name: say('safety.idea.bag.keys') })
  await expect(keys).toHaveAttribute('aria-checked', 'false')
  await expect(
    room.getByRole('listitem').filter({ hasText: say('safety.idea.bag.keys') }),
  ).toHaveCount(0)
  await addOwn(her, 'Glasögonen')
  await keys.click()
  await tap(say('safety.title'))
  await expect(row(say('safety.topic.bag'))).toContainText(
    say('safety.ready', { ready: 1, count: 2 }),
  )
  await row(say('safety.topic.bag')).click()
  await tap(say('safety.change', { what: 'Glasögonen' }))
  await fill(say('safety.text'), 'Reservglasögonen')
  await tap(say('action.save'))
  await tap(say('safety.change', { what: 'Reservglasögonen' }))
  await tap(say('action.delete'))
  await expect(room.getByRole('checkbox', { name: 'Reservglasögonen' })).toHaveCount(0)
  await tap(say('action.undo'))
  await expect(room.getByRole('checkbox', { name: 'Reservglasögonen' })).toBeVisible()
  await tab('home')
  await expect(row(say('safety.title'))).toHaveCount(0)
  await row(say('more.title')).click()
  await row(say('more.safety.title')).click()
  await room.getByRole('checkbox', { name: say('safety.onHome') }).click()
  await tab('home')
  await expect(row(say('safety.title'))).toBeVisible()
})

test('CAUTION-5 only the line that she chose goes along, after a word of care', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, room } = her
  await her.setUp()
  await openPart(her, 'bag')
  await addOwn(her, 'Pass hos Exempel')
  await addOwn(her, 'Kontanter i boken')
  await her.beginShare('shelter', ['Pass hos Exempel'])
  await her.tap(say('action.back'))
  await her.tap(say('action.back'))
  await expect(room).toContainText(say('share.care.safety'))
  await her.tap(say('action.continue'))
  await expect(room).toContainText('Pass hos Exempel')
  await expect(room).not.toContainText('Kontanter i boken')
})

test('TALK-4 what was to be looked at again comes up calmly, and goes with one touch', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, tap, row, room, tab, fill } = her
  await her.setUp()
  await tab('home')
  await row(say('more.title')).click()
  await row(say('more.safety.title')).click()
  await row(say('talk.title')).click()
  await tap(say('talk.add'))
  await tap('FREDA')
  await fill(say('talk.told'), 'De ringer på måndag.')
  await fill(say('talk.review'), '2020-05-06')
  await tap(say('talk.more'))
  await tap('4')
  await tap(say('action.save'))
  await expect(room).toContainText(say('talk.ofTen', { own: '4' }))
  await tab('home')
  const asked = row(say('home.review'))
  await expect(asked).toContainText(say('talk.due', { date: '' }).trim())
  await asked.click()
  await tap(say('talk.looked'))
  await tab('home')
  await expect(asked).toHaveCount(0)
})
