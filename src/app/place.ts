import { drop, put, settingOf } from '../record/record.ts'
import { readArranged } from '../record/arranged.ts'
import { levels, areas, type Level } from '../record/areas.ts'
import { fieldsOf, list, orNull, text, type Fields } from '../record/fields.ts'
import { precautionTopics } from '../record/precaution.ts'
import { momentKinds } from '../record/timeline.ts'
import { topics, type Change, type ClientRecord } from '../record/types.ts'
import { firstView, tabs, type Screen, type View } from './view.ts'

// Leaving costs her nothing: the code brings her back to the same screen, as far down. It is kept in
// her record, sealed with everything else, and nowhere in the page's memory.

/** Screens that are what they are, whoever she looks at. */
const plain = [
  ...tabs.filter((tab) => tab !== 'contacts'),
  'import',
  'network',
  'alike',
  'directoryApart',
  'packs',
  'more',
  'trash',
  'plan',
  'children',
  'safety',
  'talks',
  'council',
  'setting',
  'limits',
  'backup',
  'statements',
] as const
const ofOne = [
  'contactSafety',
  'contactLinks',
  'contact',
  'appointment',
  'incident',
  'story',
  'step',
  'child',
  'precautionForm',
  'talk',
  'attachment',
  'share',
  'consent',
  'shareChange',
  'reply',
  'service',
] as const

/** Where she said how it was. */
const saidFrom = (from: Fields): Screen | null => {
  const [contact, appointment] = [orNull(from['contact']), orNull(from['appointment'])]
  if (from['at'] === 'ratings') return { at: 'ratings', contact }
  return from['at'] === 'rate' ? { at: 'rate', contact, appointment, on: text(from['on']) } : null
}

const deadlineFrom = (from: Fields): Screen | null => {
  const about = { contact: orNull(from['contact']), appointment: orNull(from['appointment']) }
  const name = orNull(from['name'])
  if (from['at'] === 'deadlines') return { at: 'deadlines', ...about }
  return from['at'] === 'deadline' && name !== null ? { at: 'deadline', name, ...about } : null
}

const safetyFrom = (from: Fields): Screen | null => {
  const topic = precautionTopics.find((known) => known === from['topic'])
  if (from['at'] === 'talkForm') return { at: 'talkForm', id: orNull(from['id']) }
  return from['at'] === 'precautions' && topic ? { at: 'precautions', topic } : null
}

/** What is only searched. */
const soughtFrom = (from: Readonly<Record<string, unknown>>): Screen | null => {
  const at = (['search', 'grants'] as const).find((known) => known === from['at'])
  if (!at) return null
  const query = orNull(fieldsOf(from['as'])['query'])
  return query === null ? { at } : { at, as: { query } }
}

const mergeFrom = (from: Readonly<Record<string, unknown>>): Screen | null => {
  const [id, other] = [orNull(from['id']), orNull(from['other'])]
  return from['at'] === 'merge' && id !== null && other !== null ? { at: 'merge', id, other } : null
}

/** Lists, as she had laid them out. */
const listFrom = (from: Fields): Screen | null => {
  const isLaid = from['as'] !== undefined
  if (from['at'] === 'contacts')
    return isLaid ? { at: 'contacts', as: readArranged(from['as']) } : { at: 'contacts' }
  if (from['at'] !== 'directory') return soughtFrom(from) ?? mergeFrom(from)
  const need = areas.find((known) => known === from['need'])
  const as = fieldsOf(from['as'])
  const level: Level | '' = levels.find((known) => known === as['level']) ?? ''
  const laid = isLaid ? { as: { level, query: text(as['query']) } } : {}
  return { at: 'directory', ...(need ? { need } : {}), ...laid }
}

const timelineFrom = (from: Fields): Screen => {
  const kept = list(from['only'], text)
  const only = momentKinds.filter((kind) => kept.includes(kind))
  if (from['whose'] === undefined) return { at: 'timeline', only }
  const { contact, child } = fieldsOf(from['whose'])
  return { at: 'timeline', only, whose: { contact: text(contact), child: text(child) } }
}

/** Once only a part of her story could be added to, and its id alone stood there. */
const addendumFrom = (from: Fields): Screen | null => {
  const { kind, id } = fieldsOf(from['of'] ?? { kind: 'story', id: from['story'] })
  const known = (['appointment', 'story', 'incident'] as const).find((one) => one === kind)
  const own = orNull(id)
  return known && own !== null ? { at: 'addendumForm', of: { kind: known, id: own } } : null
}

const formOf = (from: Fields): Screen | null => {
  const [id, topic] = [orNull(from['id']), topics.find((known) => known === from['topic'])]
  switch (from['at']) {
    case 'contactForm':
      return { at: 'contactForm', id }
    case 'appointmentForm':
      return { at: 'appointmentForm', id, contact: orNull(from['contact']) }
    case 'timeline':
      return timelineFrom(from)
    case 'incidentForm':
      return { at: 'incidentForm', id }
    case 'week':
      return { at: 'week', day: text(from['day']) }
    case 'storyForm':
      return topic ? { at: 'storyForm', id, topic } : null
    case 'addendumForm':
      return addendumFrom(from)
    case 'needs':
      return { at: 'needs', child: orNull(from['child']) }
    case 'stepForm': {
      const area = areas.find((known) => known === from['area']) ?? ''
      return { at: 'stepForm', id, area, child: orNull(from['child']) }
    }
    case 'childForm':
      return { at: 'childForm', id }
    case 'shareForm': {
      const asked = orNull(from['asked'])
      return asked === null ? { at: 'shareForm' } : { at: 'shareForm', asked }
    }
    default:
      return listFrom(from) ?? saidFrom(from) ?? safetyFrom(from) ?? deadlineFrom(from)
  }
}

const screenFrom = (value: unknown): Screen | null => {
  const from = fieldsOf(value)
  const simple = plain.find((at) => at === from['at'])
  if (simple) return { at: simple }
  const one = ofOne.find((at) => at === from['at'])
  const id = orNull(from['id'])
  if (one) return id === null ? null : { at: one, id }
  return formOf(from)
}

const parse = (path: string): readonly unknown[] => {
  try {
    const value: unknown = JSON.parse(path)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/** Home for a path with a screen that this version does not know. */
const pathFrom = (kept: string): View['path'] => {
  const screens = parse(kept).map(screenFrom)
  const path = screens.flatMap((screen) => screen ?? [])
  return path.length > 0 && path.length === screens.length ? path : firstView.path
}

export type Beginning = { readonly view: View; readonly scroll: number }

/** Where the code brings her: where she left, unless she chose to begin at home. */
export const beginning = (record: ClientRecord): Beginning => {
  const place = record.place.get('place')
  if (!place || !settingOf(record).resume) return { view: firstView, scroll: 0 }
  return { view: { ...firstView, path: pathFrom(place.path) }, scroll: place.scroll }
}

/** Keeps where she is; `scroll` in CSS pixels. */
export const leaveFrom =
  ({ path }: View, scroll: number): Change =>
  (record) =>
    settingOf(record).resume
      ? put({
          kind: 'place',
          id: 'place',
          path: JSON.stringify(path),
          scroll: Math.round(scroll),
        })(record)
      : drop('place', 'place')(record)
