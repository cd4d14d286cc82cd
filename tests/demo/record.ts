import { bare } from '../../src/record/appointment.ts'
import { blankContact } from '../../src/record/contact.ts'
import { emptyRecord, put } from '../../src/record/record.ts'
import { firstSetting } from '../../src/record/setting.ts'
import type {
  Appointment,
  Change,
  ClientRecord,
  Contact,
  Entry,
  LocalDate,
  Story,
  Time,
} from '../../src/record/types.ts'
import { meetings, type Meeting } from './appointments.ts'
import { authorities, type Authority } from './authorities.ts'
import { arabic, swedish, type Chapter } from './stories.ts'

// An invented record for demonstrations and journeys. It lies among the tests, so that no build can
// take it along.

const minute = 60_000
const day = 1_440 * minute

const dateAway = (now: Time, away: number): LocalDate =>
  new Date(Date.parse(now) + away * day).toISOString().slice(0, 10)

/** Sixteen characters, the same for every run. */
const idOf = (kind: string, at: number): string =>
  `demo-${kind}-${String(at).padStart(10 - kind.length, '0')}`

const contactOf =
  (now: Time) =>
  (authority: Authority, at: number): Contact => {
    const { away, ...facts } = authority
    return {
      ...blankContact,
      ...facts,
      id: idOf('contact', at),
      nextOn: away === null ? '' : dateAway(now, away),
      source: 'phone',
      written: now,
      edited: now,
    }
  }

const endOf = (start: string, lasts: number): string =>
  lasts > 0 ? new Date(Date.parse(`${start}Z`) + lasts * minute).toISOString().slice(0, 16) : ''

const appointmentOf =
  (now: Time) =>
  (meeting: Meeting, at: number): Appointment => {
    const { away, clock, lasts, who, ...facts } = meeting
    const start = `${dateAway(now, away)}T${clock || '00:00'}`
    return {
      ...bare,
      kind: 'appointment',
      id: idOf('meeting', at),
      ...facts,
      start,
      end: endOf(start, lasts),
      allDay: clock === '',
      contact: who === null ? null : idOf('contact', who),
      note: '',
      uid: '',
      written: now,
      edited: now,
    }
  }

const storyOf =
  (now: Time) =>
  (chapter: Chapter, at: number): Story => ({
    kind: 'story',
    id: idOf('story', at),
    ...chapter,
    brief: '',
    written: now,
    edited: now,
  })

/** 40 contacts, 20 appointments around `now`, and the story of one invented case in its language. */
export const demoRecord = (now: Time, language: 'sv' | 'ar' = 'sv'): ClientRecord => {
  const entries: readonly Entry[] = [
    { ...firstSetting, language },
    ...authorities.map(contactOf(now)),
    ...meetings.map(appointmentOf(now)),
    ...(language === 'ar' ? arabic : swedish).map(storyOf(now)),
  ]
  const changes: readonly Change[] = entries.map(put)
  return changes.reduce((record, change) => change(record), emptyRecord)
}
