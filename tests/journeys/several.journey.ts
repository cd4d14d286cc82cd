import { expect } from '@playwright/test'
import { agencyAt } from './agency.ts'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'
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

test('JOURNEY-40 municipality and region at the same time: three agencies at once, each with its own parts, and one of them stopped', async ({
  page,
  server,
  browser,
}) => {
  // A window that opens takes the focus, and her own would lock: theirs are open before.
  const theirs = await browser.newContext()
  const social = agencyAt(await theirs.newPage())
  const police = agencyAt(await (await browser.newContext()).newPage())
  await page.bringToFront()
  const her = herPhone(page, server)
  const { say, room } = her
  await begin(her)
  await her.several(['social', 'police', 'bank'])
  const sights = await makeEach(her, 3)
  await expect(room).toContainText(say('share.list.open'))
  expect(sights.map((text) => Object.values(told).filter((one) => text.includes(one)))).toEqual([
    [told.need],
    [told.threats],
    [told.control],
  ])
  const toSocial = await given(her, say('share.type.social'))
  const toPolice = await given(her, say('share.type.police'))
  await her.stop()
  await social.visit(toSocial.link)
  await social.openWith(toSocial.passcode)
  await social.reads(told.need)
  await social.doesNotRead(told.threats)
  const paper = await social.main.locator('.paper').innerText()
  expect(withoutTime(paper)).toBe(withoutTime(sights[0] ?? ''))
  await police.visit(toPolice.link)
  await police.openWith(toPolice.passcode)
  // To whoever has a code, a stopped link looks like a wrong one.
  await police.sees('page.problem.code')
  await police.doesNotRead(told.threats)
})

test('JOURNEY-41 legal certainty and consent: a link takes five touches, and the entry says whom it went to', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, room, tap, tab, row } = her
  await begin(her)
  await page.evaluate(() => {
    const count = () =>
      (document.body.dataset['touches'] = `${1 + Number(document.body.dataset['touches'] ?? 0)}`)
    document.addEventListener('click', count, true)
  })
  await tab('shares')
  await tap(say('share.add'))
  await row(say('share.type.police')).click()
  await tap(say('action.continue'))
  await tap(say('share.preview.make'))
  await room.locator('.link-text').waitFor()
  expect(await page.evaluate(() => document.body.dataset['touches'])).toBe('5')
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
