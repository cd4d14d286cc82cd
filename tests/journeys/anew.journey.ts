import { expect } from '@playwright/test'
import { agenciesBeside } from './agency.ts'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'

const contact = { organisation: 'Socialtjänsten Fiktiv', caseNumber: 'SN-2026-0042' } as const

/** A link to one contact whose passcode is three words. */
const withWords = async (her: HerPhone) => {
  const { say, room, tap } = her
  await her.setUp()
  await her.addContact(contact)
  await her.beginShare('social', [contact.organisation])
  await room.getByRole('checkbox', { name: say('share.terms.words') }).click()
  await tap(say('share.terms.next'))
  return her.makeLink()
}

test('JOURNEY-252 three words open a link however they are typed, and a new link ends the old one', async ({
  page,
  server,
}) => {
  // Five codes are stretched, each as slowly as a guess must be.
  test.slow()
  const [agency, other] = await agenciesBeside(page, ['sv', 'sv'])
  if (!agency || !other) throw new Error('no window')
  const her = herPhone(page, server)
  const old = await withWords(her)
  const words = (old.passcode ?? '').split(' ')
  expect(words).toHaveLength(3)
  await agency.visit(old.link)
  await agency.openWith(words.toReversed().join(' '))
  await agency.sees('page.problem.code')
  await agency.openWith(` ${words.join(' - ').toUpperCase()}`)
  await agency.reads(contact.caseNumber)

  await her.tap(her.say('share.anew.press'))
  await expect(her.room.locator('.link-text')).not.toHaveText(old.link)
  await expect(her.room).toContainText(her.say('share.anew.done'))
  const link = (await her.room.locator('.link-text').innerText()).trim()
  const passcode = await her.room.locator('.passcode').innerText()
  expect(passcode).not.toBe(old.passcode)
  // Neither who had opened it nor anybody else opens the old one.
  for (const one of [agency, other]) {
    await one.visit(old.link)
    await one.openWith(old.passcode)
    await one.sees('page.problem.code')
    await one.doesNotRead(contact.caseNumber)
  }
  await other.visit(link)
  await other.openWith(passcode)
  await other.reads(contact.caseNumber)
})

/** A new link in the place of one that could not be stopped: she is told that the old one can be opened. */
const withoutStop = async (her: HerPhone): Promise<void> => {
  await withWords(her)
  await her.page.route('**/v1/stop', (route) => route.abort())
  await her.tap(her.say('share.anew.press'))
  await expect(her.room).toContainText(her.say('share.anew.waits'))
}

test('JOURNEY-254 where the network goes between the old link and the new one, the new one waits and she is told', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await withWords(her)
  await page.route('**/v1/create', (route) => route.abort())
  await her.tap(her.say('share.anew.press'))
  await expect(her.room).toContainText(her.say('share.anew.stopped'))
  await expect(her.room).toContainText(her.say('share.why.offline'))
  await page.unroute('**/v1/create')
  await her.tap(her.say('share.unsent.again'))
  await expect(her.room.locator('.link-text')).toBeVisible()
})

test('JOURNEY-254 until the old link is stopped she is told that it can be opened, and the new one is not sent', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await withoutStop(her)
  await her.tap(her.say('share.unsent.again'))
  await expect(her.room.locator('.why')).toContainText(her.say('share.why.offline'))
  await page.unroute('**/v1/stop')
  await her.tap(her.say('share.unsent.again'))
  await expect(her.room.locator('.link-text')).toBeVisible()
})

test('SHARING-608 between the two links she is told that the old one can be opened, though a relay says that it has ended', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await page.route('**/v1/look', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), state: 'ended' } })
  })
  await withoutStop(her)
  await her.tab('shares')
  const rows = her.room
    .locator('main')
    .getByRole('button')
    .filter({ hasText: her.say('share.type.social') })
  await rows.nth(1).click()
  const looked = page.waitForResponse('**/v1/look')
  await her.tap(her.say('share.receipt.look'))
  await looked
  await her.tab('shares')
  await rows.first().click()
  await expect(her.room).toContainText(her.say('share.anew.waits'))
  await expect(her.room).not.toContainText(her.say('share.anew.stopped'))
})

test('JOURNEY-253 a stop without a network is no stop yet, and is done when the network is back', async ({
  page,
  server,
}) => {
  // Where a browser does not say that the network is back, the next try comes after half a minute.
  test.slow()
  const [agency] = await agenciesBeside(page)
  if (!agency) throw new Error('no window')
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact(contact)
  await her.choose({ type: 'social', parts: [contact.organisation], passcode: false })
  const { link } = await her.makeLink()
  await page.context().setOffline(true)
  await her.tap(her.say('share.stop.press'))
  // What stands after the time at which she pressed: above all else, and beside the button.
  const waits = her.room.getByText(her.say('share.stop.waits', { time: '|' }).replace(/.*\|/, ''))
  await expect(waits).toHaveCount(2)
  await agency.visit(link)
  await agency.openWith(null)
  await agency.reads(contact.caseNumber)

  await page.context().setOffline(false)
  await expect(her.button(her.say('share.over.remove'))).toBeVisible({ timeout: 60_000 })
  await expect(waits).toHaveCount(0)
  await agency.visit(link)
  await agency.openWith(null)
  await agency.sees('page.gone.title')
})
