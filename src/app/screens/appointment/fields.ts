import { once, repeats, type Repeat } from '../../../record/again.ts'
import { bare } from '../../../record/appointment.ts'
import { whoIn } from '../../../record/who.ts'
import { plainFigures } from '../../../record/figures.ts'
import { daysMoved } from '../../../record/repeat.ts'
import { dayMs, fromMs, msOf } from '../../../record/wall.ts'
import {
  arrangements,
  type Appointment,
  type Arrangement,
  type Id,
  type Time,
} from '../../../record/types.ts'

/** An appointment as the form shows it: a date and two times, everything as text. */
export type AppointmentFields = {
  readonly title: string
  readonly date: string
  readonly from: string
  readonly to: string
  readonly place: string
  /** Ids, with spaces between: the first is whom it is with. */
  readonly contact: string
  readonly why: string
  readonly bring: string
  readonly questions: string
  readonly note: string
  readonly after: string
  readonly every: string
  readonly until: string
  readonly travel: string
  readonly childCare: string
  readonly interpreter: string
  readonly interpreterIn: string
}

const dateOf = (localTime: string): string => localTime.slice(0, 10)
const clockOf = (localTime: string): string => localTime.slice(11, 16)

const texts = ['title', 'place', 'why', 'bring', 'questions', 'note', 'after'] as const
const around = ['childCare', 'interpreter', 'interpreterIn'] as const

/** An appointment's facts by name, or the empty ones. */
const known = (appointment: Appointment | undefined) => ({
  ...bare,
  title: '',
  place: '',
  bring: '',
  note: '',
  ...appointment,
})

export const fieldsOf = (
  appointment: Appointment | undefined,
  contact: Id | null,
): AppointmentFields => {
  const { title, place, why, bring, questions, note, after, ...rest } = known(appointment)
  const { childCare, interpreter, interpreterIn, repeat, travel } = rest
  const timed = appointment && !appointment.allDay
  return {
    title,
    date: dateOf(appointment?.start ?? ''),
    from: timed ? clockOf(appointment.start) : '',
    to: timed ? clockOf(appointment.end) : '',
    place,
    contact: appointment ? whoIn(appointment).join(' ') : (contact ?? ''),
    why,
    bring,
    questions,
    note,
    after,
    every: repeat.every,
    until: repeat.until,
    travel: travel > 0 ? String(travel) : '',
    childCare,
    interpreter,
    interpreterIn,
  }
}

/** Whether anything is said of who minds the children or who interprets. */
export const isArranged = (fields: AppointmentFields): boolean =>
  around.some((name) => !['', 'none'].includes(fields[name]))

/** Whether something is filled in that the form folds away. */
export const unfolded = (fields: AppointmentFields): boolean =>
  [...texts.slice(1), 'to', 'travel'].some((name) => new Map(Object.entries(fields)).get(name)) ||
  fields.every !== 'none' ||
  isArranged(fields)

const startOf = ({ date, from }: AppointmentFields): string => `${date}T${from || '00:00'}`

/** The end moves along with the start: an invitation of an hour stays one of an hour. */
const movedEnd = (start: string, before: Appointment | undefined): string => {
  const end = msOf(before?.end ?? '') + msOf(start) - msOf(before?.start ?? '')
  return fromMs(end)
}

/** Until a clock that she chose, which lies on the next day when it is before the start. */
const chosenEnd = ({ date, from, to }: AppointmentFields): string =>
  to > from ? `${date}T${to}` : fromMs(msOf(`${date}T${to}`) + dayMs)

const endOf = (fields: AppointmentFields, before: Appointment | undefined): string => {
  const isDay = fields.from === ''
  const untouched = before !== undefined && fields.to === fieldsOf(before, null).to
  if (untouched) return before.allDay === isDay ? movedEnd(startOf(fields), before) : ''
  return isDay || fields.to === '' ? '' : chosenEnd(fields)
}

const minutes = (text: string): number => {
  const found = Number.parseInt(plainFigures(text), 10)
  return Number.isNaN(found) ? 0 : Math.min(Math.max(found, 0), 1_440)
}

/** What the form says of child care or an interpreter. */
export const arrangementOf = (text: string): Arrangement =>
  arrangements.find((one) => one === text) ?? 'none'

/** The days that were taken out move along with the series. */
const repeatOf = (fields: AppointmentFields, before: Appointment | undefined): Repeat => {
  const { every, until } = fields
  const start = startOf(fields)
  const found = repeats.find((one) => one === every) ?? 'none'
  if (found === 'none') return before?.repeat.every === 'none' ? { ...before.repeat, until } : once
  const but = before ? daysMoved({ ...before.repeat, every: found }, before.start, start) : []
  return { every: found, until, but }
}

const whomOf = ({ contact }: AppointmentFields): Pick<Appointment, 'contact' | 'others'> => {
  const [first = null, ...others] = contact.split(' ').filter(Boolean)
  return { contact: first, others }
}

/** The appointment that the form describes; without a time it takes the whole day. */
export const appointmentOf = (
  fields: AppointmentFields,
  id: Id,
  now: Time,
  before: Appointment | undefined,
): Appointment => ({
  kind: 'appointment',
  id,
  title: fields.title.trim(),
  why: fields.why.trim(),
  start: startOf(fields),
  end: endOf(fields, before),
  allDay: fields.from === '',
  place: fields.place.trim(),
  ...whomOf(fields),
  bring: fields.bring.trim(),
  questions: fields.questions.trim(),
  note: fields.note.trim(),
  after: fields.after.trim(),
  repeat: repeatOf(fields, before),
  travel: minutes(fields.travel),
  childCare: arrangementOf(fields.childCare),
  interpreter: arrangementOf(fields.interpreter),
  interpreterIn: fields.interpreterIn.trim(),
  uid: before?.uid ?? '',
  out: before?.out ?? '',
  written: before?.written ?? now,
  edited: now,
})
