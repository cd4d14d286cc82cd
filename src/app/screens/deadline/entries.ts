import { bare } from '../../../record/appointment.ts'
import type { Step } from '../../../record/step.ts'
import type { Appointment, Id, LocalDate, Time } from '../../../record/types.ts'

/** What she takes over: a title, a day, whom it is with, and a note that says what to check. */
export type Taken = {
  readonly title: string
  readonly day: LocalDate
  readonly contact: Id | null
  readonly note: string
}

type Stamp = { readonly id: Id; readonly now: Time }

export const stepFrom = ({ title, day, contact, note }: Taken, { id, now }: Stamp): Step => ({
  kind: 'step',
  id,
  area: '',
  child: null,
  what: title,
  goal: '',
  contact,
  by: day,
  follow: '',
  done: '',
  helped: '',
  note,
  written: now,
  edited: now,
})

/** A whole day: no rule sets a clock. */
export const appointmentFrom = (
  { title, day, contact, note }: Taken,
  { id, now }: Stamp,
): Appointment => ({
  ...bare,
  kind: 'appointment',
  id,
  title,
  start: `${day}T00:00`,
  end: '',
  allDay: true,
  place: '',
  contact,
  bring: '',
  note,
  uid: '',
  written: now,
  edited: now,
})
