import { random } from '../crypto/random.ts'
import { floor, type Cost } from '../crypto/cost.ts'
import { mask, unveil, veil, veilBytes } from '../crypto/veil.ts'
import type { Disk } from './disk.ts'
import {
  firstPages,
  numbersAt,
  numbersBytes,
  regions,
  saltBytes,
  stateAt,
  stateBytes,
} from './layout.ts'

/** What stands before the regions: the same for everyone, and no secret. */
export type Preamble = {
  readonly salt: Uint8Array
  readonly cost: Cost
  /** Pages of each region. */
  readonly pages: number
  /** Where the next vault will begin. It starts at random, so one look at it tells nothing. */
  readonly next: number
}

const xor = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((byte, at) => byte ^ (b[at] ?? 0))

/** The masked numbers of a new container. */
export const newNumbers = async (salt: Uint8Array): Promise<Uint8Array> => {
  const plain = random(numbersBytes)
  const view = new DataView(plain.buffer)
  view.setUint32(0, floor.memory)
  view.setUint32(4, floor.passes)
  view.setUint16(8, firstPages)
  return xor(plain, await mask(salt))
}

export const readPreamble = async (disk: Disk): Promise<Preamble> => {
  const salt = disk.read(0, saltBytes)
  const plain = xor(disk.read(numbersAt, numbersBytes), await mask(salt))
  const view = new DataView(plain.buffer)
  return {
    salt,
    cost: { memory: view.getUint32(0), passes: view.getUint32(4) },
    pages: view.getUint16(8),
    next: view.getUint8(10) % regions,
  }
}

/** Moves on to the next region before this one is written, so that a crash wastes and never overwrites. */
export const takeRegion = async (disk: Disk): Promise<number> => {
  const { salt, next } = await readPreamble(disk)
  const plain = xor(disk.read(numbersAt, numbersBytes), await mask(salt))
  plain[10] = ((plain[10] ?? 0) + 1) % 256
  disk.write(numbersAt, xor(plain, await mask(salt)))
  await disk.flush()
  return next
}

type State = { readonly generation: number; readonly text: string }

const none: State = { generation: 0, text: '' }

const readState = async (disk: Disk, salt: Uint8Array, at: number): Promise<State> => {
  const plain = await unveil(salt, disk.read(at, stateBytes))
  if (!plain) return none
  const view = new DataView(plain.buffer)
  const text = plain.subarray(6, 6 + view.getUint16(4))
  return { generation: view.getUint32(0), text: new TextDecoder().decode(text) }
}

const states = async (disk: Disk, salt: Uint8Array): Promise<[State, State]> => [
  await readState(disk, salt, stateAt[0]),
  await readState(disk, salt, stateAt[1]),
]

/** The disguise's own state; empty when it never kept any. */
export const recallState = async (disk: Disk): Promise<string> => {
  const [a, b] = await states(disk, disk.read(0, saltBytes))
  return a.generation > b.generation ? a.text : b.text
}

/** Keeps the disguise's own state in the older slot, so that a crash leaves the newer one. */
export const rememberState = async (disk: Disk, text: string): Promise<void> => {
  const salt = disk.read(0, saltBytes)
  const [a, b] = await states(disk, salt)
  const plain = new Uint8Array(stateBytes - veilBytes)
  const bytes = new TextEncoder().encode(text).subarray(0, plain.length - 6)
  const view = new DataView(plain.buffer)
  view.setUint32(0, Math.max(a.generation, b.generation) + 1)
  view.setUint16(4, bytes.length)
  plain.set(bytes, 6)
  disk.write(a.generation > b.generation ? stateAt[1] : stateAt[0], await veil(salt, plain))
  await disk.flush()
}
