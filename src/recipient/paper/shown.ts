import { fileSort, type SharedFile } from '../../record/carried.ts'
import type { Field, SharedFact } from '../../record/parts/shape.ts'
import { fieldOf, partKinds, shapes } from '../../record/parts/table.ts'
import { isPhoneLabel } from '../../record/phoneLabels.ts'
import type { SharedPart } from '../../record/summary.ts'
import type { PartKind } from '../../record/types.ts'
import type { Words } from '../../i18n/words.ts'

// What paper and plain text have in common: which words stand for a fact, and in which order.

/** From the earlier to the later from left to right, also in a line that runs from right to left. */
const between = (from: string, to: string, { language }: Words): string =>
  language.direction === 'rtl' ? `\u2066${from} – ${to}\u2069` : `${from} – ${to}`

/** "fredag 27 november 2026, 10:00 – 11:00"; without hours when there are none. */
export const spanOf = (start: string, end: string, words: Words): string => {
  const { dates } = words
  const day = dates.day(start)
  const sameDay = start.slice(0, 10) === end.slice(0, 10)
  const ending = end && !sameDay ? ` – ${dates.day(end)}` : ''
  if (!start.includes('T')) return day + ending
  const [from, to] = [dates.clock(start), dates.clock(end)]
  if (!end) return `${day}, ${from}`
  return sameDay ? `${day}, ${between(from, to, words)}` : `${day}, ${from}${ending}, ${to}`
}

/** A fact in the words of whoever reads; her own words as she wrote them. */
const shownOf = (field: Field, { text, beside }: SharedFact, words: Words): string => {
  switch (field.form) {
    case 'day':
      return words.dates.day(text)
    case 'span':
      return spanOf(text, beside, words)
    case 'time':
      return words.dates.instant(text)
    case 'word':
      return words.t(`paper.word.${field.spoken ?? field.name}.${text}`)
    case 'line':
    case 'note':
    case 'text':
    case 'exact':
    case 'phone':
    case 'email':
      return text
  }
}

export type Shown = {
  readonly fact: SharedFact
  readonly field: Field
  readonly label: string
  readonly text: string
  /** Of a number: what kind it is, or her own word for it; else empty. */
  readonly kind: string
}

const kindOf = (field: Field, { beside }: SharedFact, { t }: Words): string => {
  if (field.form !== 'phone') return ''
  return isPhoneLabel(beside) ? t(`paper.phone.${beside}`) : beside
}

/** The facts of a part that say something, in the order of its kind. */
export const shownIn = ({ kind, facts }: SharedPart, words: Words): readonly Shown[] =>
  facts.flatMap((fact) => {
    const field = fieldOf(kind, fact.name)
    const text = field ? shownOf(field, fact, words) : ''
    if (!field || !text) return []
    const label = words.t(`paper.fact.${field.name}`)
    return [{ fact, field, label, text, kind: kindOf(field, fact, words) }]
  })

/** What a part is called, and what stands beside that name. */
export const headsOf = (part: SharedPart, words: Words): readonly string[] =>
  shownIn(part, words)
    .filter(({ field }) => field.head)
    .map(({ text }) => text)

const startOf = ({ kind, facts }: SharedPart): string =>
  facts.find(({ name }) => fieldOf(kind, name)?.form === 'span')?.text || '9'

/** The parts by kind; those with a time stand by it, those without one last. */
export const sectionsOf = (
  parts: readonly SharedPart[],
): readonly { readonly kind: PartKind; readonly parts: readonly SharedPart[] }[] =>
  partKinds
    .map((kind) => ({
      kind,
      parts: parts
        .filter((part) => part.kind === kind)
        .sort((a, b) => startOf(a).localeCompare(startOf(b), 'en')),
    }))
    .filter(({ parts: here }) => here.length > 0)

/** Whether parts of this kind hold whole texts. */
export const hasText = (kind: PartKind): boolean =>
  shapes[kind].fields.some(({ form }) => form === 'text')

export type NamedFile = {
  readonly file: SharedFile
  /** "Photo 2", in the words of whoever reads. */
  readonly name: string
  /** Its place among all, from 1. */
  readonly number: number
}

/** What the files are called: they bring no names along. */
export const fileNames = (
  files: readonly SharedFile[] | undefined,
  words: Words,
): readonly NamedFile[] =>
  (files ?? []).map((file, at) => ({
    file,
    name: `${words.t(`paper.file.${fileSort(file.type)}`)} ${at + 1}`,
    number: at + 1,
  }))
