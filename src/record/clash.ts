import { timesOf } from './repeat.ts'
import { dayAfter, msOf } from './wall.ts'
import type { Appointment, ClientRecord } from './types.ts'

/** Another appointment that stands too near: at the same time, or with less time between than the way takes. */
export type Clash = {
  readonly other: Appointment
  readonly kind: 'same' | 'travel'
  /** Minutes between the two; 0 when they overlap. */
  readonly between: number
}

const minute = 60_000

/** An open end is taken for an hour. */
const endMs = ({ start, end }: Appointment): number =>
  end > start ? msOf(end) : msOf(start) + 60 * minute

const clashOf = (one: Appointment, other: Appointment): Clash | null => {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one]
  const between = (msOf(second.start) - endMs(first)) / minute
  if (between < 0) return { other, kind: 'same', between: 0 }
  return between < second.travel ? { other, kind: 'travel', between } : null
}

/** What stands too near one appointment, the earliest first. Whole days stand in nobody's way. */
export const clashesOf = (
  record: Pick<ClientRecord, 'appointment'>,
  one: Appointment,
): readonly Clash[] => {
  if (one.allDay || Number.isNaN(msOf(one.start))) return []
  const [from, to] = [dayAfter(one.start, -1), dayAfter(one.end || one.start, 1)]
  return [...record.appointment.values()]
    .filter(({ id, allDay }) => id !== one.id && !allDay)
    .flatMap((other) => timesOf(other, from, to))
    .flatMap((other) => clashOf(one, other) ?? [])
    .toSorted((a, b) => a.other.start.localeCompare(b.other.start))
}
