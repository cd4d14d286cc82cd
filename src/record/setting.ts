import { list, oneOf, text, whole, type Fields } from './fields.ts'

// What she chose about the app itself. Times are as in types.ts.

export type Setting = {
  readonly kind: 'setting'
  readonly id: 'setting'
  readonly language: string
  readonly exitSide: 'start' | 'end'
  /** Minutes without a touch before the disguise comes back. */
  readonly idle: number
  /** When she last made a copy; empty when she never did. */
  readonly backedUp: string
  /** Whether home may still offer to make one. */
  readonly offerCopy: boolean
  /** Whether the code brings her back to where she left, or to the first screen. */
  readonly resume: boolean
  /** An ordinary page that takes the disguise's place after she leaves; empty for none. */
  readonly site: string
  /** Whether laying the phone on its face leaves. */
  readonly faceDown: boolean
  /** Contacts and appointments alone: no story, no sharing, no directory of services. */
  readonly plain: boolean
  /** Whether home may ask, once, how a meeting was. */
  readonly askAfter: boolean
  /** Whether the safety plan stands on the first screen. */
  readonly safetyOnHome: boolean
  /** The code of the decoy that she made, to look up; empty when there is none. */
  readonly decoyCode: string
  /** The code that destroys all but the decoy; empty when there is none. */
  readonly shredCode: string
  /** The last times that this was opened, to the minute, newest last. */
  readonly openings: readonly string[]
  /** When long sums were typed that did not open this, to the minute, newest last. */
  readonly tries: readonly string[]
}

export const firstSetting: Setting = {
  kind: 'setting',
  id: 'setting',
  language: 'en',
  exitSide: 'end',
  idle: 5,
  backedUp: '',
  offerCopy: true,
  resume: true,
  site: '',
  faceDown: false,
  plain: false,
  askAfter: true,
  safetyOnHome: false,
  decoyCode: '',
  shredCode: '',
  openings: [],
  tries: [],
}

export const readSetting = (from: Fields): Setting => ({
  kind: 'setting',
  id: 'setting',
  language: text(from['language']) || 'en',
  exitSide: oneOf(from['exitSide'], ['start', 'end'], 'end'),
  idle: whole(from['idle'], 5),
  backedUp: text(from['backedUp']),
  offerCopy: from['offerCopy'] !== false,
  resume: from['resume'] !== false,
  site: text(from['site']),
  faceDown: from['faceDown'] === true,
  plain: from['plain'] === true,
  askAfter: from['askAfter'] !== false,
  safetyOnHome: from['safetyOnHome'] === true,
  decoyCode: text(from['decoyCode']),
  shredCode: text(from['shredCode']),
  openings: list(from['openings'], text),
  tries: list(from['tries'], text),
})
