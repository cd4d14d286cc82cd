import { expect, type Locator, type Page } from '@playwright/test'
import type { Server } from './server.ts'
import { wordsOf, type Say } from './words.ts'

// The product's verbs. A journey reads as a story: no selector stands outside this file and agency.ts.

export type Contact = {
  readonly organisation?: string
  readonly person?: string
  readonly phones?: string
  readonly caseNumber?: string
  readonly next?: string
}
export type Appointment = {
  readonly date: string
  readonly time?: string
  readonly title: string
  readonly place?: string
}

export type Wish = {
  /** Locale key of the recipient's type: "social". */
  readonly type: string
  /** Names of the parts, as the list shows them. */
  readonly parts: readonly string[]
  readonly name?: string
  readonly why?: string
  readonly passcode?: boolean
}
export type Given = { readonly link: string; readonly passcode: string | null }

const button = (page: Page, name: string): Locator =>
  page.locator('.room').getByRole('button', { name, exact: true })

const codeKeys: Readonly<Record<string, string>> = {
  '×': '*',
  '÷': '/',
  '−': '-',
  ',': '.',
  '٫': '.',
}

/** Her phone: one page of the app, spoken to in the words of its language. */
export const herPhone = (page: Page, server: Server, language = 'sv') => {
  const say: Say = wordsOf('app', language)
  const room = page.locator('.room')
  const tap = (name: string): Promise<void> => button(page, name).first().click()
  const tab = (name: string): Promise<void> =>
    room
      .getByRole('navigation')
      .getByRole('button', { name: say(`tab.${name}`) })
      .click()
  const fill = (label: string, text: string): Promise<void> =>
    room
      .locator('input, textarea')
      .and(room.getByLabel(label, { exact: true }))
      .fill(text)
  const row = (name: string): Locator => room.getByRole('button').filter({ hasText: name }).first()

  const typeOnCalculator = async (keys: string): Promise<void> => {
    for (const key of keys) await page.locator(`#tool [data-key="${key}"]`).click()
  }

  const readCode = async (): Promise<string> => {
    const shown = (await room.locator('.code').innerText()).replace(/\s/g, '')
    return [...shown].map((sign) => codeKeys[sign] ?? sign).join('')
  }

  return {
    page,
    say,
    room,
    tap,
    tab,
    row,
    fill,
    typeOnCalculator,
    readCode,

    open: async (): Promise<void> => {
      await page.goto(server.app)
      await expect(page.locator('#value')).toHaveText('0')
    },

    /** The whole first set-up, by the link that ends in #start; returns the code. */
    setUp: async (): Promise<string> => {
      await page.goto(`${server.app}/#start`)
      await room.getByRole('radio', { name: nameOf(language) }).click()
      await tap(say('action.continue'))
      await tap(say('action.continue'))
      const code = await readCode()
      await tap(say('setUp.code.next'))
      await page.keyboard.type(`${code}=`)
      await tap(say('setUp.ready.begin'))
      await expect(room.getByRole('navigation')).toBeVisible()
      return code
    },

    /** Types a code on the calculator; whether it opens is for the journey to say. */
    typeCode: async (code: string): Promise<void> => {
      await typeOnCalculator(`C${code}=`)
    },

    unlock: async (code: string): Promise<void> => {
      await typeOnCalculator(`C${code}=`)
      await expect(room.getByRole('navigation')).toBeVisible()
    },

    /** One touch on the button that is on every screen. */
    exit: async (): Promise<void> => {
      await room.getByRole('button', { name: say('exit.label') }).click()
      await expect(room).toHaveCount(0)
      // What is still under the finger is swallowed for a moment.
      await page.waitForTimeout(700)
    },

    addContact: async (contact: Contact): Promise<void> => {
      await tab('contacts')
      await tap(say('contact.add'))
      const { organisation = '', person = '', phones = '', caseNumber = '', next = '' } = contact
      await fill(say('contact.organisation'), organisation)
      await fill(say('contact.person'), person)
      await fill(say('contact.phones'), phones)
      await fill(say('contact.caseNumber'), caseNumber)
      await fill(say('contact.next'), next)
      await tap(say('action.save'))
    },

    addAppointment: async (appointment: Appointment): Promise<void> => {
      await tab('appointments')
      await tap(say('appointment.add'))
      await fill(say('appointment.date'), appointment.date)
      await fill(say('appointment.from'), appointment.time ?? '')
      await fill(say('appointment.title'), appointment.title)
      await fill(say('appointment.place'), appointment.place ?? '')
      await tap(say('action.save'))
    },

    writeStory: async (topic: string, text: string): Promise<void> => {
      await tab('stories')
      await row(say(`story.topic.${topic}`)).click()
      await fill(say('story.text'), text)
      await tap(say('action.save'))
    },

    /** Chooses parts for one recipient as far as the sight of what they will see. */
    choose: async (wish: Wish): Promise<void> => {
      await tab('shares')
      await tap(say('share.add'))
      await room.getByRole('radio', { name: say(`share.type.${wish.type}`) }).click()
      await fill(say('share.whom.name'), wish.name ?? '')
      await tap(say('action.continue'))
      for (const part of wish.parts) {
        await room.getByRole('checkbox', { name: part, exact: true }).click()
      }
      await tap(say('action.continue'))
      await fill(say('share.terms.why'), wish.why ?? '')
      if (wish.passcode === false) {
        await room.getByRole('checkbox', { name: say('share.terms.passcode') }).click()
      }
      await tap(say('share.terms.next'))
    },

    /** Makes the link of what was chosen. */
    makeLink: async (): Promise<Given> => {
      await tap(say('share.preview.make'))
      const link = await room.locator('.link-text').innerText()
      const shown = room.locator('.passcode')
      const passcode = (await shown.count()) > 0 ? await shown.innerText() : null
      return { link: link.trim(), passcode }
    },

    stop: async (): Promise<void> => {
      await tap(say('share.stop.press'))
      await expect(button(page, say('share.over.remove'))).toBeVisible()
    },

    /** Picks a file where the app asks for one. */
    bringIn: async (from: 'contacts' | 'appointments', file: string): Promise<void> => {
      await tab(from)
      await tap(say(from === 'contacts' ? 'contact.fromFile' : 'appointment.fromFile'))
      const chooser = page.waitForEvent('filechooser')
      await tap(say('import.pick'))
      await (await chooser).setFiles(file)
    },
  }
}

export type HerPhone = ReturnType<typeof herPhone>

const nameOf = (language: string): string =>
  ({ sv: 'Svenska', en: 'English', ar: 'العربية' })[language] ?? 'English'
