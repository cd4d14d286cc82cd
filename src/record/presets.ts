import { shapes } from './parts/table.ts'
import { listOf } from './record.ts'
import type { RecipientType } from './recipients.ts'
import type { ClientRecord, Part, PartKind, Topic } from './types.ts'

// What is ticked when she has said who it is for: the least with which such a place can begin. She adds
// and takes away from there. What shows where she is, or is about a child, is in none of them.

/** `also`: for each other kind, the names of the fields that go along; a kind not named stays at home. */
type Preset = {
  readonly topics: readonly Topic[]
  readonly also?: Partial<Record<PartKind, readonly string[]>>
}

export const presets: Readonly<Record<RecipientType, Preset>> = {
  police: { topics: ['latest', 'threats'] },
  lawyer: { topics: ['happened', 'want'] },
  social: { topics: ['need', 'again'] },
  family: { topics: ['need', 'want'] },
  health: { topics: ['health'] },
  childHealth: { topics: ['need'] },
  school: { topics: ['want'] },
  shelter: { topics: ['need'] },
  insurance: { topics: ['work'] },
  tax: { topics: ['threats'] },
  employer: { topics: ['want'] },
  bank: { topics: ['control'] },
  coordinator: {
    topics: ['need', 'want', 'again'],
    also: {
      contact: ['organisation', 'person', 'caseNumber', 'status', 'next', 'nextOn'],
      appointment: ['when', 'title', 'with'],
      need: ['area', 'horizon', 'state'],
      step: ['what', 'area', 'who', 'nextOn', 'follow'],
    },
  },
  council: { topics: [], also: { council: shapes.council.fields.map(({ name }) => name) } },
  friend: { topics: ['need'] },
  other: { topics: [] },
}

const storiesOf = (record: ClientRecord, topics: readonly Topic[]): Part[] =>
  listOf(record, 'story')
    .filter(({ id, topic }) => topics.includes(topic) && !shapes.story.careOf(record, id))
    .map(({ id }) => ({ kind: 'story', id, fields: shapes.story.usual(record, id) }))

/** Neither what she keeps to herself nor what she marked as asking for care. */
const idsOf = (record: ClientRecord, kind: PartKind): string[] =>
  listOf(record, kind)
    .filter(({ id }) => !shapes[kind].careOf(record, id))
    .filter((entry) => entry.kind !== 'need' || entry.state !== 'none')
    .filter((entry) => entry.kind !== 'contact' || entry.sensitivity === 'ordinary')
    .map(({ id }) => id)

const alsoOf = (record: ClientRecord, shape: (typeof shapes)[PartKind], names: readonly string[]) =>
  idsOf(record, shape.kind).map((id): Part => ({ kind: shape.kind, id, fields: names }))

/** The parts that a recipient of this type begins with. */
export const presetOf = (record: ClientRecord, type: RecipientType): readonly Part[] => {
  const { topics, also = {} } = presets[type]
  return [
    ...storiesOf(record, topics),
    ...Object.values(shapes).flatMap((shape) => alsoOf(record, shape, also[shape.kind] ?? [])),
  ].filter(({ fields }) => fields.length > 0)
}

/** Everyone around her as one part each, in the words of the picture: who, whose field, and who waits for whom. */
export const networkParts = (record: ClientRecord): readonly Part[] =>
  idsOf(record, 'contact').map((id) => ({
    kind: 'contact',
    id,
    fields: [
      'organisation',
      'person',
      'role',
      'status',
      'level',
      'area',
      'talksTo',
      'sentTo',
      'waitsFor',
    ],
  }))
