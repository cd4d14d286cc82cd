import { expect } from '@playwright/test'
import { agencyAt } from './agency.ts'
import { herPhone } from './driver.ts'
import { test } from './server.ts'

test('JOURNEY-200 a coordinator who maps: her map of needs, and who is there, read by the coordinator', async ({
  page,
  server,
  browser,
}) => {
  const agency = agencyAt(await (await browser.newContext()).newPage())
  await page.bringToFront()
  const her = herPhone(page, server)
  const { say, tap, row, room, tab } = her
  await her.setUp()
  await her.addContact({ organisation: 'Kommunen Påhitt' })
  await tab('home')
  await row(say('more.title')).click()
  await row(say('more.plan.title')).click()
  await row(say('need.title')).click()
  const cell = [say('need.area.housing'), say('need.horizon.now'), say('need.state.none')]
  await tap(cell.join(', '))
  await room.getByRole('radio', { name: say('need.state.open') }).click()
  await expect(room).toContainText(say('need.saved'))
  await tap(say('action.close'))
  const housing = agency.say('paper.word.area.housing')
  await her.choose({ type: 'coordinator', parts: [housing, 'Kommunen Påhitt'], passcode: false })
  const { link } = await her.makeLink()
  await agency.visit(link)
  await agency.openWith(null)
  await agency.reads(housing)
  await agency.reads(agency.say('paper.word.state.open'))
  await agency.reads('Kommunen Påhitt')
})

test('PLAN-202 a coordinator who follows up: the day comes up by itself, and what became of it is said', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, tap, row, room, fill, tab } = her
  await her.setUp()
  await her.addContact({ organisation: 'Kommunen Påhitt' })
  await tab('home')
  await row(say('more.title')).click()
  await row(say('more.plan.title')).click()
  await tap(say('step.add'))
  await fill(say('step.what'), 'Möte med alla om skolan')
  await tap(say('contact.more'))
  await fill(say('step.follow'), '2020-05-06')
  await tap(say('action.save'))
  await tab('home')
  // Not done, and with no other day: the day to follow it up asks.
  const asked = row(say('home.follow', { what: 'Möte med alla om skolan' }))
  await expect(asked).toContainText(say('home.due', { date: '' }).trim())
  await asked.click()
  await tap(say('step.markDone'))
  await room.getByRole('radio', { name: say('step.help.some') }).click()
  await tab('home')
  await expect(row('Möte med alla om skolan')).toHaveCount(0)
})
