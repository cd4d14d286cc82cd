import { all, listOf, put } from './record.ts'
import type { Addendum, Attachment, Proof } from './hanging.ts'
import type { Appointment, Change, ClientRecord, Story } from './types.ts'

/** What can be shown later to be as it was. */
export type Provable = Story | Appointment | Attachment | Addendum

export const provableIn = (record: ClientRecord): Provable[] => [
  ...listOf(record, 'story'),
  ...listOf(record, 'appointment'),
  ...listOf(record, 'attachment'),
  ...listOf(record, 'addendum'),
]

/** The facts of an entry in their fixed order; docs/formats/evidence.md tells the same in words. */
const factsOf = (entry: Provable): readonly (string | boolean)[] => {
  switch (entry.kind) {
    case 'story':
      return [entry.topic, entry.title, entry.text, entry.written, entry.edited]
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

/** The one text that an entry's leaf is made from. */
export const canonical = (entry: Provable): string =>
  JSON.stringify(['entry 1', entry.kind, entry.id, ...factsOf(entry)])

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
