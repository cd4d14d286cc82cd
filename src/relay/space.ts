import type { Disk } from './disk.ts'
import { forStaged } from './verdict-files.ts'

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
  /** 0 when empty, 0.95 when no share is taken, 1 when all is used up. */
  readonly level: () => number
}

/** Asks once for all who come in the same turn of the loop. */
const onceATurn = (ask: () => number): (() => number) => {
  let known: number | null = null
  return () => {
    if (known === null) setImmediate(() => (known = null))
    known ??= ask()
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

  const taking =
    (used: () => number, free: () => number): Space['takesShare'] =>
    (bytes) =>
      used() + bytes <= forShares * mostBytes && free() - bytes >= spare
  const takesBeside = taking(used, free)

  return {
    // Their bodies are written in later turns, so none of one turn would see another's anyway.
    takesShare: taking(onceATurn(used), onceATurn(free)),
    takesBeside,
    takesPiece: (bytes) =>
      takesBeside(bytes) && (rows.staged.get()?.bytes ?? 0) + bytes <= forStaged * mostBytes,
    takesReply: (bytes) => used() + bytes <= mostBytes && free() - bytes >= repliesSpare * spare,
    level: () => {
      const disk = pressure()
      return Math.max(mostBytes > 0 ? used() / mostBytes : 1, disk > 0.8 ? disk : 0)
    },
  }
}
