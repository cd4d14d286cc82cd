import { expect } from '@playwright/test'
import { agenciesBeside, type Agency } from './agency.ts'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'
import { wordsOf } from './words.ts'

const swedish = wordsOf('recipient', 'sv')
const own = { text: 'En bostad med lås.', title: 'Möte om lägenheten' } as const

/** A need, an appointment and a story, in Swedish. */
const write = async (her: HerPhone): Promise<void> => {
  const { say, tap, row, room, tab } = her
  await her.setUp()
  await her.addAppointment({ date: '2031-05-06', time: '09:30', title: own.title })
  await her.writeStory('need', own.text)
  await tab('home')
  await row(say('more.title')).click()
  await row(say('more.plan.title')).click()
  await row(say('need.title')).click()
  const cell = ['need.area.housing', 'need.horizon.now', 'need.state.none']
  await tap(cell.map((key) => say(key)).join(', '))
  await room.getByRole('radio', { name: say('need.state.open') }).click()
  await expect(room).toContainText(say('need.saved'))
  await tap(say('action.close'))
}

const labels = [
  'paper.kind.need',
  'paper.kind.appointment',
  'paper.word.area.housing',
  'paper.word.horizon.now',
  'paper.word.state.open',
] as const

/** The names of a Tuesday in May, in the words of whoever reads. */
const days = { en: ['Tuesday', 'May'], ar: ['الثلاثاء', 'مايو'] } as const

/** Ours in theirs, and hers as she wrote it, marked so that it is read out and laid as Swedish. */
const readsIn = async (agency: Agency, tag: 'en' | 'ar'): Promise<void> => {
  const { page, main, say } = agency
  const direction = tag === 'ar' ? 'rtl' : 'ltr'
  await expect(page.locator('html')).toHaveAttribute('lang', tag)
  await expect(page.locator('html')).toHaveAttribute('dir', direction)
  for (const key of labels) {
    await agency.reads(say(key))
    await expect(main).not.toContainText(swedish(key))
  }
  for (const part of [...days[tag], '2031', '09:30'])
    await expect(main.locator('.paper-when')).toContainText(part)
  const text = main.locator('.paper-text').filter({ hasText: own.text })
  await expect(text).toHaveAttribute('lang', 'sv')
  await expect(text).toHaveCSS('direction', 'ltr')
  await expect(main.locator('h3 [lang=sv]').filter({ hasText: own.title })).toHaveCount(1)
  await expect(main.locator('h2').first()).toHaveCSS('direction', direction)
}

test('JOURNEY-251 she writes Swedish, and the agencies read it in English and in Arabic', async ({
  page,
  server,
}) => {
  const [english, arabic] = await agenciesBeside(page, ['en', 'ar'])
  if (!english || !arabic) throw new Error('no window')
  const her = herPhone(page, server)
  await write(her)
  await her.choose({
    type: 'social',
    parts: [swedish('paper.word.area.housing'), own.title, her.say('story.topic.need')],
    passcode: false,
  })
  const { link } = await her.makeLink()
  for (const [agency, tag] of [
    [english, 'en'],
    [arabic, 'ar'],
  ] as const) {
    await agency.visit(link)
    await agency.openWith(null)
    await readsIn(agency, tag)
  }
})

test('RECIPIENT-411 an office that reads in another language is told which one she reads', async ({
  page,
  server,
}) => {
  const [swedish, arabic] = await agenciesBeside(page, ['sv', 'ar'])
  if (!swedish || !arabic) throw new Error('no window')
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ organisation: 'Socialtjänsten Fiktiv' })
  await her.choose({ type: 'social', parts: ['Socialtjänsten Fiktiv'], passcode: false })
  const { link } = await her.makeLink()
  for (const agency of [arabic, swedish]) {
    await agency.visit(link)
    await agency.openWith(null)
    await agency.reads('Socialtjänsten Fiktiv')
  }
  await expect(arabic.main.locator('.theirs')).toContainText('السويدية')
  await expect(swedish.main.locator('.theirs')).toHaveCount(0)
})
