import { expect } from '@playwright/test'
import { linkOf, newSecret } from '../../src/share/link.ts'
import { agencyAt } from './agency.ts'
import { herPhone, type HerPhone } from './driver.ts'
import { scanned } from './picture.ts'
import { test, type Server } from './server.ts'
import type { Given } from './sharing.ts'

const chosen = [
  'Socialtjänsten Fiktiv',
  'Advokat Påhittad',
  'Möte om boende',
  'Vad som har hänt',
  'Vad jag behöver',
]

/** Contacts, an appointment and a story, of which a part is for the agency and a part is not. */
const fillRecord = async (her: HerPhone): Promise<void> => {
  await her.addContact({ organisation: 'Socialtjänsten Fiktiv', caseNumber: 'SN-2026-0042' })
  await her.addContact({ organisation: 'Advokat Påhittad', phones: '08-46500402' })
  await her.addContact({ organisation: 'Jouren Hemlig', phones: '031-3900603' })
  await her.addAppointment({
    date: '2031-05-06',
    time: '09:30',
    title: 'Möte om boende',
    place: 'Dolda gatan 1',
  })
  await her.writeStory('happened', 'Det som andra får veta.')
  await her.writeStory('need', 'En bostad med lås.')
  await her.writeStory('threats', 'Bara för mig själv.')
}

const share = async (her: HerPhone): Promise<Given> => {
  await her.choose({
    type: 'social',
    name: 'Handläggaren på kommunen',
    parts: chosen,
    why: 'Inför mötet',
  })
  return her.makeLink()
}

const begin = async (her: HerPhone): Promise<Given> => {
  await her.setUp()
  await fillRecord(her)
  return share(her)
}

const anotherBrowser = async (browser: {
  newContext: () => Promise<{ newPage: () => Promise<HerPhone['page']> }>
}): Promise<ReturnType<typeof agencyAt>> => agencyAt(await (await browser.newContext()).newPage())

const reading = async (agency: ReturnType<typeof agencyAt>, given: Given): Promise<void> => {
  await agency.visit(given.link)
  await agency.openWith(given.passcode)
  await agency.reads('Socialtjänsten Fiktiv')
}

const starting = (page: HerPhone['page'], server: Server) => herPhone(page, server)

test('JOURNEY-5 not to retell the story: she picks parts, sees what they will see, and gets a link and a passcode', async ({
  page,
  server,
  browser,
}) => {
  const her = starting(page, server)
  await her.setUp()
  await fillRecord(her)
  await her.choose({
    type: 'social',
    name: 'Handläggaren på kommunen',
    parts: chosen,
    why: 'Inför mötet',
  })
  await expect(her.room).toContainText('Det som andra får veta.')
  await expect(her.room).toContainText('SN-2026-0042')
  await expect(her.room).not.toContainText('Bara för mig själv.')
  await expect(her.room).not.toContainText('Dolda gatan')
  const { link, passcode } = await her.makeLink()
  expect(link.startsWith(`${server.recipient}/#1`)).toBe(true)
  expect(passcode?.replace(/\D/g, '')).toHaveLength(6)
  await her.tap(her.say('share.link.showCode'))
  const picture = await her.room.getByRole('img', { name: her.say('share.link.code') }).screenshot()
  await her.tab('shares')
  await expect(her.row('Handläggaren på kommunen')).toBeVisible()
  expect(await scanned(browser, picture)).toBe(link)
})

test('JOURNEY-6 the agency opens it in another browser, with no account, and reads just the parts', async ({
  page,
  server,
  browser,
}) => {
  const given = await begin(starting(page, server))
  const agency = await anotherBrowser(browser)
  await agency.visit(given.link)
  expect(agency.page.url()).toBe(`${server.recipient}/`)
  await agency.doesNotRead('Socialtjänsten Fiktiv')
  await agency.openWith(given.passcode)
  for (const text of [
    'Inför mötet',
    'SN-2026-0042',
    '08-46500402',
    'Möte om boende',
    'En bostad med lås.',
  ])
    await agency.reads(text)
  for (const text of ['Jouren Hemlig', 'Bara för mig själv.', 'Dolda gatan'])
    await agency.doesNotRead(text)
})

test('JOURNEY-6 what the agency prints is the paper alone', async ({
  page,
  server,
  browser,
  browserName,
}) => {
  test.skip(browserName === 'firefox', 'its driver cannot show a page as it would be printed')
  const given = await begin(starting(page, server))
  const agency = await anotherBrowser(browser)
  await reading(agency, given)
  await agency.page.emulateMedia({ media: 'print' })
  await expect(agency.page.locator('.printed')).toContainText('Handläggaren på kommunen')
  await expect(agency.page.getByRole('button')).toHaveCount(0)
})

test('JOURNEY-6 a wrong passcode opens nothing, and the right one still does', async ({
  page,
  server,
  browser,
}) => {
  const given = await begin(starting(page, server))
  const agency = await anotherBrowser(browser)
  await agency.visit(given.link)
  await agency.openWith('000 000' === given.passcode ? '111111' : '000000')
  await agency.sees('page.problem.code')
  await agency.openWith(given.passcode)
  await agency.reads('En bostad med lås.')
})

test('JOURNEY-6 a stopped link looks like one that never was', async ({
  page,
  server,
  browser,
}) => {
  // A window that opens takes the focus, and her own would lock: theirs is open before.
  const first = await anotherBrowser(browser)
  await page.bringToFront()
  const her = starting(page, server)
  await her.setUp()
  await fillRecord(her)
  await her.choose({ type: 'social', parts: chosen, passcode: false })
  const given = await her.makeLink()
  await reading(first, given)
  await her.stop()
  const later = await anotherBrowser(browser)
  await later.visit(given.link)
  await later.openWith(null)
  await later.sees('page.gone.title')
  const never = await anotherBrowser(browser)
  await never.visit(linkOf(server.recipient, await newSecret(false)))
  await never.openWith(null)
  await never.sees('page.gone.title')
  expect(await never.main.innerText()).toBe(await later.main.innerText())
})

test('JOURNEY-6 a link with one character changed says so and asks nothing of the relay', async ({
  page,
  server,
  browser,
}) => {
  const given = await begin(starting(page, server))
  const at = given.link.length - 5
  const other = given.link[at] === 'A' ? 'B' : 'A'
  const agency = await anotherBrowser(browser)
  const asked: string[] = []
  agency.page.on('request', (request) => {
    if (request.method() === 'POST') asked.push(request.url())
  })
  await agency.visit(`${given.link.slice(0, at)}${other}${given.link.slice(at + 1)}`)
  await agency.sees('page.damaged.title')
  expect(asked).toEqual([])
})

test('JOURNEY-8 without a network the share waits, and nothing is lost', async ({
  page,
  server,
}) => {
  const her = starting(page, server)
  await her.setUp()
  await fillRecord(her)
  await her.choose({ type: 'social', name: 'Handläggaren på kommunen', parts: chosen })
  await server.kill()
  await her.tap(her.say('share.preview.make'))
  await expect(her.room).toContainText(her.say('share.why.offline'))
  await server.start()
  const { link } = await her.makeLink()
  expect(link).toContain('/#1')
})
