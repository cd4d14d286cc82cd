import { levels } from './areas.ts'
import {
  councilId,
  said,
  type Band,
  type Council,
  type Gist,
  type Gleaned,
  type Group,
  type Length,
  type Period,
} from './council.ts'
import { retellingsSparedIn } from './given.ts'
import type { Question, Rating } from './rating.ts'
import { isSaid } from './ratings.ts'
import { all, drop, listOf, put } from './record.ts'
import type { Change, ClientRecord, Contact, LocalDate, Time } from './types.ts'
import { daysOf, waitsOf } from './waits.ts'

// Makes what a council may learn out of what she keeps. Fewer than three of anything say nothing.

const least = 3

export const periodOf = (day: LocalDate): Period => ({
  year: day.slice(0, 4),
  half: day.slice(5, 7) < '07' ? 'first' : 'second',
})

const isIn = (day: LocalDate, { year, half }: Period): boolean =>
  day.slice(0, 4) === year && periodOf(day).half === half

/** Of so many yes, partly and no. */
const gistOf = (points: readonly number[]): Gist | '' => {
  if (points.length < least) return ''
  const share = points.reduce((sum, point) => sum + point, 0) / points.length
  if (share >= 2 / 3) return 'mostly'
  return share <= 1 / 3 ? 'seldom' : 'mixed'
}

const bandOf = (count: number): Band => {
  if (count < 5) return '0–4'
  if (count < 10) return '5–9'
  return count < 20 ? '10–19' : '20+'
}

const lengthOf = (days: readonly number[]): Length | '' => {
  if (days.length < least) return ''
  const middle = days.toSorted((a, b) => a - b)[Math.floor(days.length / 2)] ?? 0
  if (middle < 14) return '0–13'
  if (middle <= 31) return '14–31'
  return middle <= 92 ? '32–92' : '93+'
}

const points: Readonly<Record<string, number>> = { yes: 1, partly: 0.5, no: 0 }

const nothing: Gleaned = {
  listened: '',
  knew: '',
  influence: '',
  helped: '',
  retold: '',
  waited: '',
  retellings: '',
  spared: '',
  contacts: '',
}

/** What may be told of: whom she keeps to herself is in no summary, and does not count in one. */
const open = (record: ClientRecord): Contact[] =>
  listOf(record, 'contact').filter(({ sensitivity }) => sensitivity !== 'never')

const ratingsIn = (record: ClientRecord, period: Period): Rating[] => {
  const shut = (rating: Rating): boolean =>
    record.contact.get(rating.contact ?? '')?.sensitivity === 'never'
  return listOf(record, 'rating').filter((one) => isSaid(one) && isIn(one.on, period) && !shut(one))
}

const daysWaited = (contact: Contact, period: Period, today: LocalDate): number[] =>
  waitsOf(contact)
    .filter(({ from }) => isIn(from, period))
    .map((wait) => daysOf(wait, today))

type Level = Exclude<Group, 'all'>

const levelOf = (record: ClientRecord, { contact }: Rating): Level =>
  record.contact.get(contact ?? '')?.level || 'other'

const gleanLevel = (record: ClientRecord, period: Period, level: Level, now: Time): Gleaned => {
  const ratings = ratingsIn(record, period).filter((one) => levelOf(record, one) === level)
  if (ratings.length < least) return nothing
  const gist = (name: Question | 'retold'): Gist | '' =>
    gistOf(ratings.flatMap((one) => points[one[name]] ?? []))
  const waits = open(record)
    .filter((contact) => (contact.level || 'other') === level)
    .flatMap((contact) => daysWaited(contact, period, now.slice(0, 10)))
  return {
    ...nothing,
    listened: gist('listened'),
    knew: gist('knew'),
    influence: gist('influence'),
    helped: gist('helped'),
    retold: gist('retold'),
    waited: lengthOf(waits),
  }
}

const gleanAll = (record: ClientRecord, period: Period): Gleaned => {
  const ratings = ratingsIn(record, period)
  if (ratings.length < least) return nothing
  return {
    ...nothing,
    retellings: bandOf(ratings.filter(({ retold }) => retold === 'yes').length),
    spared: bandOf(retellingsSparedIn(record, (day) => isIn(day, period))),
    contacts: bandOf(open(record).length),
  }
}

const isEmpty = (gleaned: Gleaned): boolean => said.every((name) => gleaned[name] === '')

type Making = { readonly period: Period; readonly mark: string; readonly now: Time }

/** One sheet for each level that has enough, and one about them all; none where there is too little. */
export const glean = (record: ClientRecord, { period, mark, now }: Making): Council[] => {
  const sheet = (level: Group, gleaned: Gleaned): Council[] =>
    isEmpty(gleaned)
      ? []
      : [
          {
            kind: 'council',
            id: councilId(period, level),
            ...period,
            level,
            mark,
            ...gleaned,
            written: now,
            edited: now,
          },
        ]
  return [
    ...levels.flatMap((level) => sheet(level, gleanLevel(record, period, level, now))),
    ...sheet('all', gleanAll(record, period)),
  ]
}

/** Half years in which she has said anything, the latest first. */
export const periodsIn = (record: ClientRecord): Period[] => {
  const days = listOf(record, 'rating').filter(isSaid)
  const names = new Set(days.map(({ on }) => `${periodOf(on).year} ${periodOf(on).half}`))
  return [...names]
    .toSorted()
    .toReversed()
    .map((name) => ({
      year: name.slice(0, 4),
      half: name.endsWith('first') ? 'first' : 'second',
    }))
}

export const sheetsOf = (record: ClientRecord, { year, half }: Period): Council[] =>
  listOf(record, 'council').filter((one) => one.year === year && one.half === half)

/** Keeps the sheets of a half year as they are now, in place of those that stood there. */
export const keepSheets =
  (making: Making): Change =>
  (record) => {
    const before = sheetsOf(record, making.period)
    // The mark stays, so that a summary made again counts once.
    const mark = before[0]?.mark ?? making.mark
    return all(
      ...before.map(({ id }) => drop('council', id)),
      ...glean(record, { ...making, mark }).map(put),
    )(record)
  }
