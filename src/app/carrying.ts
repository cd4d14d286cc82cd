import { isFileType, sharedFiles, type CarriedFile } from '../record/carried.ts'
import { takesFiles } from '../record/summary.ts'
import type { Id, Share } from '../record/types.ts'
import { digest, spell, type Bytes } from '../share/bytes.ts'
import type { Relay } from '../share/call.ts'
import { askThere, putPiece } from '../share/carry.ts'
import type { Why } from '../share/client.ts'
import { newSealedFile, sealPiece } from '../share/files.ts'
import { piecesOf, spanOf } from '../share/pieceSizes.ts'
import { mostFileBytes } from '../share/padding.ts'

// Files on their way from the vault to the relay. What goes is a clean copy, unless she wants the file as it
// is. Pieces that have arrived stay there: after a line that broke, or another day, the rest goes.

/** What it takes, from whoever has files. */
export type Carrier = {
  /** Null when it is not on this phone. */
  readonly read: (id: Id) => Promise<File | null>
  /** Null when this browser cannot make a clean copy of it. */
  readonly clean: (file: Blob) => Promise<File | null>
  /** From 0 to 1. */
  readonly told: (done: number) => void
  /** Whether she has changed her mind. */
  readonly isOver: () => boolean
}

/** Why they did not all arrive. */
export type Stuck = {
  readonly ok: false
  readonly why: Why | 'files' | 'unread' | 'unclean' | 'cancelled'
}

const stuck = (why: Stuck['why']): Stuck => ({ ok: false, why })

type Ready = { readonly carried: CarriedFile; readonly bytes: Bytes }

const bytesOf = async (file: File): Promise<Bytes> => new Uint8Array(await file.arrayBuffer())

/** Under one key go the same bytes and no others: a copy that came out differently is a new file. */
const ready = async (carrier: Carrier, carried: CarriedFile): Promise<Ready | Stuck> => {
  const file = await carrier.read(carried.of)
  if (!file) return stuck('unread')
  const copy = carried.whole ? file : await carrier.clean(file)
  if (!copy || !isFileType(copy.type)) return stuck('unclean')
  const bytes = await bytesOf(copy)
  const hash = spell(await digest(bytes))
  if (carried.sealed && carried.hash === hash) return { carried, bytes }
  const sealed = { ...newSealedFile(bytes.length), type: copy.type }
  return { carried: { ...carried, hash, sealed }, bytes }
}

const makeReady = async (
  carrier: Carrier,
  files: readonly CarriedFile[],
): Promise<readonly Ready[] | Stuck> => {
  const all: Ready[] = []
  for (const carried of files) {
    const one = await ready(carrier, carried)
    if ('why' in one) return one
    all.push(one)
  }
  const total = all.reduce((sum, { bytes }) => sum + bytes.length, 0)
  return total > mostFileBytes ? stuck('files') : all
}

/** Puts what is not there yet, one piece after the other. */
const putAll = async (
  relay: Relay,
  carrier: Carrier,
  share: Share,
  all: readonly Ready[],
): Promise<Stuck | null> => {
  const there = await askThere(relay, share)
  if (!there.ok) return there
  const whole = all.reduce((sum, { bytes }) => sum + piecesOf(bytes.length), 0)
  let done = 0
  for (const { carried, bytes } of all) {
    const { sealed } = carried
    if (!sealed) throw new Error('a file is made ready before it is sent')
    const first = there.files.find(({ id }) => id === sealed.id)?.pieces ?? 0
    for (let at = 0; at < piecesOf(sealed.size); at++, done++) {
      if (carrier.isOver()) return stuck('cancelled')
      carrier.told(done / whole)
      if (at < first) continue
      const { from, to } = spanOf(sealed.size, at)
      const piece = await sealPiece(sealed, at, bytes.slice(from, to))
      const sent = await putPiece(relay, share, sealed, at, piece)
      if (!sent.ok) return sent
    }
  }
  return null
}

type Way = {
  readonly relay: Relay
  readonly carrier?: Carrier
  /** Puts the share into the record, before the first piece leaves. */
  readonly keep: (share: Share) => void
}

/** The share as it is once every piece of its files is at the relay. */
export const carryFiles = async (
  { relay, carrier, keep }: Way,
  share: Share,
): Promise<{ readonly ok: true; readonly share: Share } | Stuck> => {
  if (share.files.length === 0 || !takesFiles(share.grant.type)) return { ok: true, share }
  if (!carrier) return stuck('unread')
  const all = await makeReady(carrier, share.files)
  if ('why' in all) return all
  const kept = { ...share, files: all.map(({ carried }) => carried) }
  keep(kept)
  return (await putAll(relay, carrier, kept, all)) ?? { ok: true, share: kept }
}

/** What the recipient is told of them. */
export const toldOf = ({ files, grant }: Pick<Share, 'files' | 'grant'>) =>
  files.length > 0 && takesFiles(grant.type) ? { files: sharedFiles(files) } : {}
