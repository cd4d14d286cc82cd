import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { telling } from '../rules/telling.ts'
import { test } from './server.ts'

const languages = ['sv', 'en', 'ar'] as const

const open = async (page: Page, address: string, language: string): Promise<void> => {
  await page.goto(`${address}/begin.html#${language}`)
  await expect(page.locator(`#${language}`)).toBeVisible()
}

/** Firefox's driver prints nothing on request: there the sheet's rules for paper are laid on the screen. */
const print = async (page: Page, browserName: string): Promise<void> => {
  if (browserName === 'chromium') return page.emulateMedia({ media: 'print' })
  await page.evaluate(() => {
    for (const { cssRules } of document.styleSheets)
      for (const rule of cssRules)
        if (rule instanceof CSSMediaRule) {
          const { media } = rule
          media.mediaText = media.mediaText === 'print' ? 'all' : media.mediaText
        }
  })
}

for (const language of languages) {
  test(`BEGIN-1 the page for whoever helps is there in ${language}, alone and for everyone`, async ({
    page,
    server,
  }) => {
    await open(page, server.recipient, language)
    await expect(page.locator('section:visible')).toHaveCount(1)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    const aside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(aside).toBeLessThanOrEqual(0)
  })

  test(`BEGIN-2 the sheet of paper in ${language} is one page and tells nothing`, async ({
    page,
    server,
    browserName,
  }) => {
    await open(page, server.recipient, language)
    await print(page, browserName)
    await expect(page.locator('.help:visible')).toHaveCount(0)
    const sheet = await page.locator('body').innerText()
    expect(sheet.length).toBeGreaterThan(200)
    expect(telling(sheet)).toEqual([])
    expect(sheet).not.toMatch(/1 ÷ 0|112\b/)
    if (browserName !== 'chromium') return
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })
}

test('BEGIN-3 the page runs no script and names no address of the app', async ({
  page,
  server,
}) => {
  await page.goto(`${server.recipient}/begin.html`)
  expect(await page.locator('script').count()).toBe(0)
  expect(await page.content()).not.toMatch(/https?:/)
  expect(telling(new URL(page.url()).pathname + (await page.title()))).toEqual([])
})

test('BEGIN-400 each tool has a tip on the sheet, and what it says is so', async ({
  page,
  server,
}) => {
  for (const language of languages) {
    await open(page, server.recipient, language)
    const tips = page.locator(`#${language} .sheet ul`).last().locator('li')
    await expect(tips).toHaveCount(3)
    await expect(tips.nth(0)).toContainText('220')
    await expect(tips.nth(2)).toContainText('1234')
  }
  await page.goto(`${server.app}/timer.html`)
  await page.keyboard.type('1234')
  await expect(page.locator('#value')).toHaveText('12:34')
})
