import { expect, type Page } from '@playwright/test'
import { wordsOf } from './words.ts'

const answering = (page: Page, say: (key: string) => string) => {
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true })
  return {
    press: (key: string): Promise<void> => button(key).click(),

    /** Writes an answer with one suggested appointment, as far as the sending. */
    answer: async (date: { title: string; day: string; from: string }): Promise<void> => {
      await button('page.reply.offer').click()
      await button('page.reply.appointment.name').click()
      await page.getByLabel(say('page.reply.appointment.title')).fill(date.title)
      await page.getByLabel(say('page.reply.appointment.day')).fill(date.day)
      await page.getByLabel(say('page.reply.appointment.from')).fill(date.from)
      await button('page.reply.add').click()
    },

    /** Puts a file into the answer that is being written; it is in once its name stands there. */
    attach: async (file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> => {
      await button('page.reply.file.name').click()
      await page.getByLabel(say('page.reply.file.file')).setInputFiles(file)
      await expect(page.locator('.items')).toContainText(file.name)
    },
  }
}

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

    /** Types a code that was read out, and goes on. */
    typeCode: async (code: string): Promise<void> => {
      await page.getByLabel(say('page.spoken.label')).fill(code)
      await page.getByRole('button', { name: say('page.spoken.next') }).click()
    },

    ...answering(page, say),

    reads: (text: string): Promise<void> => expect(main).toContainText(text),
    doesNotRead: (text: string): Promise<void> =>
      expect(page.locator('body')).not.toContainText(text),
    sees: (key: string, more: Readonly<Record<string, number>> = {}): Promise<void> =>
      expect(page.locator('body')).toContainText(say(key, more)),
  }
}

export type Agency = ReturnType<typeof agencyAt>

/** Other browsers, one for each language. A window that opens takes the focus, and her own would lock: they open first. */
export const agenciesBeside = async (page: Page, languages: readonly string[] = ['sv']) => {
  const browser = page.context().browser()
  if (!browser) throw new Error('no browser')
  const made = []
  for (const language of languages)
    made.push(agencyAt(await (await browser.newContext({ locale: language })).newPage(), language))
  await page.bringToFront()
  return made
}
