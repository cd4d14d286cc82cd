import { expect } from '@playwright/test'
import { agencyAt } from './agency.ts'
import { herPhone } from './driver.ts'
import { test } from './server.ts'

test('RECIPIENT-302 whoever leaves the page and comes back finds nothing of what stood there', async ({
  page,
  server,
  browser,
  browserName,
}) => {
  test.skip(browserName === 'firefox', 'its driver waits for ever for a page from memory')
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ organisation: 'Skolan Fiktiv' })
  await her.choose({ type: 'other', parts: ['Skolan Fiktiv'], passcode: false })
  const { link } = await her.makeLink()
  const agency = agencyAt(await (await browser.newContext()).newPage())
  await agency.visit(link)
  await agency.openWith(null)
  await agency.reads('Skolan Fiktiv')

  // What a browser says that keeps the page whole for the way back, as most phones do.
  const turn = (name: string) =>
    agency.page.evaluate(
      (event) => dispatchEvent(new PageTransitionEvent(event, { persisted: true })),
      name,
    )
  await turn('pagehide')
  await expect(agency.page.locator('#page')).toBeEmpty()
  await turn('pageshow')
  await agency.sees('page.empty.lead')
  await agency.doesNotRead('Skolan Fiktiv')

  await agency.page.goto(link)
  await agency.openWith(null)
  await agency.reads('Skolan Fiktiv')
  await agency.page.goto('about:blank')
  await agency.page.goBack()
  await agency.doesNotRead('Skolan Fiktiv')
})
