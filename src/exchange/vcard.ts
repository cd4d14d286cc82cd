import { readCard, wanted } from './card.ts'
import { ascii, narrow } from './encoding.ts'
import type { ImportedContact, VcardResult } from './imported.ts'
import { vcardLimits } from './limits.ts'
import { unfold } from './lines.ts'
import { readProperty, type Property } from './property.ts'

// A reader of our own, because no library reads what phones really write: three versions and the
// habits of Android, iPhone, Outlook, macOS and Gmail, often mixed in one file.

const frames: ReadonlySet<string> = new Set(['begin', 'end', 'agent'])
const names: ReadonlySet<string> = new Set([...wanted, ...frames])

type Reading = {
  readonly contacts: ImportedContact[]
  skipped: number
  /** The card being read; null between cards. */
  card: Property[] | null
  /** How many assistants' cards, nested in the open one, are being passed over. */
  depth: number
  afterAgent: boolean
  seen: boolean
}

const close = (reading: Reading): void => {
  if (!reading.card) return
  const full = reading.contacts.length >= vcardLimits.cards
  const contact = full || reading.card.length === 0 ? null : readCard(reading.card)
  if (contact) reading.contacts.push(contact)
  else reading.skipped += 1
  reading.card = null
  reading.depth = 0
}

const begin = (reading: Reading): void => {
  if (reading.card && reading.afterAgent) {
    reading.depth += 1
    return
  }
  // A card that never ended is closed by the next one.
  close(reading)
  reading.card = []
  reading.seen = true
}

const end = (reading: Reading): void => {
  if (reading.depth > 0) reading.depth -= 1
  else close(reading)
}

const isCard = (property: Property): boolean => property.value.trim().toLowerCase() === 'vcard'

const beginsInside = (property: Property): boolean =>
  /^\s*BEGIN\s*:\s*VCARD/i.test(property.value) && !/END\s*:\s*VCARD/i.test(property.value)

const take = (reading: Reading, property: Property): void => {
  const { name } = property
  if (name === 'begin' && isCard(property)) begin(reading)
  else if (name === 'end' && isCard(property)) end(reading)
  else if (name === 'agent' && beginsInside(property)) reading.depth += 1
  else if (wanted.has(name)) reading.card?.push(property)
  reading.afterAgent = name === 'agent'
}

/** What is worth reading here: between and inside other cards, only where cards begin and end. */
const readable = ({ card, depth }: Reading): ReadonlySet<string> =>
  card && depth === 0 && card.length < vcardLimits.lines ? names : frames

/** A file that stops in the middle of a line: half a phone number is worse than none. */
const withoutTorn = (bytes: Uint8Array): Uint8Array => {
  const last = bytes.at(-1)
  if (last === 0x0a || last === 0x0d) return bytes
  const start = Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1
  const line = ascii(bytes.subarray(start), 40)
  return /^\s*END\s*:\s*VCARD\s*\0*$/i.test(line) ? bytes : bytes.subarray(0, start)
}

const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((code) => code === 0x20 || code === 0 || (code >= 0x09 && code <= 0x0d))

/**
 * Reads a phone's contact export: vCard 2.1, 3.0 and 4.0 in any dialect. Never throws, takes time in
 * proportion to the file, and keeps at most `vcardLimits.cards` contacts of bounded length.
 */
export const readVcards = (bytes: Uint8Array): VcardResult => {
  if (bytes.length > vcardLimits.file) return { ok: false, why: 'large' }
  const plain = narrow(bytes)
  if (isBlank(plain)) return { ok: false, why: 'empty' }
  const reading: Reading = {
    contacts: [],
    skipped: 0,
    card: null,
    depth: 0,
    afterAgent: false,
    seen: false,
  }
  for (const line of unfold(withoutTorn(plain), vcardLimits.line)) {
    const property = readProperty(line, readable(reading))
    if (property) take(reading, property)
    else reading.afterAgent = false
  }
  close(reading)
  if (!reading.seen) return { ok: false, why: 'unreadable' }
  return { ok: true, contacts: reading.contacts, skipped: reading.skipped }
}
