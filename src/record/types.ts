import type { CarriedFile } from './carried.ts'
import type { Level, Area } from './areas.ts'
import type { Addendum, Attachment, Proof, Statement } from './hanging.ts'
import type { Incident } from './incident.ts'
import type { Reply, ReplyKeys } from './reply.ts'
import type { Repeat } from './again.ts'
import type { KeptPack } from './pack.ts'
import type { RecipientType } from './recipients.ts'
import type { Case, ContactType, Link, Safety, Sensitivity } from './reach.ts'
import type { Council } from './council.ts'
import type { Child } from './child.ts'
import type { Draft } from './draft.ts'
import type { Living } from './living.ts'
import type { Need } from './need.ts'
import type { Past } from './past.ts'
import type { Place } from './place.ts'
import type { Precaution } from './precaution.ts'
import type { Rating } from './rating.ts'
import type { Seen, Titled } from './seen.ts'
import type { Setting } from './setting.ts'
import type { Waiting } from './waiting.ts'
import type { Spoken } from './spoken.ts'
import type { Step } from './step.ts'
import type { Talk } from './talk.ts'
import type { Wait } from './wait.ts'

// The record's nouns. One word per thing: the kind, the shelf, the locale key and the part of a
// summary are all called the same.

/** 16 random characters [A-Za-z0-9_-]; made outside and passed in. */
export type Id = string
/** An instant, UTC, ISO 8601 to the second: "2026-11-23T16:00:00Z". Empty when not known. */
export type Time = string
/** A date on the wall, "2026-11-23"; empty when not known. */
export type LocalDate = string
/** A date and time on the wall in `zone`, "2026-11-23T16:00"; never shifted when she travels. */
export type LocalTime = string

/** Who is expected to act next. */
export const statuses = ['none', 'mine', 'theirs', 'active', 'ended'] as const
export type Status = (typeof statuses)[number]

export type Phone = { readonly label: string; readonly number: string }

export type Contact = {
  readonly kind: 'contact'
  readonly id: Id
  readonly organisation: string
  readonly person: string
  readonly role: string
  readonly type: ContactType
  /** Empty until she says. */
  readonly level: Level | ''
  readonly needs: readonly Area[]
  readonly phones: readonly Phone[]
  readonly emails: readonly string[]
  readonly addresses: readonly string[]
  /** Hers alone: never part of a summary. */
  readonly safety: readonly Safety[]
  readonly web: string
  readonly hours: string
  readonly cases: readonly Case[]
  /** What they know and keep about her. */
  readonly holds: string
  readonly promised: string
  readonly status: Status
  readonly next: string
  readonly nextOn: LocalDate
  /** Hers alone: when she waited for them. */
  readonly waits: readonly Wait[]
  readonly links: readonly Link[]
  readonly sensitivity: Sensitivity
  readonly favourite: boolean
  /** Hers alone: never part of a summary. */
  readonly note: string
  /** Where the facts came from: "own", "phone", "directory:<service id>"; several with spaces between. */
  readonly source: string
  readonly written: Time
  readonly edited: Time
}

export const arrangements = ['none', 'needed', 'arranged'] as const
/** Something that an appointment needs around it: nothing, still to be arranged, or arranged. */
export type Arrangement = (typeof arrangements)[number]

export type Appointment = {
  readonly kind: 'appointment'
  readonly id: Id
  readonly title: string
  /** What she goes there for, or hopes for. Hers alone. */
  readonly why: string
  readonly start: LocalTime
  /** Empty when open-ended. */
  readonly end: LocalTime
  readonly allDay: boolean
  readonly place: string
  readonly contact: Id | null
  /** Who else is there: a meeting of several. */
  readonly others: readonly Id[]
  readonly bring: string
  /** What she wants to ask there, one on each line. Hers alone. */
  readonly questions: string
  /** Hers alone: never part of a summary. */
  readonly note: string
  /** What was said and agreed, written afterwards. Hers alone. */
  readonly after: string
  readonly repeat: Repeat
  /** Minutes that the way there takes; 0 when not known. */
  readonly travel: number
  readonly childCare: Arrangement
  readonly interpreter: Arrangement
  /** The language to be interpreted, in her words. */
  readonly interpreterIn: string
  /** The invitation's own UID, so that importing it twice changes nothing; empty for her own. */
  readonly uid: string
  /** What it is called in calendar files that left the phone; random, empty until one did. */
  readonly out: string
  readonly written: Time
  readonly edited: Time
}

