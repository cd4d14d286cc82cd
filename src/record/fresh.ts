import { presetOf } from './presets.ts'
import type { ClientRecord, Part, Share } from './types.ts'

const writtenOf = (record: ClientRecord, { kind, id }: Part): string => {
  const entry = record[kind].get(id)
  return entry && 'written' in entry ? entry.written : ''
}

/**
 * What she wrote since a share that is kept up to date was made, or since she was asked last, and with which such
 * a recipient would begin. It stays with her until she adds it.
 */
export const fresh = (record: ClientRecord, { grant, made, living }: Share): readonly Part[] => {
  if (!living) return []
  const since = living.asked || made
  const isThere = ({ kind, id }: Part): boolean =>
    grant.parts.some((part) => part.kind === kind && part.id === id)
  return presetOf(record, grant.type).filter(
    (part) => writtenOf(record, part) > since && !isThere(part),
  )
}
