import { random } from '../crypto/random.ts'
import { floor, type Cost } from '../crypto/cost.ts'
import { unveil, veil, veilBytes } from '../crypto/veil.ts'
import type { Disk } from './disk.ts'
import { firstPages, preambleBytes, regions, saltBytes, sectorBytes } from './layout.ts'

/** What stands before the regions: the same for everyone, and no secret. */
export type Preamble = {
  readonly salt: Uint8Array
  readonly generation: number
  readonly cost: Cost
  /** How often measuring the cost may still be begun; 0: the cost stays, and a vault may stand. */
  readonly chances: number
  /** Slots of each region. */
  readonly pages: number
  /** The next vault begins in region `counter mod 4`. It starts at random: one look tells nothing. */
  readonly counter: number
  /** Codes that were ever tried, and the minutes since 1970 of the last ones, oldest first. */
  readonly tried: number
  readonly tries: readonly number[]
  /** The second, within its minute, of the last one. */
  readonly second: number
  /** The disguise's own state. */
  readonly state: string
}

/** A sector holds one of these; random bytes hold none. */
export type SectorKind = 'preamble' | 'mark'
const kinds = { preamble: 1, mark: 2 } as const

const sectorRoom = sectorBytes - saltBytes - veilBytes - 1

/** salt 16 | veiled (kind u8 | plain | zeros). Written whole or not at all, as far as anyone can read. */
export const encodeSector = async (
  kind: SectorKind,
  salt: Uint8Array,
  plain: Uint8Array,
): Promise<Uint8Array> => {
  const filled = new Uint8Array(sectorRoom + 1)
  filled[0] = kinds[kind]
  filled.set(plain, 1)
  const sector = new Uint8Array(sectorBytes)
  sector.set(salt)
  sector.set(await veil(salt, filled), saltBytes)
  return sector
}

/** What the sector at `at` holds; null when it is of another kind, torn, or was never written. */
export const readSector = async (
  disk: Disk,
  at: number,
  kind: SectorKind,
): Promise<{ readonly salt: Uint8Array; readonly plain: Uint8Array } | null> => {
  const sector = disk.read(at, sectorBytes)
  const salt = sector.slice(0, saltBytes)
  const filled = await unveil(salt, sector.subarray(saltBytes))
  return filled?.[0] === kinds[kind] ? { salt, plain: filled.slice(1) } : null
}

/** How many tries are remembered. */
export const triesKept = 64
const triesAt = 20
const secondAt = triesAt + triesKept * 4
const stateAt = secondAt + 1
/** Bytes of UTF-8 that the disguise may keep. */
const longestState = 1_800

const encodePreamble = (preamble: Preamble): Uint8Array => {
  const plain = new Uint8Array(sectorRoom)
  const view = new DataView(plain.buffer)
  view.setUint32(0, preamble.generation)
  view.setUint32(4, preamble.cost.memory)
  view.setUint32(8, preamble.cost.passes)
  view.setUint16(12, preamble.pages)
  view.setUint8(14, preamble.counter)
  view.setUint8(15, preamble.chances)
  view.setUint32(16, preamble.tried)
  preamble.tries.forEach((minute, n) => view.setUint32(triesAt + n * 4, minute))
  view.setUint8(secondAt, preamble.second)
  const state = new TextEncoder().encode(preamble.state).subarray(0, longestState)
  view.setUint16(stateAt, state.length)
  plain.set(state, stateAt + 2)
  return plain
}

const decodePreamble = (salt: Uint8Array, plain: Uint8Array): Preamble => {
  const view = new DataView(plain.buffer)
  const tried = view.getUint32(16)
  const kept = Math.min(tried, triesKept)
  const state = plain.subarray(stateAt + 2, stateAt + 2 + view.getUint16(stateAt))
  return {
    salt,
    generation: view.getUint32(0),
    cost: { memory: view.getUint32(4), passes: view.getUint32(8) },
    pages: view.getUint16(12),
    counter: view.getUint8(14),
    chances: view.getUint8(15),
    tried,
    tries: Array.from({ length: kept }, (_, n) => view.getUint32(triesAt + n * 4)),
    second: view.getUint8(secondAt),
    state: new TextDecoder().decode(state),
  }
}

/** Even generations stand in the first sector and odd ones in the second. */
const sectorOf = ({ generation }: Preamble): number => (generation % 2) * sectorBytes

const readCopy = async (disk: Disk, at: number): Promise<Preamble | null> => {
  const sector = await readSector(disk, at, 'preamble')
  return sector && decodePreamble(sector.salt, sector.plain)
}

const readNewest = async (disk: Disk): Promise<Preamble | null> => {
  if (disk.size() < preambleBytes) return null
  const [even, odd] = await Promise.all([readCopy(disk, 0), readCopy(disk, sectorBytes)])
  if (even && odd) return even.generation > odd.generation ? even : odd
  return even ?? odd
}

/** Lifting a veil takes hundreds of hashes, and nobody else writes while somebody has the disk. */
const known = new WeakMap<Disk, Preamble>()

/** Before the container is replaced as a whole. */
export const forgetPreamble = (disk: Disk): void => void known.delete(disk)

/** The newest one; null when there is none yet, or it was cut off while it was made. */
export const findPreamble = async (disk: Disk): Promise<Preamble | null> => {
  const found = known.get(disk) ?? (await readNewest(disk))
  if (found) known.set(disk, found)
  return found
}

/** Throws when there is none, which `ensureContainer` has seen to. */
export const readPreamble = async (disk: Disk): Promise<Preamble> => {
  const preamble = await findPreamble(disk)
  if (!preamble) throw new Error('a container without a beginning')
  return preamble
}

/** Both sectors, one of them random still. */
export const preambleOf = async (preamble: Preamble): Promise<Uint8Array> => {
  const bytes = random(preambleBytes)
  const sector = await encodeSector('preamble', preamble.salt, encodePreamble(preamble))
  bytes.set(sector, sectorOf(preamble))
  return bytes
}

export const newPreamble = (): Preamble => ({
  salt: random(saltBytes),
  generation: 1,
  cost: floor,
  chances: 3,
  pages: firstPages,
  counter: random(1)[0] ?? 0,
  tried: 0,
  tries: [],
  second: 0,
  state: '',
})

/** Writes the changed preamble over the older sector, so that a torn write leaves the one before. */
export const changePreamble = async (
  disk: Disk,
  change: Partial<Omit<Preamble, 'salt' | 'generation'>>,
): Promise<Preamble> => {
  const before = await readPreamble(disk)
  const after = { ...before, ...change, generation: before.generation + 1 }
  const sector = await encodeSector('preamble', after.salt, encodePreamble(after))
  forgetPreamble(disk)
  disk.write(sectorOf(after), sector)
  await disk.flush()
  known.set(disk, after)
  return after
}

/** Moves on to the next region before this one is written, so that a crash wastes and never overwrites. */
export const takeRegion = async (disk: Disk): Promise<number> => {
  const { counter } = await readPreamble(disk)
  await changePreamble(disk, { counter: (counter + 1) % 256 })
  return counter % regions
}
