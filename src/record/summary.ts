import type { SharedFile } from './carried.ts'
import type { SharedFact } from './parts/shape.ts'
import { shapes } from './parts/table.ts'
import { nextOf } from './repeat.ts'
import { localAt } from './wall.ts'
import type { RecipientType } from './recipients.ts'
import type { Appointment, ClientRecord, Grant, PartKind, Time } from './types.ts'

/** A part as the recipient reads it: the facts that were chosen and that say something. */
export type SharedPart = {
  readonly kind: PartKind
  /** Its place in the grant, so that a reply can name it; no id leaves the phone. */
  readonly at: number
  readonly facts: readonly SharedFact[]
}

/** The parts chosen for one recipient, as they will read them. */
export type Summary = {
  readonly version: 1
  /** What she writes in. */
  readonly language: string
  readonly recipient: string
  readonly type: RecipientType
  readonly why: string
  readonly made: Time
  readonly until: Time
  readonly parts: readonly SharedPart[]
  /** Her public key for replies, base64url; null while replies are not offered. */
  readonly replyKey: string | null
  /** Files beside it; left out when there are none. */
  readonly files?: readonly SharedFile[]
}

/** A council gets no word about one person, whatever was named. */
export const mayGo = (type: RecipientType, kind: PartKind): boolean =>
  type !== 'council' || kind === 'council'

/** Nor a file: no list of words closes what a photo shows or a voice tells. */
export const takesFiles = (type: RecipientType): boolean => type !== 'council'

/** Draws together the parts of a grant; a part whose entry is gone is left out. */
export const summarise = (
  record: ClientRecord,
  grant: Grant,
  about: { readonly made: Time; readonly language: string },
): Summary => ({
  version: 1,
  language: about.language,
  recipient: grant.recipient,
  type: grant.type,
  why: grant.why,
  made: about.made,
  until: grant.until,
  parts: grant.parts.flatMap(({ kind, id, fields }, at) => {
    if (!mayGo(grant.type, kind)) return []
    const next = (one: Appointment) => nextOf(one, localAt(about.made))
    const facts = shapes[kind].facts({ record, parts: grant.parts, next }, id, fields)
    return facts ? [{ kind, at, facts }] : []
  }),
  replyKey: null,
})
