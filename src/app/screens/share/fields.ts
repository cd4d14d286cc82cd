import { fieldOf, partKinds } from '../../../record/parts/table.ts'
import { recipientTypes, type RecipientType } from '../../../record/recipients.ts'
import { mayGo, takesFiles } from '../../../record/summary.ts'
import type { Grant, Part, Share, Time } from '../../../record/types.ts'
import { timeOf } from '../../clock.ts'
import type { Wish } from '../../sharing.ts'
import { filesOf } from './files.ts'

/** The flow as text, so that a half-made share can wait as a draft. Nothing is chosen for her. */
export type ShareFields = {
  readonly step: Step
  readonly type: RecipientType | ''
  readonly recipient: string
  /** A line for each part: kind, id and names of its fields, with spaces between. */
  readonly parts: string
  /** A line for each file: its id and "clean" or "whole". */
  readonly files: string
  readonly why: string
  /** Seconds. */
  readonly life: Life
  readonly passcode: 'yes' | 'no'
  /** Three words in place of six digits. */
  readonly words: 'yes' | 'no'
  readonly openers: Openers
  /** Whether it is kept up to date by itself. */
  readonly living: 'yes' | 'no'
  /** Types of recipients whose turn comes after this one, with spaces between; each gets a link. */
  readonly queue: string
  /** How many there are in all; empty when it is one alone. */
  readonly total: string
  /** What a recipient asked to know more about, in their words; empty when none did. */
  readonly asked: string
  /** Parts that go along whoever it is for, as `parts`. */
  readonly along: string
}

/** The way through. Its terms have good values from the start, and are asked for only when she wants. */
export const steps = ['whom', 'parts', 'preview'] as const
export type Step = (typeof steps)[number] | 'several' | 'terms' | 'consent'

/** 10 minutes, 1, 7, 14 and 30 days. */
export const lives = ['600', '86400', '604800', '1209600', '2592000'] as const
export type Life = (typeof lives)[number]

/** How many screens may open it: a person has two, and a few people or an office have more. */
export const places = { one: 2, few: 5, office: 20 } as const
export type Openers = keyof typeof places
export const openers: readonly Openers[] = ['one', 'few', 'office']

export const firstFields: ShareFields = {
  step: 'whom',
  type: '',
  recipient: '',
  parts: '',
  files: '',
  why: '',
  life: '604800',
  passcode: 'yes',
  words: 'no',
  openers: 'few',
  living: 'no',
  queue: '',
  total: '',
  asked: '',
  along: '',
}

/** The least for somebody, and what goes along in any case. */
export const together = (least: readonly Part[], along: string): readonly Part[] =>
  partsOf(along).reduce<readonly Part[]>((parts, part) => {
    const same = parts.find((one) => isSame(one, part))
    const fields = [...new Set([...(same?.fields ?? []), ...part.fields])]
    return [...parts.filter((one) => one !== same), { ...part, fields }]
  }, least)

/** For the picture of everyone: whom it is for she says first. */
export const fieldsWith = (along: readonly Part[]): ShareFields => ({
  ...firstFields,
  along: textOf(along),
})

/** For who asked for one more part: the same recipient, with nothing ticked. */
export const fieldsFor = ({ type, recipient, why }: Grant, asked: string): ShareFields => ({
  ...firstFields,
  step: 'parts',
  type,
  recipient,
  why,
  asked,
})

/** For changing what a link shows: as it is, and what may be added in front of her. */
export const fieldsOf = ({ grant }: Share, more: readonly Part[]): ShareFields => ({
  ...firstFields,
  step: 'parts',
  type: grant.type,
  recipient: grant.recipient,
  why: grant.why,
  parts: textOf([...grant.parts, ...more]),
})

const partOf = (line: string): Part[] => {
  const [first, id = '', ...names] = line.split(' ')
  const kind = partKinds.find((one) => one === first)
  if (!kind || !id) return []
  return [{ kind, id, fields: names.filter((name) => fieldOf(kind, name)) }]
}

export const partsOf = (text: string): Part[] => text.split('\n').flatMap(partOf)

