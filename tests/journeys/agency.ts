import { expect, type Page } from '@playwright/test'
import { wordsOf } from './words.ts'

/** The agency: another browser with no account, and a link. */
export const agencyAt = (page: Page, language = 'sv') => {
  const say = wordsOf('recipient', language)
  const main = page.locator('main')

  return {
    page,
    say,
    main,

    visit: async (link: string): Promise<void> => {
      await page.goto(link)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    },

    /** Types the passcode, if there is one, and opens. */
    openWith: async (passcode: string | null): Promise<void> => {
      if (passcode !== null) await page.getByLabel(say('page.closed.code')).fill(passcode)
      await page
        .getByRole('button', { name: say('page.closed.open') })
        .or(page.getByRole('button', { name: say('page.closed.again') }))
        .click()
    },

    reads: (text: string): Promise<void> => expect(main).toContainText(text),
    doesNotRead: (text: string): Promise<void> =>
      expect(page.locator('body')).not.toContainText(text),
    sees: (key: string): Promise<void> => expect(page.locator('body')).toContainText(say(key)),
  }
}
