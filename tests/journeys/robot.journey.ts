import { expect, type Page } from '@playwright/test'
import { agencyAt } from './agency.ts'
import { herPhone } from './driver.ts'
import { test, type Server } from './server.ts'

// What a mail filter does that does not stop at looking: it opens the whole link in a browser of its own, runs
// its scripts, types into whatever takes typing and presses whatever can be pressed.

const caseNumber = 'SN-2026-0042'

/** A window that opens takes the focus, and her own would lock: theirs are open before. */
const windows = async (page: Page) => {
  const browser = page.context().browser()
  if (!browser) throw new Error('no browser')
  const one = async (): Promise<Page> => (await browser.newContext()).newPage()
  const both = { robot: await one(), person: agencyAt(await one()) }
  await page.bringToFront()
  return both
}

const linked = async (page: Page, server: Server) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ organisation: 'Socialtjänsten Fiktiv', caseNumber })
  await her.choose({ type: 'social', parts: ['Socialtjänsten Fiktiv'] })
  return { her, given: await her.makeLink() }
}

/** Another text for every field of every round; six digits, as what it reads on the page asks for. */
const typed = (given: string | null, round: number): string => {
  const guess = String(100_001 + round)
  return given?.replace(/\D/g, '') === guess ? '999999' : guess
}

const changeEverySelect = async (page: Page, round: number): Promise<void> => {
  for (const select of await page.locator('select').all()) {
    const count = await select.locator('option').count()
    await select.selectOption({ index: round % count })
  }
}

/** One round over the page; resolves once all that it set off is over. */
const goOver = async (page: Page, text: string): Promise<void> => {
  for (const field of await page.locator('input, textarea').all()) await field.fill(text)
  for (const one of await page.locator('button, a, label, [role=button]').all()) await one.click()
  await expect(page.locator('[aria-disabled="true"]')).toHaveCount(0)
  for (const field of await page.locator('input, textarea').all()) await field.press('Enter')
  await expect(page.locator('[aria-disabled="true"]')).toHaveCount(0)
}

test('RECIPIENT-350 a robot that types and presses everything uses up no view, and her receipt counts its wrong codes', async ({
  page,
  server,
}) => {
  // Eight codes are stretched, each as slowly as a guess must be.
  test.slow()
  const { robot, person } = await windows(page)
  const { her, given } = await linked(page, server)
  const asked: number[] = []
  robot.on('response', (answer) => {
    if (/\/v1\/(open|shown)$/.test(answer.url())) asked.push(answer.status())
  })
  await robot.goto(given.link)
  await expect(robot.locator('input')).toBeVisible()
  await goOver(robot, typed(given.passcode, 0))
  await expect.poll(() => asked).toEqual([404, 404])
  await her.tap(her.say('share.receipt.look'))
  await expect(her.room).toContainText(her.say('share.receipt.never'))
  await expect(her.room).toContainText(her.say('share.receipt.wrong', { count: 2 }))

  for (let round = 1; asked.length < 7; round++) {
    await changeEverySelect(robot, round)
    await goOver(robot, typed(given.passcode, round))
  }
  expect(asked.every((status) => status === 404)).toBe(true)
  await expect(robot.locator('body')).not.toContainText(caseNumber)
  await her.tap(her.say('share.receipt.again'))
  await expect(her.room).toContainText(her.say('share.receipt.lockedText', { count: 5 }))
  await expect(her.room).toContainText(her.say('share.receipt.never'))

  await person.visit(given.link)
  await person.openWith(given.passcode)
  await person.reads(caseNumber)
  await page.bringToFront()
  await her.tap(her.say('share.receipt.again'))
  await expect(her.room).toContainText(her.say('share.receipt.times', { count: 1 }))
  await expect(her.room).toContainText(her.say('share.receipt.places', { count: 1 }))
})
