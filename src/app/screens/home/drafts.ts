import { precautionTopics } from '../../../record/precaution.ts'
import { listOf } from '../../../record/record.ts'
import type { Draft } from '../../../record/draft.ts'
import { topics, type ClientRecord } from '../../../record/types.ts'
import type { Screen } from '../../view.ts'

/** Writing that waits for her: what it is about, and the form that it goes on in. */
export type Unfinished = {
  readonly id: string
  readonly kind:
    | 'contact'
    | 'appointment'
    | 'story'
    | 'incident'
    | 'share'
    | 'step'
    | 'child'
    | 'precaution'
    | 'talk'
  /** The beginning of her own words; empty when there are none yet. */
  readonly text: string
  readonly screen: Screen
}

type Place = Pick<Unfinished, 'kind' | 'screen'>

const storyForm = (record: ClientRecord, name: string): Screen | null => {
  const topic = topics.find((known) => known === name)
  if (topic) return { at: 'storyForm', id: null, topic }
  const story = record.story.get(name)
  return story ? { at: 'storyForm', id: story.id, topic: story.topic } : null
}

type Named = {
  readonly kind: string | undefined
  readonly id: string | null
  readonly rest: string
}

const safetyPlace = (record: ClientRecord, { kind, id, rest }: Named): Place | null => {
  const topic = precautionTopics.find((known) => known === rest)
  if (kind === 'precaution' && topic) return { kind, screen: { at: 'precautions', topic } }
  if (kind === 'precaution' && record.precaution.has(rest))
    return { kind, screen: { at: 'precautionForm', id: rest } }
  if (kind === 'talk' && (id === null || record.talk.has(id)))
    return { kind, screen: { at: 'talkForm', id } }
  return null
}

const addendumPlace = (record: ClientRecord, id: string): Place | null => {
  const kind = (['story', 'incident', 'appointment'] as const).find((one) => record[one].has(id))
  return kind ? { kind, screen: { at: 'addendumForm', of: { kind, id } } } : null
}

const placeOf = (record: ClientRecord, { id: name }: Draft): Place | null => {
  const [kind, rest = ''] = name.split(/:(.*)/s)
  const id = rest === 'new' ? null : rest
  if (kind === 'share' && id !== null && record.share.has(id))
    return { kind, screen: { at: 'shareChange', id } }
  if (kind === 'share')
    return { kind, screen: id === null ? { at: 'shareForm' } : { at: 'shareForm', asked: id } }
  if (kind === 'story') {
    const screen = storyForm(record, rest)
    return screen && { kind, screen }
  }
  if (kind === 'addendum') return addendumPlace(record, rest)
  if (kind === 'contact' && (id === null || record.contact.has(id)))
    return { kind, screen: { at: 'contactForm', id } }
  if (kind === 'incident' && (id === null || record.incident.has(id)))
    return { kind, screen: { at: 'incidentForm', id } }
  if (kind === 'appointment' && (id === null || record.appointment.has(id)))
    return { kind, screen: { at: 'appointmentForm', id, contact: null } }
  if (kind === 'step' && (id === null || record.step.has(id)))
    return { kind, screen: { at: 'stepForm', id, area: '', child: null } }
  if (kind === 'child' && (id === null || record.child.has(id)))
    return { kind, screen: { at: 'childForm', id } }
  return safetyPlace(record, { kind, id, rest })
}

/** The fields that she would know an entry by. */
const telling = [
  'organisation',
  'person',
  'title',
  'text',
  'what',
  'name',
  'recipient',
  'tool',
  'told',
] as const

const textOf = ({ fields }: Draft): string => {
  const found = telling.map((name) => fields[name]?.trim()).find(Boolean) ?? ''
  return found.replace(/\s+/g, ' ').slice(0, 80)
}

/** The latest first. A draft whose entry is gone has no place to go on. */
export const unfinished = (record: ClientRecord): readonly Unfinished[] =>
  listOf(record, 'draft')
    .toSorted((a, b) => b.edited.localeCompare(a.edited))
    .flatMap((draft) => {
      const place = placeOf(record, draft)
      return place ? [{ id: draft.id, text: textOf(draft), ...place }] : []
    })
