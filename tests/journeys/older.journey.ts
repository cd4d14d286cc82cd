import { expect, type Page } from '@playwright/test'
import { test } from './server.ts'

/** How the agency's page looks, and which files it fetched for that. */
const looks = async (page: Page, url: string) => {
  const styles: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('.css')) styles.push(request.url())
  })
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const font = () => page.evaluate(() => getComputedStyle(document.body).fontFamily)
  await expect.poll(font).toContain('system-ui')
  return { shown: await page.screenshot(), styles }
}

test('RECIPIENT-15 a browser that takes no styles from a script shows the same page', async ({
  page,
  browser,
  server,
}) => {
  const modern = await looks(page, server.recipient)
  expect(modern.styles).toEqual([])
  const older = await (await browser.newContext()).newPage()
  await older.setViewportSize(page.viewportSize() ?? { width: 390, height: 844 })
  await older.addInitScript(() => {
    Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets')
  })
  const plain = await looks(older, server.recipient)
  expect(plain.styles.length).toBeGreaterThan(0)
  expect(plain.shown).toEqual(modern.shown)
})
