import { once } from './again.ts'
import { all, listOf, put } from './record.ts'
import type { Appointment, Change, Id, LocalDate, Time } from './types.ts'

/** A series that does not take place on one of its days. */
export const without = (series: Appointment, day: LocalDate): Change => {
  const { repeat } = series
  return put({ ...series, repeat: { ...repeat, but: [...repeat.but, day] } })
}

/** Makes one time of a series an appointment of its own, for the same children. */
export const splitOff =
  (
    series: Appointment,
    one: Appointment,
    { id, now }: { readonly id: Id; readonly now: Time },
  ): Change =>
  (record) => {
    const apart = { ...one, id, uid: '', out: '', repeat: once, written: now, edited: now }
    const children = listOf(record, 'child').filter(({ appointments }) =>
      appointments.includes(series.id),
    )
    return all(
      without(series, one.start.slice(0, 10)),
      put(apart),
      ...children.map((child) => put({ ...child, appointments: [...child.appointments, id] })),
    )(record)
  }
