import { all, listOf, put } from './record.ts'
import type { Addendum, Attachment, Proof } from './hanging.ts'
import type { Incident } from './incident.ts'
import type { Appointment, Change, ClientRecord, Story } from './types.ts'

/** What can be shown later to be as it was. */
export type Provable = Story | Appointment | Incident | Attachment | Addendum

export const provableIn = (record: ClientRecord): Provable[] => [
  ...listOf(record, 'story'),
  ...listOf(record, 'appointment'),
  ...listOf(record, 'incident'),
  ...listOf(record, 'attachment'),
  ...listOf(record, 'addendum'),
]

/** The facts of an entry in their fixed order; docs/formats/evidence.md tells the same in words. */
const factsOf = (entry: Provable): readonly (string | boolean)[] => {
  switch (entry.kind) {
    case 'story':
      return [entry.topic, entry.title, entry.text, entry.written, entry.edited]
    case 'incident': {
      const { on, when, what, place, witnesses, reported, written, edited } = entry
      return [on, when, what, place, witnesses, reported, written, edited]
    }
    case 'appointment': {
      const { title, start, end, allDay, place, bring, note, written, edited } = entry
      return [title, start, end, allDay, place, bring, note, written, edited]
    }
    case 'attachment':
      // The bytes and not their name: she may call a photo something else.
      return [entry.type, String(entry.size), entry.hash, entry.written]
    case 'addendum':
      return [entry.of?.kind ?? '', entry.of?.id ?? '', entry.text, entry.written]
  }
}

/** Facts that a kind has had since a later version. */
const laterFactsOf = (entry: Provable): readonly string[] => {
  if (entry.kind === 'story') return [entry.brief]
  return entry.kind === 'appointment' ? [entry.why, entry.questions, entry.after] : []
}

/**
 * The one text that an entry's leaf is made from. Without later facts it is what it always was, so
 * that an older check number still holds.
 */
export const canonical = (entry: Provable): string => {
  const later = laterFactsOf(entry)
  const first = [entry.kind, entry.id, ...factsOf(entry)]
  return JSON.stringify(
    later.some(Boolean) ? ['entry 2', ...first, ...later] : ['entry 1', ...first],
  )
}

const proofName = ({ kind, id }: Provable): string => `${kind}/${id}`

export const saltOf = (record: ClientRecord, entry: Provable): string | null =>
  record.proof.get(proofName(entry))?.salt ?? null

/** Keeps the salts of a new statement. */
export const putProofs = (salts: ReadonlyMap<Provable, string>): Change =>
  all(
    ...[...salts].map(([entry, salt]): Change => {
      const proof: Proof = { kind: 'proof', id: proofName(entry), salt }
      return put(proof)
    }),
  )
