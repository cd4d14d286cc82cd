import type { ImportedAppointment } from '../../../exchange/imported.ts'
import type { Marked } from '../../../exchange/merge.ts'
import { dropWhole } from '../../../record/attached.ts'
import { all, listOf, put } from '../../../record/record.ts'
import { timesOf } from '../../../record/repeat.ts'
import type { Appointment, Change, ClientRecord } from '../../../record/types.ts'

// An invitation that is taken back: what is in her calendar of it can go, and nothing new comes.

type One = Marked<ImportedAppointment>

/** The series that a single time belongs to, while that time is still in it. */
const seriesOf = (record: ClientRecord, { item }: One): Appointment | undefined => {
  const { instead } = item
  if (!instead) return undefined
  return listOf(record, 'appointment').find(
    (one) =>
      (one.uid === instead.uid || one.out === instead.uid) &&
      one.repeat.every !== 'none' &&
      timesOf(one, instead.day, instead.day).length > 0,
  )
}

/** The same series without that time; null when none of hers has it. */
export const withoutIt = (record: ClientRecord, one: One): Change | null => {
  const series = seriesOf(record, one)
  const day = one.item.instead?.day
  if (!series || day === undefined) return null
  const { repeat } = series
  return put({ ...series, repeat: { ...repeat, but: [...repeat.but, day] } })
}

/** Those that an invitation put into her calendar: itself, and times of it that were moved. */
const keptOf = (record: ClientRecord, { item, of }: One): Appointment[] =>
  listOf(record, 'appointment').filter(
    ({ id, uid }) => id === of || (item.uid !== '' && uid.startsWith(`${item.uid}/`)),
  )

/** Takes what is called off out of her calendar; null when nothing of it is there. */
export const takeOff = (record: ClientRecord, one: One): Change | null => {
  const kept = keptOf(record, one)
  const series = withoutIt(record, one)
  if (kept.length === 0 && !series) return null
  return all(
    ...kept.map(({ id }) => dropWhole({ kind: 'appointment', id })),
    ...(series ? [series] : []),
  )
}
