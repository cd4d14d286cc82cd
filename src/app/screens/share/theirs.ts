import { useEffect, useState } from 'preact/hooks'
import type { Words } from '../../../i18n/words.ts'
import { shapes } from '../../../record/parts/table.ts'
import type { SharedPart } from '../../../record/summary.ts'
import { nextOf } from '../../../record/repeat.ts'
import type {
  Appointment,
  ClientRecord,
  Id,
  LocalTime,
  Part,
  PartKind,
  Share,
} from '../../../record/types.ts'
import { headsOf, shownIn } from '../../../recipient/paper/shown.ts'
import { speakTheirs } from '../../speak.ts'

// Her parts in the words of the agency's page, so that a field is called the same on both sides.

/** The agency's words in one language; null until they are there. */
export const useTheirWords = (tag: string): Words | null => {
  const [words, setWords] = useState<Words | null>(null)
  useEffect(() => {
    let wanted = true
    void speakTheirs(tag).then((theirs) => (wanted ? setWords(theirs) : undefined))
    return () => {
      wanted = false
    }
  }, [tag])
  return words
}

/** An entry with all that could be shared of it; null when it is gone. */
export const wholePart = (
  record: ClientRecord,
  now: LocalTime,
  kind: PartKind,
  id: Id,
): SharedPart | null => {
  const names = shapes[kind].fields.map(({ name }) => name)
  const next = (one: Appointment) => nextOf(one, now)
  const facts = shapes[kind].facts({ record, parts: [], next }, id, names)
  return facts && { kind, at: 0, facts }
}

/** What an entry is called in a list, and what it goes on with. */
export const titleAndRest = (whole: SharedPart, theirs: Words): readonly [string, string] => {
  const [title, ...others] = headsOf(whole, theirs)
  const [first = '', second = ''] = shownIn(whole, theirs)
    .filter(({ field }) => !field.head && field.form !== 'time')
    .map(({ text }) => text)
  return title ? [title, others.join(' · ') || first] : [first, second]
}

/** What the parts are called today, to be kept with what is given. */
export const titlesOf = (
  record: ClientRecord,
  now: LocalTime,
  parts: readonly Part[],
  theirs: Words,
): Share['titles'] =>
  parts.flatMap((part) => {
    const title = partTitle(record, now, part, theirs)
    return title ? [{ id: part.id, title: title.slice(0, 120) }] : []
  })

/** What a part was called when it was given; empty when that was not kept. */
export const titleKept = ({ titles }: Share, { id }: Pick<Part, 'id'>): string =>
  titles.find((one) => one.id === id)?.title ?? ''

/** What a part is called today; null when she has deleted it since. */
export const partTitle = (
  record: ClientRecord,
  now: LocalTime,
  { kind, id }: Pick<Part, 'kind' | 'id'>,
  theirs: Words,
): string | null => {
  const whole = wholePart(record, now, kind, id)
  return whole && titleAndRest(whole, theirs)[0]
}
