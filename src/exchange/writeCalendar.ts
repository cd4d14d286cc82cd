import { dayAfter, zone } from '../record/wall.ts'
import type { Appointment, LocalTime, Time } from '../record/types.ts'
import { clock } from './zones.ts'
import { wallOf } from './wall.ts'
import { escaped, folded } from './writtenLine.ts'

/** What goes along besides the times; a calendar may be copied to places that she does not see. */
export type CalendarOut = {
  /** Stands for a title that stays at home. */
  readonly neutral: string
  readonly titles: boolean
  readonly places: boolean
  readonly now: Time
}

/** The clocks of Sweden as they have changed since 1996. */
const zoneLines = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19700329T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

const bare = (text: string): string => text.replace(/[-:]/g, '')

/** A time on the wall, or a whole day: the part of a line after its name. */
const at = (time: LocalTime, allDay: boolean): string =>
  allDay ? `;VALUE=DATE:${bare(time.slice(0, 10))}` : `;TZID=${zone}:${bare(time)}00`

const ends = ({ start, end, allDay }: Appointment): readonly string[] => {
  // A file calls the day after the last one the end.
  if (allDay) return [`DTEND${at(dayAfter(end || start, 1), true)}`]
  return end === '' ? [] : [`DTEND${at(end, false)}`]
}

const rules = {
  day: 'FREQ=DAILY',
  week: 'FREQ=WEEKLY',
  fortnight: 'FREQ=WEEKLY;INTERVAL=2',
  month: 'FREQ=MONTHLY',
} as const

/** The last day, whole: in UTC where times have a zone, as the format wants it. */
const untilOf = ({ repeat, allDay }: Appointment): string => {
  if (repeat.until === '') return ''
  if (allDay) return `;UNTIL=${bare(repeat.until)}`
  const wall = wallOf(`${repeat.until}T23:59`)
  const instant = wall === null ? undefined : clock(zone)?.instant(wall)
  return instant === undefined
    ? ''
    : `;UNTIL=${bare(new Date(instant).toISOString().slice(0, 19))}Z`
}

const again = (appointment: Appointment): readonly string[] => {
  const { repeat, start, allDay } = appointment
  if (repeat.every === 'none') return []
  const left = repeat.but.map((day) => `EXDATE${at(`${day}${start.slice(10)}`, allDay)}`)
  return [`RRULE:${rules[repeat.every]}${untilOf(appointment)}`, ...left]
}

const event = (appointment: Appointment, out: CalendarOut): readonly string[] => {
  const { out: uid, title, start, place, allDay } = appointment
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${bare(out.now)}`,
    `DTSTART${at(start, allDay)}`,
    ...ends(appointment),
    ...again(appointment),
    `SUMMARY:${escaped((out.titles && title) || out.neutral)}`,
    ...(out.places && place ? [`LOCATION:${escaped(place)}`] : []),
    'END:VEVENT',
  ]
}

/** Whether a calendar can hold it: its start is a time that there is. */
const isWhole = ({ start, end }: Appointment): boolean =>
  wallOf(start) !== null && (end === '' || wallOf(end) !== null)

/** A calendar file of appointments that have a name for it (`out`). Whom she meets, why, and every note stay at home whatever is chosen. */
export const writeCalendar = (appointments: readonly Appointment[], out: CalendarOut): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Calendar//EN',
    'CALSCALE:GREGORIAN',
    ...zoneLines,
    ...appointments.filter(isWhole).flatMap((one) => event(one, out)),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
