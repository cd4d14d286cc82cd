import type { Appointment, ClientRecord } from '../record/types.ts'
import type { ImportedAppointment } from './imported.ts'
import type { Marked } from './merge.ts'
import { fold } from './text.ts'

type Facts = Pick<ImportedAppointment, 'uid' | 'title' | 'start' | 'end' | 'allDay' | 'place'>

const sameFacts = (kept: Facts, item: ImportedAppointment): boolean =>
  !item.cancelled &&
  (['title', 'start', 'end', 'allDay', 'place'] as const).every((name) => kept[name] === item[name])

/** By the invitation's own name; a time and title stand in for it where one side has none. */
const keysOf = ({ uid, title, start }: Facts): readonly string[] => [
  ...(uid ? [`uid:${uid}`] : []),
  `at:${start} ${fold(title)}`,
]

const fits = (kept: Facts, item: Facts): boolean =>
  kept.uid && item.uid ? kept.uid === item.uid : true

type Place = { readonly facts: Facts; readonly id: Appointment['id'] | null }
type Index = Map<string, Place[]>

const add = (index: Index, place: Place): void => {
  for (const key of keysOf(place.facts)) index.set(key, [...(index.get(key) ?? []), place])
}

const markOne = (index: Index, item: ImportedAppointment): Marked<ImportedAppointment> => {
  const places = keysOf(item)
    .flatMap((key) => index.get(key) ?? [])
    .filter((place) => fits(place.facts, item))
  const equal = places.find((place) => sameFacts(place.facts, item))
  if (equal) return { item, mark: 'same', of: equal.id }
  const known = places.find((place) => place.id !== null)
  return known ? { item, mark: 'changed', of: known.id } : { item, mark: 'new', of: null }
}

/** Sets imported appointments against those that she keeps; a cancelled one that she has is `changed`. */
export const markAppointments = (
  record: Pick<ClientRecord, 'appointment'>,
  items: readonly ImportedAppointment[],
): readonly Marked<ImportedAppointment>[] => {
  const index: Index = new Map()
  for (const appointment of record.appointment.values())
    add(index, { facts: appointment, id: appointment.id })
  return items.map((item) => {
    const marked = markOne(index, item)
    if (marked.mark === 'new') add(index, { facts: item, id: null })
    return marked
  })
}
