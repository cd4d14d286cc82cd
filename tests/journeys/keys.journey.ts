import { expect, type Page } from '@playwright/test'
import { example } from '../share/example.ts'
import { giveShare } from '../share/given.ts'
import { agenciesBeside, agencyAt, type Agency } from './agency.ts'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'

// The agency at an office computer, without a mouse.

/** Goes on by Tab until what has the focus is called that. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  const here = page.locator(':focus')
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab')
    const label = await here.evaluate((el) =>
      el instanceof HTMLInputElement || el instanceof HTMLTextAreaElement
        ? (el.labels?.[0]?.firstChild?.textContent ?? '')
        : (el.textContent ?? ''),
    )
    if (label.trim() === name) return
  }
  throw new Error(`no Tab leads to ${name}`)
}

const enter = async ({ page, say }: Agency, key: string): Promise<void> => {
  await tabTo(page, say(key))
  await page.keyboard.press('Enter')
}

const give = async (her: HerPhone) => {
  await her.setUp()
  await her.addContact({ organisation: 'Socialtjänsten Fiktiv', caseNumber: 'SN-2026-0042' })
  await her.choose({ type: 'social', parts: ['Socialtjänsten Fiktiv'] })
  return { ...(await her.makeLink()), ...(await her.readOut()) }
}

test('RECIPIENT-650 after each move the focus is where the agency goes on, and all of it goes by keys alone', async ({
  page,
  server,
}) => {
  // Codes are stretched on both sides, as slowly as a guess must be.
  test.slow()
  const [agency] = await agenciesBeside(page)
  if (!agency) throw new Error('no window')
  const { address, code, passcode } = await give(herPhone(page, server))
  const { say, page: office } = agency
  const heading = office.getByRole('heading', { level: 1 })
  await agency.visit(`http://${address}/`)
  // A window behind another one takes no Tab.
  await office.bringToFront()
  await tabTo(office, say('page.spoken.label'))
  await office.keyboard.type(code)
  await office.keyboard.press('Enter')
  await expect(heading).toHaveText(say('page.closed.title'))
  await expect(heading).toBeFocused()

  const field = office.getByLabel(say('page.closed.code'))
  await enter(agency, 'page.closed.open')
  await agency.sees('page.problem.typed')
  await expect(field).toBeFocused()
  await office.keyboard.type(passcode ?? '')
  await office.keyboard.press('Enter')
  await agency.reads('SN-2026-0042')
  await expect(heading).toBeFocused()

  await enter(agency, 'page.reply.offer')
  await expect(office.getByRole('heading', { name: say('page.reply.title') })).toBeFocused()
  await enter(agency, 'page.reply.contact.name')
  await expect(office.getByLabel(say('page.reply.contact.organisation'))).toBeFocused()
  await office.keyboard.type('Kommunen Påhitt')
  await enter(agency, 'page.reply.more')
  await expect(office.getByLabel(say('page.reply.contact.role'))).toBeFocused()
  await enter(agency, 'page.reply.add')
  await enter(agency, 'page.reply.send')
  await expect(office.getByRole('heading', { name: say('page.reply.sent') })).toBeFocused()
})

const open = async (page: Page, origin: string): Promise<Agency> => {
  const agency = agencyAt(page)
  const until = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 19)}Z`
  await agency.visit(await giveShare(origin, { ...example, until }))
  await agency.openWith(null)
  await agency.reads(example.recipient)
  return agency
}

test('RECIPIENT-651 where the browser refuses to copy, the text stands marked, to be copied by a key', async ({
  page,
  server,
}) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))
  })
  const agency = await open(page, server.app)
  await agency.press('page.open.copy')
  const text = page.getByRole('textbox')
  await expect(text).toBeFocused()
  await expect(text).toHaveValue(/E-2026-117/)
  const marked = await text.evaluate((area) =>
    area instanceof HTMLTextAreaElement
      ? area.value.slice(area.selectionStart, area.selectionEnd)
      : '',
  )
  expect(marked).toContain('E-2026-117')
})

test('RECIPIENT-652 a number and an address are as large to touch as a button', async ({
  page,
  server,
}) => {
  const agency = await open(page, server.app)
  for (const scheme of ['tel', 'mailto']) {
    const box = await agency.main.locator(`a[href^="${scheme}:"]`).boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
  }
})

test('RECIPIENT-653 what an answer lacks is said of the field that lacks it, for as long as it does', async ({
  page,
  server,
}) => {
  const [agency] = await agenciesBeside(page)
  if (!agency) throw new Error('no window')
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ organisation: 'Skolan Fiktiv' })
  await her.choose({ type: 'coordinator', parts: ['Skolan Fiktiv'], passcode: false })
  const { link } = await her.makeLink()
  const { say, page: office } = agency
  await agency.visit(link)
  // A window behind another one takes no focus.
  await office.bringToFront()
  await agency.openWith(null)
  await agency.press('page.reply.offer')
  await agency.press('page.reply.contact.name')
  await agency.press('page.reply.add')
  const field = office.getByLabel(say('page.reply.contact.organisation'))
  await expect(field).toBeFocused()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription(say('page.reply.missing'))
  await field.fill('Kommunen Påhitt')
  await expect(field).toHaveAccessibleDescription('')
})
