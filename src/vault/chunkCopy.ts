import { derive } from '../crypto/derive.ts'
import { random } from '../crypto/random.ts'
import { open, seal } from '../crypto/seal.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { wipe } from '../crypto/wipe.ts'
import { chunkBytes } from './chunkSize.ts'
import type { Answers, Asked, ChunkSpot } from './messages.ts'

// Chunks of attachments on their way into a copy and out of it, one at a time: the whole of a large
// file never stands in memory. docs/formats/backup.md tells the same in words.

const chunkKey = (sodium: Sodium, key: Uint8Array): Uint8Array =>
  derive(sodium, key, 'copy 1 chunks')

/** version u8 | slot u16 | index u16 | id: a chunk opens only in its own slot, for its attachment. */
const copiedPlace = ({ slot, index, attachment }: Omit<ChunkSpot, 'key'>): Uint8Array => {
  const id = new TextEncoder().encode(attachment)
  const bytes = new Uint8Array(5 + id.length)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, 1)
  view.setUint16(1, slot)
  view.setUint16(3, index)
  bytes.set(id, 5)
  return bytes
}

type Read = (spot: ChunkSpot) => Promise<Answers['readChunk']>
type Write = (chunk: Omit<Asked<'writeChunk'>, 'ask'>) => Promise<Answers['writeChunk']>

/** Sealed anew, so that nobody sees that the copy and the phone hold the same. */
export const copyOut = async (
  sodium: Sodium,
  { copyKey, spot }: Asked<'copyChunk'>,
  read: Read,
): Promise<Answers['copyChunk']> => {
  const { bytes } = spot ? await read(spot) : { bytes: null }
  const key = chunkKey(sodium, copyKey)
  const sealed = spot && bytes ? seal(sodium, key, bytes, copiedPlace(spot)) : random(chunkBytes)
  wipe(key, copyKey, ...(bytes ? [bytes] : []))
  return { sealed, there: spot === null || bytes !== null }
}

/** What a chunk of a copy holds, into the slot that it came from. */
export const bringIn = async (
  sodium: Sodium,
  { copyKey, length, bytes: sealed, ...chunk }: Asked<'bringChunk'>,
  write: Write,
): Promise<Answers['bringChunk']> => {
  const key = chunkKey(sodium, copyKey)
  const bytes = open(sodium, key, sealed, copiedPlace(chunk))
  wipe(key, copyKey)
  if (!bytes) return { ok: false, why: 'unread' }
  const written = await write({ ...chunk, bytes: bytes.subarray(0, length) })
  wipe(bytes)
  return written
}
