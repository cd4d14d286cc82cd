import { expect, type Page } from '@playwright/test'
import { agenciesBeside, agencyAt } from './agency.ts'
import { herPhone } from './driver.ts'
import { test, type Server } from './server.ts'

// Whoever could not read what was opened, through no fault of theirs, has used up nothing.

/** `beside`: another window of the agency’s browser. Both are there first: a new one would take her out of the room. */
const linked = async (page: Page, server: Server) => {
  const her = herPhone(page, server)
  const [agency] = await agenciesBeside(page)
  if (!agency) throw new Error('no window')
  const beside = agencyAt(await agency.page.context().newPage())
  await page.bringToFront()
  await her.setUp()
  await her.addContact({ organisation: 'Socialtjänsten Fiktiv', caseNumber: 'SN-2026-0042' })
  await her.choose({ type: 'social', parts: ['Socialtjänsten Fiktiv'] })
  return { her, agency, beside, given: await her.makeLink() }
}

/** The relay gets what is asked, and its answer is lost. */
const losing = async (page: Page, work: () => Promise<void>): Promise<void> => {
  await page.route(/open$/, async (route) => {
    await route.fetch()
    await route.abort()
  })
  await work()
  await page.unroute(/open$/)
}

test('RECIPIENT-400 an answer that was lost, and the link pressed again in the mail, take one place', async ({
  page,
  server,
}) => {
  const { her, agency, given } = await linked(page, server)
  await losing(agency.page, async () => {
    await agency.visit(given.link)
    await agency.openWith(given.passcode)
    await agency.sees('page.problem.offline')
  })
  await agency.visit(given.link)
  await agency.openWith(given.passcode)
  await agency.reads('SN-2026-0042')
  await page.bringToFront()
  await her.tap(her.say('share.receipt.look'))
  await expect(her.room).toContainText(her.say('share.receipt.places', { count: 1 }))
})

test('RECIPIENT-400 a code from the telephone still leads on where its answer was lost', async ({
  page,
  server,
}) => {
  test.slow()
  const { her, agency, given } = await linked(page, server)
  const { code } = await her.readOut()
  await losing(agency.page, async () => {
    await agency.visit(server.recipient)
    await agency.typeCode(code)
    await agency.sees('page.problem.offline')
  })
  await agency.page.reload()
  await agency.typeCode(code)
  await agency.sees('page.closed.codeNext')
  await agency.openWith(given.passcode)
  await agency.reads('SN-2026-0042')
})

test('RECIPIENT-400 two links that stand open beside each other are opened by one browser', async ({
  page,
  server,
}) => {
  test.slow()
  const { her, agency, beside, given } = await linked(page, server)
  await her.choose({ type: 'health', parts: ['Socialtjänsten Fiktiv'] })
  const other = await her.makeLink()
  await agency.visit(given.link)
  await beside.visit(other.link)
  await agency.openWith(given.passcode)
  await agency.reads('SN-2026-0042')
  await beside.openWith(other.passcode)
  await beside.reads('SN-2026-0042')
  await agency.visit(other.link)
  await agency.openWith(other.passcode)
  await agency.reads('SN-2026-0042')
  await page.bringToFront()
  await her.tap(her.say('share.receipt.look'))
  await expect(her.room).toContainText(her.say('share.receipt.times', { count: 2 }))
  await expect(her.room).toContainText(her.say('share.receipt.places', { count: 1 }))
})

test('RECIPIENT-400 two windows that open one link at the same moment take one place', async ({
  page,
  server,
}) => {
  test.slow()
  const { her, agency, beside, given } = await linked(page, server)
  await agency.visit(given.link)
  await beside.visit(given.link)
  // Long enough for both to ask, if they do not wait for each other.
  await agency.page.context().route(/open$/, async (route) => {
    await agency.page.waitForTimeout(2_000)
    await route.continue()
  })
  await Promise.all([agency.openWith(given.passcode), beside.openWith(given.passcode)])
  await agency.reads('SN-2026-0042')
  await beside.reads('SN-2026-0042')
  await page.bringToFront()
  await her.tap(her.say('share.receipt.look'))
  await expect(her.room).toContainText(her.say('share.receipt.places', { count: 1 }))
})
