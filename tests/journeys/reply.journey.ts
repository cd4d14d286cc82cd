import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { agencyAt } from './agency.ts'
import { herPhone } from './driver.ts'
import { test, type Server } from './server.ts'

/** Suggests a time, sends it into a broken network, and once more. */
const answering = async (agency: ReturnType<typeof agencyAt>, server: Server): Promise<void> => {
  await agency.answer({ title: 'Samråd om skolan', day: '2031-05-06', from: '10:00' })
  await agency.page.getByLabel(agency.say('page.reply.from')).fill('Sam Ordnare')
  const faults = await new AxeBuilder({ page: agency.page }).include('main').analyze()
  expect(faults.violations.map(({ id }) => id)).toEqual([])
  await server.kill()
  await agency.press('page.reply.send')
  await agency.sees('page.reply.why.offline')
  await server.start()
  await agency.press('page.reply.again')
  await agency.sees('page.reply.sent')
  await agency.doesNotRead('Samråd om skolan')
}

test('JOURNEY-30 a coordinator who coordinates: answers come through the link, and the time lands in her appointments', async ({
  page,
  server,
  browser,
}) => {
  // A window that opens takes the focus, and her own would lock: theirs is open before.
  const agency = agencyAt(await (await browser.newContext()).newPage())
  await page.bringToFront()
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.addContact({ organisation: 'Skolan Fiktiv' })
  await her.choose({ type: 'coordinator', parts: ['Skolan Fiktiv'], passcode: false })
  const { link } = await her.makeLink()

  await agency.visit(link)
  await agency.openWith(null)
  await answering(agency, server)

  await her.comeBack(code)
  await her.tab('shares')
  await her.row(her.say('share.type.coordinator')).click()
  await her.tap(her.say('reply.look'))
  await expect(her.room).toContainText(her.say('reply.waiting'))
  await her.tab('home')
  await her.row(her.say('home.replies_one').replace('{{count}}', '1')).click()
  await expect(her.room.getByRole('heading', { level: 1 })).toContainText('Sam Ordnare')
  await her.tap(her.say('reply.take.appointment'))
  await her.tab('appointments')
  await expect(her.row('Samråd om skolan')).toBeVisible()
})

const certificate = Buffer.from(`%PDF-1.4 ${'ett intyg '.repeat(20_000)}`)

const sendFile = async (agency: ReturnType<typeof agencyAt>, link: string): Promise<void> => {
  await agency.visit(link)
  await agency.openWith(null)
  await agency.press('page.reply.offer')
  const file = { name: 'intyg.pdf', mimeType: 'application/pdf', buffer: certificate }
  await agency.attach(file)
  await agency.page.getByLabel(agency.say('page.reply.from')).fill('Mottagningen Påhitt')
  await agency.press('page.reply.send')
  await agency.sees('page.reply.sent')
  await agency.doesNotRead('intyg.pdf')
}

test('ANSWER-303 the agency sends a PDF with its answer, and it lies beside her contact', async ({
  page,
  server,
  browser,
  browserName,
}) => {
  test.skip(browserName === 'firefox', 'its driver hears of no download')
  const agency = agencyAt(await (await browser.newContext()).newPage())
  await page.bringToFront()
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.addContact({ organisation: 'Mottagningen Påhitt' })
  await her.choose({ type: 'health', parts: ['Mottagningen Påhitt'], passcode: false })
  const { link } = await her.makeLink()

  await sendFile(agency, link)

  await her.comeBack(code)
  await her.tab('shares')
  await her.row(her.say('share.type.health')).click()
  await her.tap(her.say('reply.look'))
  await her.row('Mottagningen Påhitt').click()
  await expect(her.room).toContainText('intyg.pdf')
  await her.tap(her.say('reply.take.file'))
  const { room, say } = her
  await expect(room).toContainText(say('attachment.room.seen'))
  await room.getByRole('dialog').getByRole('button').nth(1).click()
  await expect(room).toContainText(say('reply.taken.file'), { timeout: 20_000 })
  await her.tab('contacts')
  await her.row('Mottagningen Påhitt').click()
  await her.row('intyg.pdf').click()
  const out = await her.takeOut('original')
  expect(out.name).toBe('intyg.pdf')
  expect(out.bytes.equals(certificate)).toBe(true)
})
