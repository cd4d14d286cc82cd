import type { Disk } from './disk.ts'
import { bands } from '../gate.ts'
import { forStaged } from '../verdict-files.ts'

// Who is refused first as the space runs out: new shares, then replies, and stops and opens never.

/** Of what the folder may hold, how much new shares may fill. */
const forShares = 0.95

/** Of the bytes to be spared on the disk, how many replies must leave. */
const repliesSpare = 0.25

export type Space = {
  readonly takesShare: (bytes: number) => boolean
  /** As much as a share, for what comes beside one. */
  readonly takesBeside: (bytes: number) => boolean
  readonly takesPiece: (bytes: number) => boolean
  readonly takesReply: (bytes: number) => boolean
  /** Whether new shares cost work. */
  readonly isTight: () => boolean
  /** 0 when empty, 0.95 when no share is taken, 1 when all is used up. */
  readonly level: () => number
}

/** Milliseconds for which the space that was left is believed. */
const trusted = 20

type Taking = Space['takesShare']

/**
 * Asks `left` how many bytes there are for shares now and then, and counts what was let in since. Nobody is
 * refused by what was true before.
 */
export const createTaking = (left: () => number, now = () => performance.now()): Taking => {
  let at = -Infinity
  let known = 0
  const ask = (): void => {
    at = now()
    known = left()
  }
  return (bytes) => {
    if (now() - at > trusted) ask()
    if (known < bytes) ask()
    if (known < bytes) return false
    known -= bytes
    return true
  }
}

/** What `ask` said, or says where that was not just now. */
const sometimes = (ask: () => number): (() => number) => {
  let at = -Infinity
  let known = 0
  return () => {
    const now = performance.now()
    if (now - at > trusted) [at, known] = [now, ask()]
    return known
  }
}

/** `mostBytes` that the folder may hold, `spare` that the disk must have left. */
export const createSpace = (disk: Disk, mostBytes: number, spare: number): Space => {
  const { rows, bodies, files, free } = disk
  const used = (): number => (rows.used.get()?.bytes ?? 0) + bodies.bytes() + files.bytes()

  /** The same scale for the disk: it counts from twice the spare bytes on. */
  const pressure = (): number =>
    spare === 0 ? 0 : forShares - 0.15 * Math.min(1, (free() - spare) / spare)

  const left = (): number => Math.min(forShares * mostBytes - used(), free() - spare)
  const takesBeside: Taking = (bytes) => bytes <= left()
  const level = (): number => {
    const disk = pressure()
    return Math.max(mostBytes > 0 ? used() / mostBytes : 1, disk > bands.tight ? disk : 0)
  }
  const levelOfLate = sometimes(level)

  return {
    takesShare: createTaking(left),
    takesBeside,
    takesPiece: (bytes) =>
      takesBeside(bytes) && (rows.staged.get()?.bytes ?? 0) + bytes <= forStaged * mostBytes,
    takesReply: (bytes) => used() + bytes <= mostBytes && free() - bytes >= repliesSpare * spare,
    isTight: () => levelOfLate() >= bands.tight,
    level,
  }
}