const textOf = (parts: readonly Part[]): string =>
  parts.map(({ kind, id, fields }) => [kind, id, ...fields].join(' ')).join('\n')

type Which = Pick<Part, 'kind' | 'id'>

const isSame = (one: Which, other: Which): boolean => one.kind === other.kind && one.id === other.id

export const find = (text: string, which: Which): Part | undefined =>
  partsOf(text).find((part) => isSame(part, which))

export const without = (text: string, which: Which): string =>
  textOf(partsOf(text).filter((part) => !isSame(part, which)))

/** Adds a part, or puts it in the place of the same one. */
export const choose = (text: string, part: Part): string => {
  const parts = partsOf(text)
  const isNew = !parts.some((one) => isSame(one, part))
  return textOf(isNew ? [...parts, part] : parts.map((one) => (isSame(one, part) ? part : one)))
}

/** With or without one field of a part that is chosen already. */
export const extend = (text: string, which: Which, name: string, yes: boolean): string => {
  const part = find(text, which)
  if (!part) return text
  const others = part.fields.filter((one) => one !== name)
  return choose(text, { ...part, fields: yes ? [...others, name] : others })
}

const typeOf = (type: string): RecipientType =>
  recipientTypes.find((known) => known === type) ?? 'other'

/** Only what may go to such a recipient: whom it is for may have changed after it was chosen. */
export const wishOf = (fields: ShareFields): Omit<Wish, 'titles'> => {
  const type = typeOf(fields.type)
  return {
    recipient: fields.recipient.trim(),
    type,
    why: fields.why.trim(),
    parts: partsOf(fields.parts).filter(({ kind }) => mayGo(type, kind)),
    life: Number(fields.life),
    passcode: fields.passcode === 'yes',
    words: fields.words === 'yes',
    openers: places[fields.openers],
    living: fields.living === 'yes',
    files: takesFiles(type) ? filesOf(fields.files) : [],
  }
}

/** Whose turn comes after this one. */
const queueOf = ({ queue }: ShareFields): RecipientType[] =>
  queue.split(' ').flatMap((name) => recipientTypes.find((known) => known === name) ?? [])

/** Which of how many this is; null when it is one alone. */
export const turnOf = (fields: ShareFields): { current: number; total: number } | null =>
  fields.total
    ? { current: Number(fields.total) - queueOf(fields).length, total: Number(fields.total) }
    : null

/** One link for each of these, one after the other; every one begins with its own least. */
export const inTurn = (
  types: readonly RecipientType[],
  begin: (type: RecipientType) => readonly Part[],
): Partial<ShareFields> => {
  const [type, ...others] = types
  return type
    ? {
        type,
        recipient: '',
        parts: textOf(begin(type)),
        files: '',
        queue: others.join(' '),
        step: 'parts',
      }
    : {}
}

/** The form for the next one, with the same reason and end; null when this was the last. */
export const afterThis = (
  fields: ShareFields,
  begin: (type: RecipientType) => readonly Part[],
): Partial<ShareFields> | null => {
  const waiting = queueOf(fields)
  return waiting.length > 0 ? inTurn(waiting, begin) : null
}

/** When a share that is made at `now` ends. */
export const endOf = (now: Time, life: string): Time =>
  timeOf(new Date(Date.parse(now) + Number(life) * 1000))

/** The grant as it would be, for showing her before she makes it. */
export const grantOf = (fields: ShareFields, now: Time): Grant => {
  const { recipient, type, why, parts } = wishOf(fields)
  return { recipient, type, why, parts, until: endOf(now, fields.life) }
}

/** The step on the way that a step beside it belongs to. */
const onTheWay = (step: Step): Step => {
  if (step === 'several') return 'whom'
  return step === 'terms' || step === 'consent' ? 'preview' : step
}

/** The step beside this one, or null where the flow begins and ends. */
const beside = (step: Step, way: 1 | -1): Step | null => {
  const on = onTheWay(step)
  return on === step ? (steps[steps.findIndex((one) => one === on) + way] ?? null) : on
}

export const stepAfter = (step: Step): Step | null => beside(step, 1)
export const stepBefore = (step: Step): Step | null => beside(step, -1)
