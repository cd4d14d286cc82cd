import { recipientTypes, topics, type Phone, type Status } from '../record/types.ts'
import type { SharedAppointment, SharedContact, SharedStory, Summary } from '../record/summary.ts'

// A summary arrives from outside: whoever made it may have meant harm. Each field is checked and
// copied by name; what is not named here does not come in.

/** Characters and counts that a summary may have. */
export const bounds = { line: 2_000, note: 20_000, text: 1_000_000, list: 30, parts: 500 } as const

const statuses = ['none', 'mine', 'theirs', 'active', 'ended'] as const satisfies readonly Status[]

/** Thrown and caught in this file alone, so that the readers below can be read as plain shapes. */
class Unfit extends Error {}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fields = (value: unknown): Fields => {
  if (isFields(value)) return value
  throw new Unfit()
}

const text = (value: unknown, most: number): string => {
  if (typeof value === 'string' && value.length <= most) return value
  throw new Unfit()
}

const line = (value: unknown): string => text(value, bounds.line)
const note = (value: unknown): string => text(value, bounds.note)

const shaped = (value: unknown, shape: RegExp): string => {
  const found = line(value)
  if (found === '' || shape.test(found)) return found
  throw new Unfit()
}

const day = (value: unknown): string => shaped(value, /^\d{4}-\d\d-\d\d$/)
const wall = (value: unknown): string => shaped(value, /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/)
const time = (value: unknown): string => shaped(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)

/** A time that must be there. */
const instant = (value: unknown): string => {
  const found = time(value)
  if (found !== '') return found
  throw new Unfit()
}

const one = <T extends string>(value: unknown, known: readonly T[]): T => {
  const found = known.find((name) => name === value)
  if (found !== undefined) return found
  throw new Unfit()
}

const list = <T>(value: unknown, read: (item: unknown) => T, most: number): readonly T[] => {
  if (!Array.isArray(value) || value.length > most) throw new Unfit()
  return value.map((item: unknown) => read(item))
}

const flag = (value: unknown): boolean => {
  if (typeof value === 'boolean') return value
  throw new Unfit()
}

const phone = (value: unknown): Phone => {
  const from = fields(value)
  return { label: line(from['label']), number: line(from['number']) }
}

const contact = (value: unknown): SharedContact => {
  const from = fields(value)
  return {
    organisation: line(from['organisation']),
    person: line(from['person']),
    role: line(from['role']),
    phones: list(from['phones'], phone, bounds.list),
    emails: list(from['emails'], line, bounds.list),
    address: line(from['address']),
    caseNumber: line(from['caseNumber']),
    status: one(from['status'], statuses),
    next: note(from['next']),
    nextOn: day(from['nextOn']),
  }
}

const appointment = (value: unknown): SharedAppointment => {
  const from = fields(value)
  return {
    title: line(from['title']),
    start: wall(from['start']),
    end: wall(from['end']),
    allDay: flag(from['allDay']),
    with: line(from['with']),
    place: line(from['place']),
    bring: note(from['bring']),
  }
}

const story = (value: unknown): SharedStory => {
  const from = fields(value)
  return {
    topic: one(from['topic'], topics),
    title: line(from['title']),
    text: text(from['text'], bounds.text),
    edited: time(from['edited']),
  }
}

const summary = (value: unknown): Summary => {
  const from = fields(value)
  if (from['version'] !== 1) throw new Unfit()
  return {
    version: 1,
    language: shaped(from['language'], /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/),
    recipient: line(from['recipient']),
    type: one(from['type'], recipientTypes),
    why: note(from['why']),
    made: instant(from['made']),
    until: instant(from['until']),
    contacts: list(from['contacts'], contact, bounds.parts),
    appointments: list(from['appointments'], appointment, bounds.parts),
    stories: list(from['stories'], story, bounds.parts),
    replyKey: from['replyKey'] === null ? null : shaped(from['replyKey'], /^B[A-Za-z0-9_-]{86}$/),
  }
}

/** A summary that is exactly as agreed, or null. */
export const readSummary = (value: unknown): Summary | null => {
  try {
    return summary(value)
  } catch (problem) {
    if (problem instanceof Unfit) return null
    throw problem
  }
}
