import { open, seal } from '../crypto/seal.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { wipe } from '../crypto/wipe.ts'
import { bringIn, copyOut } from './chunkCopy.ts'
import type { Disk } from './disk.ts'
import { whyOf } from './full.ts'
import type { Answers, Ask, ChunkSpot, Why } from './messages.ts'
import { chunkBytes, chunkRoom, spaceBytes } from './chunkSize.ts'
import * as space from './space.ts'

// Photos, documents and sound, chunk by chunk. A chunk is nothing until an entry of the record names
// its slot and holds its key: what a kill leaves behind is only random bytes in a free slot.

/** What a question about chunks needs of the vault that is open. */
export type Inside = {
  readonly sodium: Sodium
  readonly region: number
  /** Whether the container has more room than at first. */
  readonly grown: boolean
}

/** The file of chunks, as the browser gives it: null where there is none, `shut` where it is there and does not open. */
export type OpenSpace = (create: boolean) => Promise<Disk | 'busy' | 'shut' | null>

export type ChunkAsk = Extract<
  Ask,
  {
    readonly ask:
      'space' | 'widen' | 'writeChunk' | 'readChunk' | 'copyChunk' | 'bringChunk' | 'clearChunks'
  }
>

export type Chunks = {
  readonly answer: (inside: Inside, ask: ChunkAsk) => Promise<Answers[ChunkAsk['ask']]>
  readonly close: () => void
}

type Sum = ReturnType<Sodium['crypto_hash_sha256_init']>

type Desk = {
  readonly openSpace: OpenSpace
  disk: Disk | null
  /** The running sum of the attachment that is being written, and the chunk that comes next. */
  sum: { readonly attachment: string; readonly next: number; readonly state: Sum } | null
}

type Writing = Omit<Extract<Ask, { readonly ask: 'writeChunk' }>, 'ask'>

const diskOf = async (desk: Desk, create: boolean): Promise<Disk | Why> => {
  if (desk.disk) return desk.disk
  const opened = await desk.openSpace(create)
  if (opened === null || opened === 'shut') return 'none'
  if (opened === 'busy') return opened
  desk.disk = opened
  return opened
}

type Failed = { readonly ok: false; readonly why: Why }

const full: Failed = { ok: false, why: 'full' }

const trying = async <T>(
  desk: Desk,
  create: boolean,
  use: (disk: Disk) => Promise<T>,
): Promise<T | Failed> => {
  const disk = await diskOf(desk, create)
  if (typeof disk === 'string') return { ok: false, why: disk }
  try {
    return await use(disk)
  } catch (error) {
    return { ok: false, why: whyOf(error) }
  }
}

const room = async (desk: Desk, { grown }: Inside): Promise<Answers['space']> => {
  const disk = await diskOf(desk, false)
  return { slots: typeof disk === 'string' ? 0 : space.slotsIn(disk), grown }
}

const widen = (desk: Desk, slots: number): Promise<Answers['widen']> =>
  trying(desk, true, async (disk) => ({
    ok: true,
    bytes: await space.growSpace(disk, slots),
    whole: spaceBytes(slots),
  }))

/** Adds a chunk to the running sum; the sum in hexadecimal after the last one. */
const addUp = (
  desk: Desk,
  sodium: Sodium,
  { attachment, index, bytes, last }: Writing,
): string | null => {
  if (index === 0) desk.sum = { attachment, next: 0, state: sodium.crypto_hash_sha256_init() }
  const { sum } = desk
  if (sum?.attachment !== attachment || sum.next !== index) throw new Error('a chunk out of turn')
  sodium.crypto_hash_sha256_update(sum.state, bytes)
  desk.sum = last ? null : { ...sum, next: index + 1 }
  return last ? sodium.to_hex(sodium.crypto_hash_sha256_final(sum.state)) : null
}

const sealed = ({ sodium, region }: Inside, { key, attachment, slot, index, bytes }: Writing) => {
  const plain = new Uint8Array(chunkRoom)
  plain.set(bytes)
  const chunk = seal(sodium, key, plain, space.chunkPlace(region, slot, attachment, index))
  wipe(plain)
  return chunk
}

const write = (desk: Desk, inside: Inside, ask: Writing): Promise<Answers['writeChunk']> =>
  trying(desk, false, async (disk) => {
    if (ask.slot >= space.slotsIn(disk)) return full
    const hash = addUp(desk, inside.sodium, ask)
    disk.write(space.chunkAt(inside.region, ask.slot), sealed(inside, ask))
    wipe(ask.bytes, ask.key)
    // The entry that names the slots is kept only after this answer.
    if (ask.last) await disk.flush()
    return { ok: true, hash }
  })

const read = async (
  desk: Desk,
  { sodium, region }: Inside,
  { key, attachment, slot, index }: ChunkSpot,
): Promise<Answers['readChunk']> => {
  const disk = await diskOf(desk, false)
  if (typeof disk === 'string' || slot >= space.slotsIn(disk)) return { bytes: null }
  const chunk = disk.read(space.chunkAt(region, slot), chunkBytes)
  const bytes = open(sodium, key, chunk, space.chunkPlace(region, slot, attachment, index))
  wipe(key)
  return { bytes }
}

const clear = async (
  desk: Desk,
  region: number,
  slots: readonly number[],
): Promise<Answers['clearChunks']> => {
  const disk = await diskOf(desk, false)
  if (typeof disk !== 'string') await space.clearChunks(disk, region, slots)
  return {}
}

/** Answers questions about chunks; the file is opened with the first one that needs it. */
export const holdChunks = (openSpace: OpenSpace): Chunks => {
  const desk: Desk = { openSpace, disk: null, sum: null }
  return {
    answer: async (inside, ask) => {
      switch (ask.ask) {
        case 'space':
          return room(desk, inside)
        case 'widen':
          return widen(desk, ask.slots)
        case 'writeChunk':
          return write(desk, inside, ask)
        case 'readChunk':
          return read(desk, inside, ask)
        case 'copyChunk':
          return copyOut(inside.sodium, ask, (spot) => read(desk, inside, spot))
        case 'bringChunk':
          return bringIn(inside.sodium, ask, (chunk) => write(desk, inside, chunk))
        case 'clearChunks':
          return clear(desk, inside.region, ask.slots)
      }
    },
    close: () => {
      desk.disk?.close()
      desk.disk = null
    },
  }
}

/** Random bytes over one chunk; `end` behind the last one. */
const clearOne = async (
  openSpace: OpenSpace,
  region: number,
  slot: number,
): Promise<'done' | 'end' | 'held'> => {
  const disk = await openSpace(false)
  if (disk === null) return 'end'
  if (typeof disk === 'string') return 'held'
  try {
    if (slot >= space.slotsIn(disk)) return 'end'
    await space.clearChunks(disk, region, [slot])
    return 'done'
  } finally {
    disk.close()
  }
}

/**
 * Random bytes over the regions that are not carried over, one chunk at a time; what they held is gone
 * after it. False when the file could not be opened.
 */
export async function* clearUncarried(
  openSpace: OpenSpace,
  cleared: readonly number[],
): AsyncGenerator<unknown, boolean> {
  for (const region of cleared) {
    let slot = 0
    for (;;) {
      const did = await clearOne(openSpace, region, slot)
      if (did === 'held') return false
      if (did === 'end') break
      slot += 1
      yield slot
    }
  }
  return true
}
