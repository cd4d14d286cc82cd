import * as fs from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { hour } from '../seconds.ts'

// Bodies lie in files by the hour in which they end. A file only grows, and goes away as a whole
// when its hour is over: deleting ten thousand bodies costs what deleting one costs.

/** The end of the hour in which a share ends, seconds since 1970: the name of its segment. */
export const segmentOf = (until: number): number => Math.ceil(until / hour) * hour

/** Where a body lies; `offset` and `length` in bytes. */
export type Spot = { readonly segment: number; readonly offset: number; readonly length: number }

/** The pieces of a body, in their order. */
type Body = readonly Uint8Array[]

export type Segments = {
  /**
   * Writes bodies, each in pieces, and returns their spots once all of them are on disk. One
   * append to a segment at a time. Rejects when the disk is full; then nothing of them counts.
   */
  readonly append: (segment: number, bodies: readonly Body[]) => Promise<readonly Spot[]>
  /** `into`: where it is put when it fits there, so that not every small body takes memory of its own. */
  readonly read: (spot: Spot, into?: Buffer) => Buffer
  /** Writes zeros over a body, down to the disk. */
  readonly zero: (spot: Spot) => Promise<void>
  /** Deletes the segments whose hour was over at `now`, but those that `busy` names. */
  readonly drop: (now: number, busy: (segment: number) => boolean) => Promise<void>
  /** Size of all segments together, the unused bytes in them included. */
  readonly bytes: () => number
  readonly close: () => void
}

type Segment = { readonly fd: number; end: number }

const writev = promisify(fs.writev)
const write = promisify(fs.write)
const unlink = promisify(fs.unlink)

/** What is written is on disk when the write is over: a sync of its own costs one more way to another thread and back. */
const { O_RDWR, O_DSYNC, O_CREAT, O_EXCL } = fs.constants
const old = O_RDWR | O_DSYNC
const fresh = old | O_CREAT | O_EXCL

const pathOf = (folder: string, segment: number): string => join(folder, `${segment}`)

/** The segments that lie in `folder`, by name, with their sizes. */
export const listSegments = (folder: string): ReadonlyMap<number, number> =>
  new Map(
    fs
      .readdirSync(folder)
      .filter((name) => /^\d{1,13}$/.test(name))
      .map((name) => [Number(name), fs.statSync(join(folder, name)).size]),
  )

export const dropSegment = (folder: string, segment: number): void =>
  fs.unlinkSync(pathOf(folder, segment))

export const trimSegment = (folder: string, segment: number, size: number): void =>
  fs.truncateSync(pathOf(folder, segment), size)

/** A new name is on disk only when its folder is. */
export const syncFolder = (folder: string): void => {
  const fd = fs.openSync(folder, 'r')
  fs.fsyncSync(fd)
  fs.closeSync(fd)
}

const openFiles = (folder: string) => {
  const files = new Map<number, Segment>()

  const find = (segment: number): Segment | undefined => {
    const known = files.get(segment)
    if (known || !fs.existsSync(pathOf(folder, segment))) return known
    const fd = fs.openSync(pathOf(folder, segment), old)
    const found = { fd, end: fs.fstatSync(fd).size }
    files.set(segment, found)
    return found
  }

  const make = (segment: number): Segment => {
    const fd = fs.openSync(pathOf(folder, segment), fresh, 0o600)
    syncFolder(folder)
    const made = { fd, end: 0 }
    files.set(segment, made)
    return made
  }

  for (const segment of listSegments(folder).keys()) find(segment)
  return { files, find, at: (segment: number): Segment => find(segment) ?? make(segment) }
}

const lengthOf = (body: Body): number => body.reduce((sum, { length }) => sum + length, 0)

const place = (segment: number, from: number, bodies: readonly Body[]): readonly Spot[] => {
  let offset = from
  return bodies.map((body) => {
    const length = lengthOf(body)
    offset += length
    return { segment, offset: offset - length, length }
  })
}

export const noRoom = (): Error => Object.assign(new Error('The disk is full.'), { code: 'ENOSPC' })

const appendTo = async (
  file: Segment,
  segment: number,
  bodies: readonly Body[],
): Promise<readonly Spot[]> => {
  const spots = place(segment, file.end, bodies)
  const pieces = bodies.flat()
  const size = lengthOf(pieces)
  const { bytesWritten } = await writev(file.fd, pieces, file.end)
  if (bytesWritten < size) throw noRoom()
  file.end += size
  return spots
}

const readFrom = (file: Segment | undefined, { offset, length }: Spot, into?: Buffer): Buffer => {
  const body = into && length <= into.length ? into.subarray(0, length) : Buffer.allocUnsafe(length)
  const got = file ? fs.readSync(file.fd, body, 0, length, offset) : 0
  if (got < length) throw new Error('A body is missing on disk.')
  return body
}

const zeroIn = async (file: Segment | undefined, { offset, length }: Spot): Promise<void> => {
  if (!file) return
  await write(file.fd, Buffer.alloc(length), 0, length, offset)
}

/** Opens the segments in `folder`, which must be there. */
export const openSegments = (folder: string): Segments => {
  const { files, find, at } = openFiles(folder)

  const dropOne = async (segment: number): Promise<void> => {
    const file = files.get(segment)
    files.delete(segment)
    if (file) fs.closeSync(file.fd)
    await unlink(pathOf(folder, segment))
  }

  return {
    append: (segment, bodies) => appendTo(at(segment), segment, bodies),
    zero: (spot) => zeroIn(find(spot.segment), spot),
    read: (spot, into) => readFrom(find(spot.segment), spot, into),
    drop: async (now, busy) => {
      const over = [...files.keys()].filter((segment) => segment <= now && !busy(segment))
      for (const segment of over) await dropOne(segment)
    },
    bytes: () => [...files.values()].reduce((sum, { end }) => sum + end, 0),
    close: () => {
      for (const { fd } of files.values()) fs.closeSync(fd)
      files.clear()
    },
  }
}
