import type { Words } from '../i18n/words.ts'
import { bare } from '../record/appointment.ts'
import { blankContact } from '../record/contact.ts'
import { firstSetting } from '../record/setting.ts'
import type {
  Appointment,
  ClientRecord,
  Contact,
  Entry,
  Id,
  LocalTime,
  Time,
} from '../record/types.ts'
import type { Answers } from '../vault/messages.ts'
import { dayMs } from '../record/wall.ts'

// Something ordinary to show: what lies in anyone's pocket. Nothing in it tells, and no person and no
// number in it is real: the numbers are of those that Sweden keeps free for stories.

/** Contacts by the end of their locale key, decoy.contact.<name>, with their made-up numbers. */
const contacts = {
  dentist: '08-465 004 12',
  library: '08-465 004 27',
  landlord: '08-465 004 33',
  school: '08-465 004 48',
  hairdresser: '070-174 06 21',
  repair: '070-174 06 54',
} as const

type Who = keyof typeof contacts

/** Appointments by the end of their locale key, decoy.appointment.<name>: days from today, and when. */
const appointments = {
  books: { in: 3, at: '', with: 'library' },
  haircut: { in: 6, at: '16:30', with: 'hairdresser' },
  checkup: { in: 12, at: '08:20', with: 'dentist' },
  meeting: { in: 17, at: '18:00', with: 'school' },
  bicycle: { in: -9, at: '17:15', with: 'repair' },
} as const satisfies Record<string, { in: number; at: string; with: Who }>

type Given = {
  readonly words: Words
  readonly local: LocalTime
  readonly time: Time
  readonly newId: () => Id
}

/** A date some days from another, "2026-11-23"; Saturdays and Sundays become the Monday after. */
export const workdayFrom = (local: LocalTime, days: number): string => {
  const date = new Date(`${local.slice(0, 10)}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  const weekday = date.getUTCDay()
  date.setUTCDate(date.getUTCDate() + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0))
  return date.toISOString().slice(0, 10)
}

const contactOf = (who: Who, id: Id, { words: { t }, time }: Given): Contact => ({
  ...blankContact,
  id,
  organisation: t(`decoy.contact.${who}.name`),
  phones: [{ label: '', number: contacts[who] }],
  hours: t(`decoy.contact.${who}.hours`),
  note: t(`decoy.contact.${who}.note`),
  source: 'own',
  written: time,
  edited: time,
})

type What = keyof typeof appointments

const appointmentOf = (what: What, contact: Id, given: Given): Appointment => {
  const { in: days, at } = appointments[what]
  const date = workdayFrom(given.local, days)
  return {
    ...bare,
    kind: 'appointment',
    id: given.newId(),
    title: given.words.t(`decoy.appointment.${what}.title`),
    start: `${date}T${at || '00:00'}`,
    end: '',
    allDay: at === '',
    place: '',
    contact,
    bring: given.words.t(`decoy.appointment.${what}.bring`),
    note: '',
    uid: '',
    written: given.time,
    edited: given.time,
  }
}

const namesOf = <K extends string>(of: Readonly<Record<K, unknown>>): readonly K[] =>
  Object.keys(of).filter((name): name is K => name in of)

/** The content that a decoy begins with: a plain book of contacts and appointments. */
export const decoyOf = (given: Given): readonly Entry[] => {
  const ids = new Map(namesOf(contacts).map((who) => [who, given.newId()]))
  return [
    ...[...ids].map(([who, id]) => contactOf(who, id, given)),
    ...namesOf(appointments).map((what) =>
      appointmentOf(what, ids.get(appointments[what].with) ?? '', given),
    ),
    { ...firstSetting, language: given.words.language.tag, plain: true },
  ]
}

/** Whether the phone's own list of storage shows more than the decoy could explain. */
export const isOutgrown = (
  { slots, grown }: Answers['space'],
  decoy: Pick<ClientRecord, 'attachment'>,
): boolean => (slots > 0 || grown) && decoy.attachment.size === 0

const week = 7

/** Days by which an appointment has to go on, in whole weeks, to lie ahead again; 0 when it does. */
const daysBehind = (start: LocalTime, local: LocalTime): number => {
  const behind = Date.parse(local.slice(0, 10)) - Date.parse(start.slice(0, 10))
  return behind < 0 ? 0 : (Math.floor(behind / dayMs / week) + 1) * week
}

const moved = (time: LocalTime, days: number): LocalTime =>
  time === '' ? '' : `${workdayFrom(time, days)}${time.slice(10)}`

/** Appointments that are over, moved to the same weekday in the coming weeks. */
export const refreshed = (
  all: readonly Appointment[],
  { local, time }: Pick<Given, 'local' | 'time'>,
): readonly Appointment[] =>
  all.flatMap((one) => {
    const days = daysBehind(one.start, local)
    if (days === 0 || one.start === '') return []
    return [{ ...one, start: moved(one.start, days), end: moved(one.end, days), edited: time }]
  })
