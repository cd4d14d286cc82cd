import { expect, type Browser, type Locator, type Page } from '@playwright/test'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { attaching } from './attaching.ts'
import { coding } from './codes.ts'
import { copying } from './copying.ts'
import { writing } from './entries.ts'
import type { Server } from './server.ts'
import { sharing } from './sharing.ts'
import { wordsOf, type Say } from './words.ts'

// The product's verbs. A journey reads as a story: no selector stands outside this file, entries.ts,
// sharing.ts, copying.ts, codes.ts, attaching.ts and agency.ts.

/** Her hands on one page: everything the verbs are made of. */
export type Hands = {
  readonly page: Page
  readonly say: Say
  /** What the code opens; not there while the calculator shows. */
  readonly room: Locator
  readonly tap: (name: string) => Promise<void>
  readonly tab: (name: string) => Promise<void>
  readonly fill: (label: string, text: string) => Promise<void>
  readonly row: (name: string) => Locator
  readonly button: (name: string) => Locator
}

const handsOn = (page: Page, say: Say): Hands => {
  const room = page.locator('.room')
  const button = (name: string): Locator => room.getByRole('button', { name, exact: true })
  return {
    page,
    say,
    room,
    button,
    tap: (name) => button(name).first().click(),
    tab: (name) =>
      room
        .getByRole('navigation')
        .getByRole('button', { name: say(`tab.${name}`) })
        .click(),
    fill: (label, text) =>
      room
        .locator('input, textarea')
        .and(room.getByLabel(label, { exact: true }))
        .fill(text),
    row: (name) => room.getByRole('button').filter({ hasText: name }).first(),
  }
}

type Place = readonly [x: number, y: number]

/** The middle of each key of the tool that is seen, in CSS pixels. */
const keysOf = async (page: Page): Promise<ReadonlyMap<string, Place>> => {
  const places = await page.locator('#tool [data-key]').evaluateAll((keys) =>
    keys.map((key): [string, Place] => {
      const { x, y, width, height } = key.getBoundingClientRect()
      return [key.getAttribute('data-key') ?? '', [x + width / 2, y + height / 2]]
    }),
  )
  return new Map(places)
}

/**
 * Presses the keys of the tool. The first waits until the tool can be pressed; each that did so would wait for
 * frames, which makes a code of 23 keys take longer than opening does.
 */
const typing = (page: Page) => async (keys: string) => {
  const [first = '', ...others] = keys
  await page.locator(`#tool [data-key="${first}"]`).click()
  const places = await keysOf(page)
  for (const key of others) {
    const place = places.get(key)
    if (!place) throw new Error(`no key ${key}`)
    await page.mouse.click(...place)
  }
}

const names: Readonly<Record<string, string>> = { sv: 'Svenska', en: 'English', ar: 'العربية' }
const signs: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('٠١٢٣٤٥٦٧٨٩', (sign, digit) => [sign, String(digit)])),
  '×': '*',
  '÷': '/',
  '−': '-',
  ',': '.',
  '٫': '.',
}

/** The code as the set-up shows it. */
const reading = (room: Locator) => async (): Promise<string> => {
  const shown = await room.locator('.code').innerText()
  return Array.from(shown.replace(/\s/g, ''), (sign) => signs[sign] ?? sign).join('')
}

/** Keys pressed before the screen listens would be lost: its heading says when it does. */
const typeBack = async ({ page, say, room }: Hands, code: string): Promise<void> => {
  await expect(room.getByRole('heading', { name: say('setUp.typing.title') })).toBeFocused()
  await page.keyboard.type(`${code}=`)
}

/** Where each disguise lies; the calculator has the address itself. */
export const disguises = ['', 'convert.html', 'timer.html'] as const
export type Disguise = (typeof disguises)[number]

/** The first set-up, by the link that ends in #start, as far as where the code is typed back; returns the code. */
const beginning =
  ({ page, say, room, tap }: Hands, link: string, language: string) =>
  async () => {
    await page.goto(link)
    await room.getByRole('radio', { name: names[language] ?? language }).click()
    await tap(say('action.continue'))
    await tap(say('action.continue'))
    const code = await reading(room)()
    await tap(say('setUp.code.next'))
    await expect(room.getByRole('heading', { name: say('setUp.typing.title') })).toBeFocused()
    return code
  }