export const topics = [
  'before',
  'happened',
  'latest',
  'health',
  'threats',
  'control',
  'children',
  'housing',
  'work',
  'need',
  'want',
  'again',
  'own',
] as const
export type Topic = (typeof topics)[number]

export type Story = {
  readonly kind: 'story'
  readonly id: Id
  readonly topic: Topic
  readonly title: string
  /** The same in a few sentences, for whoever needs only that. */
  readonly brief: string
  readonly text: string
  readonly written: Time
  readonly edited: Time
}

/** The kinds that can be shared; how each is, stands in parts/. */
export type PartKind =
  | 'contact'
  | 'appointment'
  | 'story'
  | 'need'
  | 'step'
  | 'child'
  | 'precaution'
  | 'talk'
  | 'incident'
  | 'council'

export type Part = {
  readonly kind: PartKind
  readonly id: Id
  /** Names of the fields that go along; what is not named stays at home. */
  readonly fields: readonly string[]
}

export type Grant = {
  readonly recipient: string
  readonly type: RecipientType
  readonly why: string
  readonly parts: readonly Part[]
  readonly until: Time
}

/** Given under the same link until she changed it; `unsure`: sent then, and it may have arrived. */
export type Earlier = Pick<Grant, 'parts' | 'until'> & { readonly unsure: boolean }

export type Share = Waiting & {
  readonly kind: 'share'
  readonly id: Id
  readonly grant: Grant
  /** The link's fragment, which is its whole secret. */
  readonly secret: string
  /** What the link begins with, as the relay told it when the share was made. */
  readonly origin: string
  /** Proves to the relay that she may look, stop and resume. */
  readonly owner: string
  /** Told apart from the link; null when she chose none. */
  readonly passcode: string | null
  /** What replies are sealed to, and opened with; null when it takes none. */
  readonly reply: ReplyKeys | null
  /** Version of the sealed content; grows when a living share is sealed anew. */
  readonly counter: number
  /** On so many screens it can be opened; the relay holds to it from the start. */
  readonly openers: number
  /** Empty until the relay is known to have it: kept first, so that she can always stop it. */
  readonly made: Time
  readonly stopped: Time
  /** When the relay said that it is over; the phone's own clock may run ahead. */
  readonly ended: Time
  /** When she paused it; empty while it may be opened. */
  readonly paused: Time
  readonly files: readonly CarriedFile[]
  readonly earlier: readonly Earlier[]
  /** What her parts were called when she gave them: what she deletes later is still found in the log. */
  readonly titles: readonly Titled[]
  readonly seen: Seen | null
  /** Null when she did not ask for it to be kept up to date. */
  readonly living: Living | null
  readonly spoken: Spoken | null
  /** When she took it off her list; it stays in the log. */
  readonly filed: Time
}

export type Entry =
  | Contact
  | Appointment
  | Story
  | Incident
  | Need
  | Step
  | Child
  | Rating
  | Precaution
  | Talk
  | Council
  | Past
  | Attachment
  | Addendum
  | Proof
  | Statement
  | Share
  | Reply
  | KeptPack
  | Draft
  | Setting
  | Place
export type Kind = Entry['kind']
export type EntryOf<K extends Kind> = Extract<Entry, { kind: K }>
/** A Map, because an id from a hostile file may be "__proto__". */
export type Shelf<K extends Kind> = ReadonlyMap<Id, EntryOf<K>>

/** All that she keeps. Immutable: a change makes a new record that shares what did not change. */
export type ClientRecord = { readonly [K in Kind]: Shelf<K> }

export type Change = (record: ClientRecord) => ClientRecord
