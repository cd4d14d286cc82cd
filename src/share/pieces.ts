import {
  limits,
  readOpen,
  readOwner,
  sizes,
  version,
  type FileHead,
  type OpenRequest,
  type OwnerRequest,
} from './contract.ts'
import { isBytes, isObject, isWhole } from './fields.ts'

// What her phone, the agency's page and the relay agree on about files: the third file of share/ that the
// relay imports. A file lies beside the share in pieces, each sealed; the relay cannot tell what they are.

/** Stands before a sealed piece. `at`: its place in the file, from 0. */
export type PutHead = OwnerRequest & { readonly file: string; readonly at: number }

export const readPut = (value: unknown): PutHead | null => {
  if (!isObject(value)) return null
  const { file, at, ...rest } = value
  const owner = readOwner(rest)
  const known = isBytes(file, sizes.file) && isWhole(at, 0, limits.files.pieces - 1)
  return owner && known ? { ...owner, file, at } : null
}

/** The same proofs as an open: a piece goes only to who was let in. */
export type PieceRequest = OpenRequest & { readonly file: string; readonly at: number }

export const readPiece = (value: unknown): PieceRequest | null => {
  if (!isObject(value)) return null
  const { file, at, ...rest } = value
  const open = readOpen(rest)
  const known = isBytes(file, sizes.file) && isWhole(at, 0, limits.files.pieces - 1)
  return open && known ? { ...open, file, at } : null
}

/** What lies at the relay of her files: of each, how many pieces. */
export type There = { readonly version: 1; readonly files: readonly FileHead[] }

export const readThere = (value: unknown): There | null => {
  if (!isObject(value) || value['version'] !== version || !Array.isArray(value['files']))
    return null
  const files = value['files'].flatMap((file: unknown): FileHead[] => {
    const { id, pieces } = isObject(file) ? file : {}
    return isBytes(id, sizes.file) && isWhole(pieces, 0, limits.files.pieces)
      ? [{ id, pieces }]
      : []
  })
  return files.length === value['files'].length ? { version, files } : null
}