const entering = (hands: Hands, server: Server, language: string, disguise: Disguise) => {
  const { page, say, room, tap } = hands
  const typeOnCalculator = typing(page)
  const readCode = reading(room)
  const beginSetUp = beginning(hands, `${server.app}/${disguise}#start`, language)
  return {
    typeOnCalculator,
    readCode,
    open: async (): Promise<void> => {
      await page.goto(`${server.app}/${disguise}`)
      await expect(page.locator('#value')).toHaveText(/^[0٠۰]/)
    },

    beginSetUp,

    /** The whole first set-up; returns the code. */
    setUp: async (): Promise<string> => {
      const code = await beginSetUp()
      await typeBack(hands, code)
      await tap(say('setUp.ready.begin'))
      await expect(room.getByRole('navigation')).toBeVisible()
      return code
    },

    unlock: async (code: string): Promise<void> => {
      // A tab behind another one draws only once a second.
      await page.bringToFront()
      await typeOnCalculator(`C${code}=`)
      await expect(room.getByRole('navigation')).toBeVisible()
    },
  }
}

/** Back from another window. */
const returning = ({ page, room }: Hands) => {
  const typeOnCalculator = typing(page)
  return {
    /**
     * In the room again, whether leaving the window has closed it or not. A window that only now hears
     * that it was left closes once more, so it is looked at again.
     */
    comeBack: async (code: string): Promise<void> => {
      const isIn = room.getByRole('navigation')
      await page.bringToFront()
      await expect(async () => {
        // What is still under the finger is swallowed for a moment.
        await page.waitForTimeout(700)
        if ((await isIn.count()) === 0) await typeOnCalculator(`C${code}=`)
        await expect(isIn).toBeVisible({ timeout: 8_000 })
        await page.waitForTimeout(300)
        expect(await isIn.count()).toBe(1)
      }).toPass({ timeout: 60_000 })
    },
  }
}

/** Of what the build made, all that a page may ask for later. */
const built = (): readonly string[] => {
  const files = readdirSync(join(import.meta.dirname, '../../dist/app/a'))
  const paths = files.filter((name) => !/\.(br|gz)$/.test(name)).map((name) => `/a/${name}`)
  return [...paths, '/data/se.json']
}

const settling = ({ page }: Hands) => ({
  /** The browser keeps every file of the app, so that it needs no network any more. */
  keptWhole: async (): Promise<void> => {
    await page.waitForFunction(async (files) => {
      const names = await caches.keys()
      const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      const paths = new Set(kept.flat().map(({ url }) => new URL(url).pathname))
      return files.every((file) => paths.has(file))
    }, built())
  },
})

const leaving = ({ page, say, room }: Hands) => ({
  /** One touch on the button that is on every screen. */
  exit: async (): Promise<void> => {
    await room.getByRole('button', { name: say('exit.label') }).click()
    await expect(room).toHaveCount(0)
    // What is still under the finger is swallowed for a moment.
    await page.waitForTimeout(700)
  },
})

/** Her phone: one page of the app, spoken to in the words of its language. */
export const herPhone = (page: Page, server: Server, language = 'sv', disguise: Disguise = '') => {
  const hands = handsOn(page, wordsOf('app', language))
  return {
    ...hands,
    ...entering(hands, server, language, disguise),
    ...returning(hands),
    ...settling(hands),
    ...leaving(hands),
    ...writing(hands),
    ...sharing(hands),
    ...copying(hands, server),
    ...attaching(hands),
    ...coding(hands, reading(hands.room)),
  }
}

export type HerPhone = ReturnType<typeof herPhone>

/** Another phone: nothing of the first one is on it. */
export const anotherPhone = async (browser: Browser, server: Server): Promise<HerPhone> =>
  herPhone(await (await browser.newContext()).newPage(), server)
