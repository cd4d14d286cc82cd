import type { Locator } from '@playwright/test'
import type { HerPhone } from '../journeys/driver.ts'

// What a walk through her screens is made of: one touch, or something typed, after the other.

export type Step = {
  readonly name: string
  readonly where: (her: HerPhone) => Locator
  /** Typed instead of a touch, into what was touched before. */
  readonly keys?: string | (() => string)
  /** The file that the phone's own picker gives, once it was touched. */
  readonly file?: string
  /** What others do meanwhile; nobody waits for it on the screen. */
  readonly before?: (her: HerPhone) => Promise<void>
  /** Only there to come further: the same touch is measured elsewhere. */
  readonly silent?: boolean
}

export const tab = (name: string, called = name, silent = false): Step => ({
  name: called,
  where: ({ room, say }) =>
    room.getByRole('navigation').getByRole('button', { name: say(`tab.${name}`) }),
  silent,
})

export const button = (name: string, key: string, silent = false): Step => ({
  name,
  where: ({ button: find, say }) => find(say(key)).first(),
  silent,
})

export const row = (name: string, text: string, silent = false): Step => ({
  name,
  where: (her) => her.row(text),
  silent,
})

export const said = (name: string, key: string, silent = false): Step => ({
  name,
  where: (her) => her.row(her.say(key)),
  silent,
})

export const field = (name: string, label: string): Step => ({
  name,
  where: ({ room, say }) =>
    room.locator('input, textarea').and(room.getByLabel(say(label), { exact: true })),
})

export const typed = (name: string, label: string, keys: string): Step => ({
  ...field(name, label),
  keys,
})

/** One of those on screen, by what it is. */
export const nth = (name: string, role: 'radio' | 'checkbox', at = 0): Step => ({
  name,
  where: ({ room }) => room.getByRole(role).nth(at),
})

/** A button whose words hold a count that each walk changes. */
export const counted = (name: string, key: string): Step => ({
  name,
  where: ({ room, say }) =>
    room.getByRole('button', { name: RegExp(say(key, { count: 30 }).replace('30', '\\d+')) }),
})

/** A screen whose keys listen wherever the finger is. */
export const named = (name: string, title: string): Step => ({
  name,
  where: ({ room, say }) => room.getByRole('heading', { name: say(title) }),
})
