import type { Words } from '../../../i18n/words.ts'
import { titleOf } from '../../../record/order.ts'
import type { ClientRecord, Entry } from '../../../record/types.ts'
import { nameOf, repeatOf } from '../appointment/words.ts'
import { labelOf } from './labels.ts'

// What an entry says, piece by piece and in words, so that two versions of it can be held against each other:
// texts, numbers, days, whoever is named, and words of ours.

const hidden = [
  'kind',
  'id',
  'written',
  'edited',
  'uid',
  'out',
  'source',
  'topic',
  'allDay',
  'waits',
]

/** Words of ours, by kind and field: where each stands in the language's file. */
const ours: Readonly<Record<string, string>> = {
  'contact.type': 'contact.typeName',
  'contact.level': 'contact.levelName',
  'contact.status': 'contact.status',
  'contact.sensitivity': 'contact.sensitivityName',
  'contact.needs': 'directory.need',
  'appointment.childCare': 'appointment.arranged',
  'appointment.interpreter': 'appointment.arranged',
  'need.state': 'need.state',
  'step.helped': 'step.help',
  'step.area': 'need.area',
}

/** Said of what is not there, too: no words of hers. */
const unsaid = ['none', 'ordinary', '']

type Around = { readonly record: ClientRecord; readonly words: Words }

const named = ({ record, words }: Around, id: string): string => {
  const [contact, appointment] = [record.contact.get(id), record.appointment.get(id)]
  if (contact) return titleOf(contact)
  if (appointment) return nameOf(record, appointment, words)
  return record.child.get(id)?.name ?? ''
}

const timed = (text: string, { dates }: Words): string => {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dates.day(text)
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return `${dates.day(text)} ${dates.clock(text)}`
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? dates.instant(text) : text
}

const ofText = (path: string, text: string, around: Around): string => {
  const place = ours[path]
  if (place) return unsaid.includes(text) ? '' : around.words.t(`${place}.${text}`)
  return named(around, text) || timed(text, around.words)
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Of a list each line: a number, what is safe about it, a link. */
const ofFields = (from: Readonly<Record<string, unknown>>, around: Around): string => {
  const { t } = around.words
  const text = (name: string): string => {
    const value = from[name]
    return typeof value === 'string' ? value : ''
  }
  if ('use' in from)
    return [text('way'), t(`contact.use.${text('use')}`), text('how')].filter(Boolean).join(' · ')
  if ('to' in from)
    return `${t(`contact.links.kind.${text('kind')}`)} · ${named(around, text('to'))}`
  return text('number')
}

const piecesOf = (path: string, value: unknown, around: Around): readonly string[] => {
  if (typeof value === 'string') return [ofText(path, value.trim(), around)]
  if (Array.isArray(value)) return value.flatMap((one: unknown) => piecesOf(path, one, around))
  if (typeof value === 'number') return value > 0 ? [String(value)] : []
  if (path === 'contact.favourite')
    return value === true ? [around.words.t('contact.arrange.favourite')] : []
  return isFields(value) ? [ofFields(value, around)] : []
}

/** One thing that an entry says; `label`: the locale key of what that is called. */
export type Said = { readonly label: string; readonly text: string }

/** All that an entry says. */
const saidIn = (entry: Entry, around: Around): readonly Said[] => {
  const said = (name: string, texts: readonly string[]): readonly Said[] =>
    texts.filter(Boolean).map((text) => ({ label: labelOf(`${entry.kind}.${name}`), text }))
  const repeats = entry.kind === 'appointment' ? [repeatOf(entry, around.words)] : []
  const fields = Object.entries(entry)
    .filter(([name]) => !hidden.includes(name) && name !== 'repeat')
    .flatMap(([name, value]: [string, unknown]) =>
      said(name, piecesOf(`${entry.kind}.${name}`, value, around)),
    )
  return [...fields, ...said('repeat', repeats)]
}

/** What an earlier version said and the entry does not say any more, nothing twice. */
export const saidBefore = (before: Entry, now: Entry, around: Around): readonly Said[] => {
  const told = new Set(saidIn(now, around).map(({ text }) => text))
  return saidIn(before, around).filter(({ text }) => !told.has(text) && told.add(text))
}
