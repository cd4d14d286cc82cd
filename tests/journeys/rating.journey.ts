import { expect } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { readCouncilFile } from '../../src/exchange/council.ts'
import { agencyAt } from './agency.ts'
import { herPhone, type HerPhone } from './driver.ts'
import { fillEntries, type Filled } from './filling.ts'
import { test } from './server.ts'
import { countTaps, promised } from './taps.ts'

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
  expect(await taps()).toBe(promised('To say how a meeting was, from home'))
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

const code = '483+92*7-165'

const ratings = [10, 20, 30].map((back): Filled => ({
  kind: 'rating',
  id: `office.${back}`,
  contact: 'office',
  on: `2026-09-${back}`,
  listened: 'yes',
  helped: 'no',
}))

const office: Filled = {
  kind: 'contact',
  id: 'office',
  organisation: 'Kommunen Påhitt',
  level: 'municipality',
}

const setting: Filled = { kind: 'setting', id: 'setting', language: 'sv' }

test('COUNCIL-5 former clients’ council: she sees all of it, and it says how and never who', async ({
  page,
  server,
  browser,
  browserName,
}) => {
  await fillEntries(page, server, code, [setting, office, ...ratings])
  const her = herPhone(page, server)
  const { say, tap, row, room } = her
  await her.open()
  await her.unlock(code)
  await row(say('more.ratings.title')).click()
  await row(say('council.open')).click()
  const sight = room.getByRole('region', { name: say('council.sight') })
  await expect(sight).toContainText('2026-07 – 2026-12')
  await expect(sight).toContainText('För det mesta')
  await expect(sight).not.toContainText('Påhitt')
  // Firefox's driver hears of no download.
  if (browserName !== 'firefox') {
    const download = page.waitForEvent('download')
    await tap(say('council.save'))
    const file = readFileSync(await (await download).path(), 'utf8')
    expect(readCouncilFile(file).ok).toBe(true)
    expect(file).not.toContain('Påhitt')
  }
  await tap(say('council.share'))
  await tap(say('share.whom.more'))
  await row(say('share.type.council')).click()
  await expect(room.getByRole('checkbox', { name: 'Kommunen Påhitt' })).toHaveCount(0)
  await tap(say('action.continue'))
  const { link, passcode } = await her.makeLink()
  const council = agencyAt(await browser.newPage())
  await council.visit(link)
  await council.openWith(passcode)
  await council.reads('2026-07 – 2026-12')
  await council.doesNotRead('Påhitt')
})
