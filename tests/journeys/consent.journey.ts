import { expect } from '@playwright/test'
import { join } from 'node:path'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'

/** The four fields of the sheet on the screen, by their labels. */
const fieldsOn = async ({ room }: HerPhone): Promise<ReadonlyMap<string, string>> => {
  await expect(room.locator('.consent')).toBeVisible()
  const facts = await room.locator('.consent .fact').all()
  const read = facts.map(async (fact): Promise<[string, string]> => [
    await fact.locator('.fact-label').innerText(),
    await fact.locator('.fact-value').innerText(),
  ])
  return new Map(await Promise.all(read))
}

/** All that the paper would say. */
const printed = async ({ page }: HerPhone): Promise<string> => {
  await page.emulateMedia({ media: 'print' })
  const text = await page.locator('body').innerText()
  await page.emulateMedia({ media: 'screen' })
  return text
}

/** A story with a photo for an office, as far as the sight of what they will see. */
const choose = async (her: HerPhone): Promise<void> => {
  const { say, tap, fill, room } = her
  await her.setUp()
  await her.writeStory('happened', 'Brevet som kom.')
  await her.attachFirst(join(import.meta.dirname, '../exchange/pictures/phone-turned.jpg'))
  await her.chooseWithFiles('social', 'Vad som har hänt', ['phone-turned.jpg'])
  await tap(say('share.preview.change'))
  await fill(say('share.whom.name'), 'Handläggaren på kommunen')
  await fill(say('share.terms.why'), 'Inför mötet')
  await room.getByRole('checkbox', { name: say('share.terms.passcode') }).click()
  await tap(say('share.terms.next'))
}

const fields = ['who', 'what', 'why', 'long'] as const

test('SHARING-250 the sheet for a consent says the same before the link and after it, and never the way in', async ({
  page,
  server,
  browserName,
}) => {
  test.skip(browserName === 'firefox', 'its driver cannot show a page as it would be printed')
  const her = herPhone(page, server)
  const { say, room, tap } = her
  await choose(her)
  await tap(say('share.consent.open'))
  const before = await fieldsOn(her)
  const papers = [await printed(her)]
  const life = say('share.life.604800')
  expect(before.get(say('share.consent.long'))).toBe(say('share.consent.from', { life }))
  expect(before.get(say('share.consent.what'))).toMatch(/Vad som har hänt[^]*Foto 1$/)
  // What they do with it, what that rests on, and who has not looked at it.
  await expect(room.locator('.consent')).toContainText(say('share.notice.child'))
  await expect(room.locator('.consent')).toContainText('(2025:400)')
  await expect(room.locator('.consent')).toContainText(say('share.source.lawyer.no'))

  await tap(say('action.back'))
  const { link, passcode } = await her.makeLink()
  await tap(say('share.consent.open'))
  const after = await fieldsOn(her)
  papers.push(await printed(her))
  const labels = fields.map((field) => say(`share.consent.${field}`))
  for (const read of [before, after]) expect([...read.keys()]).toEqual(labels)
  for (const label of labels.slice(0, 3)) expect(after.get(label)).toBe(before.get(label))
  const ways = [link.slice(-20), '/#', passcode ?? link, say('share.consent.print')]
  for (const paper of papers) {
    expect(paper).toContain('Handläggaren på kommunen')
    expect(ways.filter((way) => paper.includes(way))).toEqual([])
  }
})

test('EXIT-481 a print dialog that comes a moment after it was asked for covers the room, and costs nothing', async ({
  page,
  server,
  browserName,
}) => {
  test.skip(browserName === 'firefox', 'its driver cannot show a page as it would be printed')
  const her = herPhone(page, server)
  const { say, room, tap } = her
  await her.setUp()
  await her.addContact({ organisation: 'Kontakt 1' })
  await her.choose({ type: 'social', parts: ['Kontakt 1'], name: 'Handläggaren på kommunen' })
  await tap(say('share.consent.open'))
  // As on phones: the call comes back at once, and then the system's own page takes the window away.
  await page.evaluate(() => {
    window.print = () => void setTimeout(() => window.dispatchEvent(new Event('blur')), 300)
  })
  await tap(say('share.consent.print'))
  await expect(page.locator('#tool')).not.toHaveClass(/aside/)
  // The paper is made while the dialog is open.
  await page.waitForTimeout(1_000)
  expect(await printed(her)).toContain('Handläggaren på kommunen')
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.locator('#tool')).toHaveClass(/aside/)
  await expect(room.locator('.consent')).toBeVisible()
  // Back from it, leaving the window is an exit again.
  await page.waitForTimeout(1_000)
  await page.evaluate(() => window.dispatchEvent(new Event('blur')))
  await expect(room).toHaveCount(0)
})

test('NOTICE-600 before the link what a notice rests on is one touch away, and that no lawyer has read it needs none', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, room, button } = her
  await her.setUp()
  await her.addContact({ organisation: 'Kommunen Påhitt' })
  await her.choose({ type: 'social', parts: ['Kommunen Påhitt'] })
  const known = room.locator('.card').filter({ hasText: say('share.preview.know') })
  const rests = button(say('share.preview.rests'))
  await expect(known).toContainText(say('share.notice.child'))
  await expect(known).toContainText(say('share.preview.from'))
  await expect(known).toContainText(say('share.source.lawyer.no'))
  await expect(known).not.toContainText('(2025:400)')
  await rests.click()
  await expect(rests).toHaveAttribute('aria-expanded', 'true')
  await expect(known.locator('.notice-source')).toHaveCount(
    await known.locator('.notice-told').count(),
  )
  await expect(known).toContainText('(2025:400)')
  await rests.click()
  await expect(known).not.toContainText('(2025:400)')
})
