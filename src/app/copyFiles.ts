import type { AskVault } from '../disguise/line.ts'
import type { Attachment } from '../record/hanging.ts'
import { chunkBytes, chunkRoom, spaceBytes, spaceSizes } from '../vault/chunkSize.ts'
import { fromText } from './attaching.ts'

// Photos and files of a copy: an image of her room for them, behind the entries. One chunk at a time
// passes through memory; what was passed on is the browser's to hold.

/** From 0 to 1. */
type Told = (done: number) => void

/** Slots that a copy of these has; 0 when there is nothing to put in. */
const slotsFor = (attachments: readonly Attachment[]): number => {
  const slots = attachments.flatMap((one) => one.slots)
  return slots.length === 0 ? 0 : (spaceSizes.find((size) => size > Math.max(...slots)) ?? 0)
}

/** Bytes that they add to a copy. */
export const bytesFor = (attachments: readonly Attachment[]): number =>
  slotsFor(attachments) * chunkBytes

/** Bytes that another phone sets aside for them. */
export const roomFor = (attachments: readonly Attachment[]): number =>
  spaceBytes(slotsFor(attachments))

type Chunk = { readonly of: Attachment; readonly index: number }

const chunksOf = (attachments: readonly Attachment[]): ReadonlyMap<number, Chunk> =>
  new Map(
    attachments.flatMap((of) =>
      of.slots.map((slot, index): [number, Chunk] => [slot, { of, index }]),
    ),
  )

/** The part of a copy behind the entries, and the attachments that are not whole on this phone. */
export const filesOut = async (
  ask: AskVault,
  copyKey: Uint8Array,
  attachments: readonly Attachment[],
  told: Told,
): Promise<{ readonly parts: readonly Blob[]; readonly lost: readonly Attachment[] }> => {
  const [chunks, all] = [chunksOf(attachments), slotsFor(attachments)]
  const parts: Blob[] = []
  const lost = new Set<Attachment>()
  for (let slot = 0; slot < all; slot++) {
    const chunk = chunks.get(slot)
    const key = chunk && fromText(chunk.of.key)
    const spot = chunk && key ? { key, attachment: chunk.of.id, slot, index: chunk.index } : null
    const { sealed, there } = await ask({ ask: 'copyChunk', copyKey, spot })
    if (chunk && !(spot && there)) lost.add(chunk.of)
    parts.push(new Blob([new Uint8Array(sealed)]))
    told((slot + 1) / all)
  }
  return { parts, lost: [...lost] }
}

/** A copy's file, its key, and where the entries in it end, in bytes. */
type From = { readonly file: Blob; readonly key: Uint8Array; readonly behind: number }

/** Whether a copy holds more than entries. */
export const hasFiles = ({ file, behind }: Pick<From, 'file' | 'behind'>): boolean =>
  file.size > behind

/** One sealed chunk; null where the file was cut or cannot be read. */
const chunkAt = async ({ file, behind }: From, slot: number): Promise<Uint8Array | null> => {
  const at = behind + slot * chunkBytes
  if (file.size < at + chunkBytes) return null
  return file
    .slice(at, at + chunkBytes)
    .arrayBuffer()
    .then(
      (bytes) => new Uint8Array(bytes),
      () => null,
    )
}

const bringOne = async (ask: AskVault, from: From, one: Attachment): Promise<boolean> => {
  const key = fromText(one.key)
  if (key?.length !== 32 || one.slots.length !== Math.ceil(one.size / chunkRoom)) return false
  for (const [index, slot] of one.slots.entries()) {
    const bytes = await chunkAt(from, slot)
    if (!bytes) return false
    const last = index === one.slots.length - 1
    const length = Math.min(chunkRoom, one.size - index * chunkRoom)
    const spot = { key, attachment: one.id, slot, index, length, last }
    const done = await ask({ ask: 'bringChunk', copyKey: from.key, bytes, ...spot })
    if (!done.ok) return false
    if (done.hash !== null) return done.hash === one.hash
  }
  return false
}

const widen = async (ask: AskVault, slots: number): Promise<boolean> => {
  for (;;) {
    const grown = await ask({ ask: 'widen', slots })
    if (!grown.ok || grown.bytes >= grown.whole) return grown.ok
  }
}

/**
 * Brings the attachments of a copy into what is open and still empty, each into its own slots; the
 * entries that lead to them are to be kept after it. Returns those that did not come.
 */
export const filesIn = async (
  ask: AskVault,
  from: From,
  attachments: readonly Attachment[],
  told: Told,
): Promise<readonly Attachment[]> => {
  if (attachments.length === 0 || !hasFiles(from)) return []
  if (!(await widen(ask, slotsFor(attachments)))) return attachments
  const lost: Attachment[] = []
  for (const [n, one] of attachments.entries()) {
    if (!(await bringOne(ask, from, one))) lost.push(one)
    told((n + 1) / attachments.length)
  }
  return lost
}
