import { useState } from 'preact/hooks'
import { Chips } from '../../parts/Chips.tsx'
import { settingOf } from '../../../record/record.ts'
import { useApp } from '../../use.ts'
import type { ContactFields } from './fields.ts'
import {
  NeedsField,
  NextOnField,
  SensitivityField,
  SortFields,
  StatusField,
  WrittenField,
  type Editing,
} from './MoreFields.tsx'

const topics = [
  'status',
  'nextOn',
  'emails',
  'addresses',
  'hours',
  'role',
  'sort',
  'needs',
  'holds',
  'promised',
  'note',
  'web',
  'sensitivity',
] as const
type Topic = (typeof topics)[number]

/** What a plain book does not ask for. */
const beyondPlain: readonly Topic[] = [
  'status',
  'sort',
  'needs',
  'holds',
  'promised',
  'sensitivity',
]

/** Whether a topic has something in it already: then it stands open. */
const isFilled = (fields: ContactFields, topic: Topic): boolean => {
  if (topic === 'status') return fields.status !== 'none'
  if (topic === 'sort') return fields.type !== '' || fields.level !== ''
  if (topic === 'sensitivity') return fields.sensitivity !== 'ordinary'
  return fields[topic] !== ''
}

const chosen = {
  status: StatusField,
  nextOn: NextOnField,
  sort: SortFields,
  needs: NeedsField,
  sensitivity: SensitivityField,
} as const

const isChosen = (topic: Topic): topic is keyof typeof chosen => topic in chosen

const Unfolded = ({ topic, ...editing }: Editing & { readonly topic: Topic }) => {
  if (!isChosen(topic)) return <WrittenField {...editing} name={topic} />
  const Chosen = chosen[topic]
  return <Chosen {...editing} />
}

/** What may be added, as short words; a tap unfolds the field itself. */
export const Unfolding = (editing: Editing) => {
  const { record, t } = useApp()
  const { fields } = editing
  const asked = topics.filter((topic) => !settingOf(record).plain || !beyondPlain.includes(topic))
  // How it stands is what changes most: with a contact that is there already it is never folded.
  const isKnown = `${fields.organisation}${fields.person}` !== ''
  const [open, setOpen] = useState<readonly Topic[]>(() =>
    topics.filter(
      (topic) =>
        isFilled(fields, topic) || (topic === 'status' && isKnown && asked.includes(topic)),
    ),
  )
  const shut = asked.filter((topic) => !open.includes(topic))
  return (
    <>
      {open.map((topic) => (
        <Unfolded key={topic} {...editing} topic={topic} />
      ))}
      {shut.length > 0 && (
        <Chips
          label={t('contact.more')}
          options={shut.map((value) => ({ value, label: t(`contact.topic.${value}`) }))}
          on={[]}
          onTap={(topic) => setOpen([...open, topic])}
        />
      )}
    </>
  )
}
