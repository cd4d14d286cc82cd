import { expect } from '@playwright/test'
import { agencyAt } from './agency.ts'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'
import type { Given } from './sharing.ts'

const office = 'Socialtjänsten Fiktiv'

/** A link that is kept up to date, from how it looks in another language. */
const makeLiving = async (her: HerPhone): Promise<Given> => {
  const { say, room, tap } = her
  await her.setUp()
  await her.addContact({ organisation: office, caseNumber: 'SN-2026-0042' })
  await her.beginParts('coordinator', [office])
  await tap(say('action.continue'))
  await room.getByRole('radio', { name: 'العربية' }).click()
  await expect(room.locator('.sight')).toHaveAttribute('dir', 'rtl')
  await room.getByRole('checkbox', { name: say('share.living.keep') }).click()
  const given = await her.makeLink()
  await expect(room).toContainText(say('share.living.fresh'))
  return given
}

/** A number that is another by now, which is sent by itself, and a text, which is not. */
const goOn = async (her: HerPhone): Promise<void> => {
  const sent = her.page.waitForResponse(/replace$/)
  await her.tab('contacts')
  await her.row(office).click()
  await her.tap(her.say('action.edit'))
  await her.fill(her.say('contact.caseNumber'), 'SN-2031-7777')
  await her.tap(her.say('action.save'))
  expect((await sent).status()).toBe(200)
  await her.writeStory('need', 'En bostad med lås.')
  await her.tab('shares')
  await her.row(her.say('share.type.coordinator')).click()
}

test('JOURNEY-43 the coordinator sees the whole as it changes: by one link, and what is new only once she adds it', async ({
  page,
  server,
  browser,
}) => {
  // A window that opens takes the focus, and her own would lock: theirs is open before.
  const coordinator = agencyAt(await (await browser.newContext()).newPage())
  await page.bringToFront()
  const her = herPhone(page, server)
  const { say, room, tap } = her
  const { link, passcode } = await makeLiving(her)
  const visit = async (): Promise<void> => {
    await coordinator.visit(link)
    await coordinator.openWith(passcode)
  }
  await goOn(her)
  await visit()
  await coordinator.reads('SN-2031-7777')
  await coordinator.doesNotRead('En bostad med lås.')

  await expect(room).toContainText(say('share.fresh.title', { count: 1 }))
  await tap(say('share.fresh.add'))
  await tap(say('action.continue'))
  await expect(room.locator('.paper')).toContainText('En bostad med lås.')
  await tap(say('share.change.send'))
  await expect(room).toContainText(say('share.change.done'))
  await visit()
  await coordinator.reads('En bostad med lås.')

  await tap(say('share.change.press'))
  await room.getByRole('checkbox', { name: office, exact: true }).click()
  await tap(say('action.continue'))
  await tap(say('share.change.send'))
  await expect(room).toContainText(say('share.given.earlier'))
  await visit()
  await coordinator.reads('En bostad med lås.')
  await coordinator.doesNotRead('SN-2031-7777')
})
