import type { Appointment, ClientRecord } from '../record/types.ts'
import type { ImportedAppointment } from './imported.ts'
import type { Marked } from './merge.ts'
import { fold } from './text.ts'

type Facts = Pick<
  ImportedAppointment,
  'uid' | 'title' | 'start' | 'end' | 'allDay' | 'place' | 'repeat'
>

/** Under which names an appointment of hers left as a calendar file; an earlier version used its id. */
const namesOut = ({ out, id }: Appointment): readonly string[] => [id, ...(out ? [out] : [])]

/** Whether an item is an appointment of hers that comes back: then only its times say anything. */
export const isOwn = (kept: Appointment, { uid }: Pick<Facts, 'uid'>): boolean =>
  namesOut(kept).includes(uid)

const times = ['start', 'end', 'allDay'] as const
const words = ['title', 'place'] as const

/** Days that she took out herself are no difference. */
const sameSeries = ({ repeat: kept }: Facts, { repeat, repeats }: ImportedAppointment): boolean =>
  repeats ||
  (kept.every === repeat.every &&
    kept.until === repeat.until &&
    repeat.but.every((day) => kept.but.includes(day)))

const sameFacts = ({ facts, names }: Place, item: ImportedAppointment): boolean =>
  !item.cancelled &&
  sameSeries(facts, item) &&
  times.every((name) => facts[name] === item[name]) &&
  (names.includes(item.uid) || words.every((name) => facts[name] === item[name]))

/** By the invitation's own name; a time and title stand in for it where one side has none. */
const keysOf = ({ uid, title, start }: Facts): readonly string[] => [
  ...(uid ? [`uid:${uid}`] : []),
  `at:${start} ${fold(title)}`,
]

const fits = ({ facts, names }: Place, item: Facts): boolean =>
  facts.uid && item.uid ? facts.uid === item.uid || names.includes(item.uid) : true

type Place = {
  readonly facts: Facts
  readonly id: Appointment['id'] | null
  readonly names: readonly string[]
}
type Index = Map<string, Place[]>

const add = (index: Index, place: Place): void => {
  const names = place.names.map((name) => `uid:${name}`)
  for (const key of [...keysOf(place.facts), ...names])
    index.set(key, [...(index.get(key) ?? []), place])
}

const markOne = (index: Index, item: ImportedAppointment): Marked<ImportedAppointment> => {
  const places = keysOf(item)
    .flatMap((key) => index.get(key) ?? [])
    .filter((place) => fits(place, item))
  const equal = places.find((place) => sameFacts(place, item))
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
    add(index, { facts: appointment, id: appointment.id, names: namesOut(appointment) })
  return items.map((item) => {
    const marked = markOne(index, item)
    if (marked.mark === 'new') add(index, { facts: item, id: null, names: [] })
    return marked
  })
}
