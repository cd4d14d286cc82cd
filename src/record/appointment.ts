import { fieldsOf, list, oneOf, orNull, text, times, whole, type Fields } from './fields.ts'
import { once, repeats, type Repeat } from './again.ts'
import { arrangements, type Appointment } from './types.ts'

type Unfolded =
  | 'why'
  | 'questions'
  | 'after'
  | 'repeat'
  | 'travel'
  | 'childCare'
  | 'interpreter'
  | 'interpreterIn'
  | 'others'
  | 'out'

/** What an appointment has beyond when, where and with whom, while nothing of it is known. */
export const bare: Pick<Appointment, Unfolded> = {
  why: '',
  questions: '',
  after: '',
  repeat: once,
  travel: 0,
  childCare: 'none',
  interpreter: 'none',
  interpreterIn: '',
  others: [],
  out: '',
}

const readRepeat = (value: unknown): Repeat => {
  const { every, until, but } = fieldsOf(value)
  return {
    every: oneOf(every, repeats, 'none'),
    until: text(until),
    but: list(but, text).filter(Boolean),
  }
}

export const readAppointment = (id: string, from: Fields): Appointment => ({
  kind: 'appointment',
  id,
  title: text(from['title']),
  why: text(from['why']),
  start: text(from['start']),
  end: text(from['end']),
  allDay: from['allDay'] === true,
  place: text(from['place']),
  contact: orNull(from['contact']),
  others: list(from['others'], text).filter(Boolean),
  bring: text(from['bring']),
  questions: text(from['questions']),
  note: text(from['note']),
  after: text(from['after']),
  repeat: readRepeat(from['repeat']),
  travel: Math.max(0, whole(from['travel'], 0)),
  childCare: oneOf(from['childCare'], arrangements, 'none'),
  interpreter: oneOf(from['interpreter'], arrangements, 'none'),
  interpreterIn: text(from['interpreterIn']),
  uid: text(from['uid']),
  out: text(from['out']),
  ...times(from),
})
