import { random } from '../../src/crypto/random.ts'
import { chunkRoom } from '../../src/vault/chunkSize.ts'
import type { Keeper } from './desk.ts'

// What the page does with an attachment, in as few lines as it takes.

export type Kept = {
  readonly ok: true
  readonly id: string
  readonly key: Uint8Array
  readonly slots: readonly number[]
  readonly size: number
  readonly hash: string
}
type Refused = { readonly ok: false; readonly why: string }

export const roomOf = async (keeper: Keeper): Promise<number> => {
  const answer = await keeper.ask({ ask: 'space' })
  return 'slots' in answer ? answer.slots : -1
}

export const widenTo = async (keeper: Keeper, slots: number): Promise<void> => {
  for (;;) {
    const answer = await keeper.ask({ ask: 'widen', slots })
    if (!('whole' in answer)) throw new Error('no room')
    if (answer.bytes === answer.whole) return
  }
}

/** Writes all chunks; the record is not told. */
export const attach = async (
  keeper: Keeper,
  bytes: Uint8Array,
  slots: readonly number[],
  id = 'abcdefghijklmnop',
): Promise<Kept | Refused> => {
  const key = random(32)
  const count = Math.ceil(bytes.length / chunkRoom)
  let hash = ''
  for (let index = 0; index < count; index++) {
    const answer = await keeper.ask({
      ask: 'writeChunk',
      key: key.slice(),
      attachment: id,
      slot: slots[index] ?? 0,
      index,
      bytes: bytes.slice(index * chunkRoom, (index + 1) * chunkRoom),
      last: index === count - 1,
    })
    if ('why' in answer && !answer.ok) return { ok: false, why: answer.why }
    if ('hash' in answer) hash = answer.hash ?? ''
  }
  return { ok: true, id, key, slots: slots.slice(0, count), size: bytes.length, hash }
}

/** The bytes; null when one chunk does not open. */
export const fetchBack = async (keeper: Keeper, kept: Kept): Promise<Uint8Array | null> => {
  const whole = new Uint8Array(kept.slots.length * chunkRoom)
  for (const [index, slot] of kept.slots.entries()) {
    const spot = { key: kept.key.slice(), attachment: kept.id, slot, index }
    const answer = await keeper.ask({ ask: 'readChunk', ...spot })
    if (!('bytes' in answer) || !(answer.bytes instanceof Uint8Array)) return null
    whole.set(answer.bytes, index * chunkRoom)
  }
  return whole.slice(0, kept.size)
}
