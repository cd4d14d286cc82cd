import { nextOf } from './repeat.ts'
import { addressText, caseNumbers } from './contact.ts'
import type {
  Appointment,
  ClientRecord,
  Contact,
  Extra,
  Grant,
  LocalTime,
  Part,
  Phone,
  RecipientType,
  Status,
  Story,
  Time,
  Topic,
} from './types.ts'

// What leaves the phone. Each field is named here by hand: a field that somebody adds to a contact
// later stays at home until it is added here as well.

export type SharedContact = {
  readonly organisation: string
  readonly person: string
  readonly role: string
  readonly phones: readonly Phone[]
  readonly emails: readonly string[]
  readonly address: string
  readonly caseNumber: string
  readonly status: Status
  readonly next: string
  readonly nextOn: string
}

export type SharedAppointment = {
  readonly title: string
  readonly start: LocalTime
  readonly end: LocalTime
  readonly allDay: boolean
  readonly with: string
  readonly place: string
  readonly bring: string
}

export type SharedStory = {
  readonly topic: Topic
  readonly title: string
  readonly text: string
  readonly edited: Time
}

/** The parts chosen for one recipient, as they will read them. */
export type Summary = {
  readonly version: 1
  readonly language: string
  readonly recipient: string
  readonly type: RecipientType
  readonly why: string
  readonly made: Time
  readonly until: Time
  readonly contacts: readonly SharedContact[]
  readonly appointments: readonly SharedAppointment[]
  readonly stories: readonly SharedStory[]
  /** Her public key for replies, base64url; null while replies are not offered. */
  readonly replyKey: string | null
}

const has = (part: Part, extra: Extra): boolean => part.extras.includes(extra)

const shareContact = (part: Part, contact: Contact): SharedContact => ({
  organisation: contact.organisation,
  person: contact.person,
  role: contact.role,
  phones: contact.phones,
  emails: contact.emails,
  address: has(part, 'address') ? addressText(contact) : '',
  caseNumber: caseNumbers(contact),
  status: contact.status,
  next: contact.next,
  nextOn: contact.nextOn,
})

const nameOf = (contact: Contact | undefined): string =>
  contact ? contact.organisation || contact.person : ''

const shareAppointment = (
  part: Part,
  appointment: Appointment,
  contact: Contact | undefined,
): SharedAppointment => ({
  title: appointment.title,
  start: appointment.start,
  end: appointment.end,
  allDay: appointment.allDay,
  with: nameOf(contact),
  place: has(part, 'place') ? appointment.place : '',
  bring: appointment.bring,
})

const shareStory = (story: Story): SharedStory => ({
  topic: story.topic,
  title: story.title,
  text: story.text,
  edited: story.edited,
})

const chosen = <T>(grant: Grant, kind: Part['kind'], take: (part: Part) => T | null): T[] =>
  grant.parts.filter((part) => part.kind === kind).flatMap((part) => take(part) ?? [])

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
  contacts: chosen(grant, 'contact', (part) => {
    const contact = record.contact.get(part.id)
    return contact && contact.sensitivity !== 'never' ? shareContact(part, contact) : null
  }),
  appointments: chosen(grant, 'appointment', (part) => {
    const appointment = record.appointment.get(part.id)
    if (!appointment) return null
    // Whom she meets is a fact about that contact: it goes along only if the contact does.
    const together = grant.parts.some((p) => p.kind === 'contact' && p.id === appointment.contact)
    const found = together ? record.contact.get(appointment.contact ?? '') : undefined
    const contact = found?.sensitivity === 'never' ? undefined : found
    // Of what comes again they read the next time: the first one may be long past.
    const next = nextOf(appointment, about.made.slice(0, 16)) ?? appointment
    return shareAppointment(part, next, contact)
  }),
  stories: chosen(grant, 'story', (part) => {
    const story = record.story.get(part.id)
    return story ? shareStory(story) : null
  }),
  replyKey: null,
})
