import {
  recipientTypes,
  type Extra,
  type Grant,
  type Id,
  type Part,
  type RecipientType,
  type Time,
} from '../../../record/types.ts'
import { timeOf } from '../../clock.ts'
import type { Wish } from '../../sharing.ts'

/** The flow as text, so that a half-made share can wait as a draft. Nothing is chosen for her. */
export type ShareFields = {
  readonly step: Step
  readonly type: RecipientType | ''
  readonly recipient: string
  /** A line for each part: kind, id and extras, with spaces between. */
  readonly parts: string
  readonly why: string
  /** Seconds. */
  readonly life: Life
  readonly passcode: 'yes' | 'no'
}

export const steps = ['whom', 'parts', 'terms', 'preview'] as const
export type Step = (typeof steps)[number]

/** 10 minutes, 1, 7, 14 and 30 days. */
export const lives = ['600', '86400', '604800', '1209600', '2592000'] as const
export type Life = (typeof lives)[number]

export const firstFields: ShareFields = {
  step: 'whom',
  type: '',
  recipient: '',
  parts: '',
  why: '',
  life: '604800',
  passcode: 'yes',
}

const kinds = ['contact', 'appointment', 'story'] as const satisfies readonly Part['kind'][]
const extras = ['address', 'place'] as const satisfies readonly Extra[]

const partOf = (line: string): Part[] => {
  const [first, id = '', ...also] = line.split(' ')
  const kind = kinds.find((one) => one === first)
  const known = extras.filter((extra) => also.includes(extra))
  return kind && id ? [{ kind, id, extras: known }] : []
}

export const partsOf = (text: string): Part[] => text.split('\n').flatMap(partOf)

const textOf = (parts: readonly Part[]): string =>
  parts.map(({ kind, id, extras: also }) => [kind, id, ...also].join(' ')).join('\n')

const same = (part: Part, kind: Part['kind'], id: Id): boolean =>
  part.kind === kind && part.id === id

export const find = (text: string, kind: Part['kind'], id: Id): Part | undefined =>
  partsOf(text).find((part) => same(part, kind, id))

/** With or without this part; a part that is taken in anew comes without extras. */
export const choose = (text: string, kind: Part['kind'], id: Id, yes: boolean): string => {
  const others = partsOf(text).filter((part) => !same(part, kind, id))
  return textOf(yes ? [...others, { kind, id, extras: [] }] : others)
}

/** With or without the address or the place of a part that is chosen already. */
export const extend = (text: string, id: Id, extra: Extra, yes: boolean): string =>
  textOf(
    partsOf(text).map((part) => {
      if (part.id !== id) return part
      const others = part.extras.filter((one) => one !== extra)
      return { ...part, extras: yes ? [...others, extra] : others }
    }),
  )

const typeOf = (type: string): RecipientType =>
  recipientTypes.find((known) => known === type) ?? 'other'

export const wishOf = (fields: ShareFields): Wish => ({
  recipient: fields.recipient.trim(),
  type: typeOf(fields.type),
  why: fields.why.trim(),
  parts: partsOf(fields.parts),
  life: Number(fields.life),
  passcode: fields.passcode === 'yes',
})

/** When a share that is made at `now` ends. */
export const endOf = (now: Time, life: string): Time =>
  timeOf(new Date(Date.parse(now) + Number(life) * 1000))

/** The grant as it would be, for showing her before she makes it. */
export const grantOf = (fields: ShareFields, now: Time): Grant => {
  const { recipient, type, why, parts } = wishOf(fields)
  return { recipient, type, why, parts, until: endOf(now, fields.life) }
}

/** The step beside this one, or null where the flow begins and ends. */
export const stepAfter = (step: Step): Step | null => steps[steps.indexOf(step) + 1] ?? null
export const stepBefore = (step: Step): Step | null => steps[steps.indexOf(step) - 1] ?? null
