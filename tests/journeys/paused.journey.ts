import { expect } from '@playwright/test'
import { agenciesBeside, type Agency } from './agency.ts'
import { herPhone } from './driver.ts'
import { test } from './server.ts'

/** What the relay refuses, and what whoever typed it is told. */
const refused = async (agency: Agency, typed: string | null): Promise<void> => {
  const answered = agency.page.waitForResponse(/open$/)
  await agency.openWith(typed)
  expect((await answered).status()).toBe(404)
  await agency.sees('page.problem.code')
}

test('JOURNEY-250 ten wrong codes from two browsers pause the link for all, she sees how many and lets it go on', async ({
  page,
  server,
}) => {
  // A dozen codes are stretched, each as slowly as a guess must be.
  test.slow()
  const [first, second, office] = await agenciesBeside(page, ['sv', 'sv', 'sv'])
  if (!first || !second || !office) throw new Error('no window')
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ organisation: 'Socialtjänsten Fiktiv', caseNumber: 'SN-2026-0042' })
  await her.choose({ type: 'social', parts: ['Socialtjänsten Fiktiv'] })
  const given = await her.makeLink()
  for (const agency of [first, second, office]) await agency.visit(given.link)
  for (let time = 1; time <= 5; time += 1) {
    await refused(first, String(time))
    await refused(second, String(time))
  }
  // This one has typed nothing wrong: it is the link that rests, not a browser.
  await refused(office, given.passcode)
  await her.tap(her.say('share.receipt.look'))
  await expect(her.room).toContainText(her.say('share.receipt.paused'))
  await expect(her.room).toContainText(her.say('share.receipt.pausedText', { count: 10 }))
  await her.tap(her.say('share.receipt.goOn'))
  await expect(her.room).not.toContainText(her.say('share.receipt.paused'))
  await office.openWith(given.passcode)
  await office.reads('SN-2026-0042')
})

test('SHARING-484 a pause and an earlier end that she leaves before they arrive are said to wait, and are done later', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.addContact({ organisation: 'Socialtjänsten Fiktiv', caseNumber: 'SN-2026-0042' })
  await her.choose({ type: 'social', parts: ['Socialtjänsten Fiktiv'] })
  await her.makeLink()
  await her.tap(her.say('share.later.more'))
  await server.kill()
  await her.room.getByRole('radio', { name: her.say('share.life.86400') }).click()
  await her.tap(her.say('share.later.change'))
  await her.tap(her.say('share.later.pause'))
  await her.exit()
  await her.unlock(code)
  await expect(her.room).toContainText(her.say('share.later.pauseNot'))
  await expect(her.room).toContainText(her.say('share.later.endNot'))
  await her.exit()
  await server.start()
  await her.unlock(code)
  await expect(her.room).toContainText(her.say('share.receipt.paused'))
  await expect(her.room).not.toContainText(her.say('share.later.endNot'))
})

test('SHARING-490 what is tried again by itself is said to be, where she asked for it', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ organisation: 'Socialtjänsten Fiktiv' })
  await her.choose({ type: 'social', parts: ['Socialtjänsten Fiktiv'] })
  await her.makeLink()
  await her.tap(her.say('share.later.more'))
  await server.kill()
  const said = her.room.locator('.why')
  const byItself = /Det görs av sig själv tills det har lyckats/
  await her.room.getByRole('radio', { name: her.say('share.life.86400') }).click()
  await her.tap(her.say('share.later.change'))
  await expect(said.filter({ hasText: byItself })).toHaveCount(1)
  await her.tap(her.say('share.later.pause'))
  await expect(said.filter({ hasText: byItself })).toHaveCount(2)
  await her.tap(her.say('share.stop.press'))
  await expect(said.filter({ hasText: byItself })).toHaveCount(3)
  await expect(her.room).not.toContainText(her.say('share.why.offline'))
})

test('SHARING-607 after a "let it go on" that broke off she can keep it paused, and that is the last word', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, room, tap, button } = her
  await her.setUp()
  await her.addContact({ organisation: 'Socialtjänsten Fiktiv' })
  await her.choose({ type: 'social', parts: ['Socialtjänsten Fiktiv'] })
  await her.makeLink()
  await tap(say('share.later.more'))
  await tap(say('share.later.pause'))
  await expect(room).toContainText(say('share.receipt.paused'))
  const stay = button(say('share.later.stay'))
  await expect(stay).toHaveCount(0)
  const sent: string[] = []
  await page.route(/resume$/, (route) => {
    sent.push(route.request().postData() ?? '')
    return route.abort()
  })
  await tap(say('share.receipt.goOn'))
  await expect(room).toContainText(say('share.later.unsure.title'))
  await stay.click()
  await expect(stay).toHaveCount(0)
  // It comes now, by another way.
  const late = await fetch(`${server.app}/v1/resume`, { method: 'POST', body: sent[0] ?? '' })
  expect(await late.json()).toMatchObject({ state: 'paused' })
  await expect(room).toContainText(say('share.receipt.paused'))
})
