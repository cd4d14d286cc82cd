import { bare } from '../../../record/appointment.ts'
import type { Appointment, Id, Time } from '../../../record/types.ts'

/** An appointment as the form shows it: a date and a time, everything as text. */
export type AppointmentFields = {
  readonly title: string
  readonly date: string
  readonly from: string
  readonly place: string
  readonly contact: string
  readonly bring: string
  readonly note: string
}

const dateOf = (localTime: string): string => localTime.slice(0, 10)
const clockOf = (localTime: string): string => localTime.slice(11, 16)

export const fieldsOf = (
  appointment: Appointment | undefined,
  contact: Id | null,
): AppointmentFields => ({
  title: appointment?.title ?? '',
  date: dateOf(appointment?.start ?? ''),
  from: appointment?.allDay ? '' : clockOf(appointment?.start ?? ''),
  place: appointment?.place ?? '',
  contact: appointment?.contact ?? contact ?? '',
  bring: appointment?.bring ?? '',
  note: appointment?.note ?? '',
})

const startOf = ({ date, from }: AppointmentFields): string => `${date}T${from || '00:00'}`

/** A wall-clock time as if it were UTC, in ms; NaN when there is none. */
const msOf = (localTime: string): number => Date.parse(`${localTime}Z`)

/** The end moves along with the start: an invitation of an hour stays one of an hour. */
const endOf = (start: string, before: Appointment | undefined): string => {
  const end = msOf(before?.end ?? '') + msOf(start) - msOf(before?.start ?? '')
  return Number.isNaN(end) ? '' : new Date(end).toISOString().slice(0, 16)
}

/** The appointment that the form describes; without a time it takes the whole day. */
export const appointmentOf = (
  fields: AppointmentFields,
  id: Id,
  now: Time,
  before: Appointment | undefined,
): Appointment => ({
  ...(before ?? bare),
  kind: 'appointment',
  id,
  title: fields.title.trim(),
  start: startOf(fields),
  end: before?.allDay === (fields.from === '') ? endOf(startOf(fields), before) : '',
  allDay: fields.from === '',
  place: fields.place.trim(),
  contact: fields.contact || null,
  bring: fields.bring.trim(),
  note: fields.note.trim(),
  uid: before?.uid ?? '',
  written: before?.written ?? now,
  edited: now,
})
