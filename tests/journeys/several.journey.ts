import { expect } from '@playwright/test'
import { agencyAt } from './agency.ts'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'
import { countTaps, promised } from './taps.ts'
import type { Given } from './sharing.ts'

const told = {
  need: 'En bostad med lås.',
  threats: 'Meddelanden varje natt.',
  control: 'Kortet är inte mitt.',
} as const

const begin = async (her: HerPhone): Promise<void> => {
  await her.setUp()
  for (const topic of ['need', 'threats', 'control'] as const)
    await her.writeStory(topic, told[topic])
}

/** The link and the code of one in the list. */
const given = async (her: HerPhone, name: string): Promise<Given> => {
  await her.tab('shares')
  await her.row(name).click()
  const link = await her.room.locator('.link-text').innerText()
  return { link: link.trim(), passcode: await her.room.locator('.passcode').innerText() }
}

/** Goes through the turns and makes each link; returns what she saw before each. */
const makeEach = async ({ say, room, tap }: HerPhone, turns: number): Promise<string[]> => {
  const sights: string[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    await tap(say('action.continue'))
    await expect(room.locator('.paper')).toBeVisible()
    sights.push(await room.locator('.paper').innerText())
    await tap(say('share.preview.make'))
    await room.locator('.paper').waitFor({ state: 'detached' })
  }
  return sights
}

const withoutTime = (text: string): string => text.replace(/\d+ \S+ 20\d\d \S+ \d\d:\d\d/g, '')

const types = ['social', 'police', 'bank'] as const
const all = [told.need, told.threats, told.control]

type Agency = ReturnType<typeof agencyAt>

const opens = async (agency: Agency, { link, passcode }: Given): Promise<void> => {
  await agency.visit(link)
  await agency.openWith(passcode)
}

/** Exactly what she saw before, and no word of what the others read. */
const reads = async (agency: Agency, own: string, sight: string): Promise<void> => {
  await agency.reads(own)
  for (const other of all.filter((one) => one !== own)) await agency.doesNotRead(other)
  const paper = await agency.main.locator('.paper').innerText()
  expect(withoutTime(paper)).toBe(withoutTime(sight))
}

test('JOURNEY-40 municipality and region at the same time: three agencies at once, each with its own parts, and one of them stopped', async ({
  page,
  server,
  browser,
}) => {
  // Three codes are stretched twice, each as slowly as a guess must be.
  test.slow()
  // A window that opens takes the focus, and her own would lock: theirs are open before.
  const agencies: Agency[] = []
  for (const _ of types) agencies.push(agencyAt(await (await browser.newContext()).newPage()))
  await page.bringToFront()
  const her = herPhone(page, server)
  const { say, room } = her
  await begin(her)
  await her.several(types)
  const sights = await makeEach(her, 3)
  await expect(room).toContainText(say('share.list.open'))
  const links: Given[] = []
  for (const type of types) links.push(await given(her, say(`share.type.${type}`)))
  expect(new Set(links.map(({ link }) => link)).size).toBe(3)
  const each = types.map((type, at) => {
    const [agency, link] = [agencies[at], links[at]]
    if (!agency || !link) throw new Error('one is missing')
    return { type, agency, link, own: all[at] ?? '', sight: sights[at] ?? '' }
  })
  for (const { agency, link, own, sight } of each) {
    await opens(agency, link)
    await reads(agency, own, sight)
  }
  await her.tab('shares')
  await her.row(say('share.type.police')).click()
  await her.stop()
  for (const { type, agency, link, own, sight } of each) {
    await opens(agency, link)
    // To whoever has a code, a stopped link looks like a wrong one.
    if (type === 'police') await agency.sees('page.problem.code')
    else await reads(agency, own, sight)
  }
  await agencies[1]?.doesNotRead(told.threats)
})

test('JOURNEY-41 legal certainty and consent: a link takes five touches, and the entry says whom it went to', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, room, tap, tab, row } = her
  await begin(her)
  const taps = await countTaps(page)
  await tab('shares')
  await tap(say('share.add'))
  await row(say('share.type.police')).click()
  await tap(say('action.continue'))
  await tap(say('share.preview.make'))
  await room.locator('.link-text').waitFor()
  const task = 'A link for one recipient, with what such a place begins with'
  expect(await taps()).toBe(promised(task))
  await tab('stories')
  await row(told.threats).click()
  await expect(room).toContainText(say('share.with'))
  await expect(row(say('share.type.police'))).toBeVisible()
  await tab('shares')
  await row(say('share.log.title')).click()
  await her.fill(say('share.log.search'), 'finns inte')
  await expect(room).toContainText(say('share.log.none'))
  await her.fill(say('share.log.search'), say('story.topic.threats'))
  await row(say('share.type.police')).click()
  await tap(say('share.consent.open'))
  await expect(room.locator('.consent')).toContainText(say('story.topic.threats'))
  await tab('home')
  await expect(room).toContainText(say('share.spared', { count: 1 }))
})
