import { release } from '../release.ts'
import type { Segments, Spot } from './segments.ts'
import { openSegments, segmentOf } from './segments.ts'

/** A body to be put away: `make` gives its bytes, in pieces, when its turn has come; on disk, they are let go. */
export type Coming = {
  readonly until: number
  readonly size: number
  readonly make: () => readonly Uint8Array[]
}

type Job = {
  readonly segment: number
  readonly coming: Coming
  /** Settles, whatever comes of it. */
  readonly use: (spot: Spot) => Promise<void>
  readonly fail: (error: unknown) => void
}

export type Bodies = Omit<Segments, 'append' | 'drop'> & {
  /**
   * Puts a body on disk, then waits for `use`, which makes a row of its spot. Until
   * that is over no sweep drops the segment.
   */
  readonly put: <T>(coming: Coming, use: (spot: Spot) => Promise<T>) => Promise<T>
  readonly drop: (now: number) => Promise<void>
  /** Settles when nothing is under way. */
  readonly settled: () => Promise<void>
}

/** Bytes that are wrapped and written at a time, so that many large uploads do not lie here twice. */
const mostAtOnce = 4_000_000

/** The first of `jobs` that fit together: always one. */
const nextOf = (jobs: readonly Job[]): readonly Job[] => {
  let bytes = 0
  return jobs.filter(({ coming }, at) => {
    bytes += coming.size
    return at === 0 || bytes <= mostAtOnce
  })
}

/** What is to be done about each of them now that they are on disk; nothing where they are not. */
const writeIn = async (
  segments: Segments,
  segment: number,
  jobs: readonly Job[],
): Promise<readonly (() => Promise<void>)[]> => {
  try {
    const bodies = jobs.map(({ coming }) => coming.make())
    const spots = await segments.append(segment, bodies)
    bodies.flat().forEach(release)
    return spots.map((spot, at) => async () => jobs[at]?.use(spot))
  } catch (error) {
    for (const job of jobs) job.fail(error)
    return []
  }
}

/** All their rows come in one commit. */
const writeAll = async (segments: Segments, jobs: readonly Job[]): Promise<void> => {
  const bySegment = Map.groupBy(jobs, ({ segment }) => segment)
  const uses = await Promise.all([...bySegment].map((some) => writeIn(segments, ...some)))
  await Promise.all(uses.flat().map((use) => use()))
}

/**
 * Turns of the loop in which is gathered what arrives together: who was answered together asks again together. One in
 * which nobody comes takes some microseconds.
 */
const gathering = 5

/**
 * Bodies that come while others are put away and their rows made share the next syncs, both of them: to sync the next
 * bodies meanwhile would make for twice as many syncs of half as many.
 */
const createQueue = (segments: Segments) => {
  let waiting: Job[] = []
  let running: Promise<void> | null = null

  const drain = async (): Promise<void> => {
    do {
      for (let turn = 0; turn < gathering; turn++) await new Promise(setImmediate)
      const jobs = new Set(nextOf(waiting))
      waiting = waiting.filter((job) => !jobs.has(job))
      await writeAll(segments, [...jobs])
    } while (waiting.length > 0)
    running = null
  }

  const put: Bodies['put'] = (coming, use) =>
    new Promise((resolve, fail) => {
      const done = (spot: Spot): Promise<void> => use(spot).then(resolve, fail)
      waiting.push({ segment: segmentOf(coming.until), coming, use: done, fail })
      running ??= drain()
    })

  return { put, settled: async (): Promise<void> => (await running) ?? undefined }
}

const createHolds = () => {
  const held = new Map<number, number>()
  return {
    has: (segment: number): boolean => (held.get(segment) ?? 0) > 0,
    change: (segment: number, by: 1 | -1): void => {
      const count = (held.get(segment) ?? 0) + by
      if (count > 0) held.set(segment, count)
      else held.delete(segment)
    },
  }
}

export const openBodies = (folder: string): Bodies => {
  const segments = openSegments(folder)
  const queue = createQueue(segments)
  const holds = createHolds()

  const holding = async <T>(segment: number, work: () => Promise<T>): Promise<T> => {
    holds.change(segment, 1)
    try {
      return await work()
    } finally {
      holds.change(segment, -1)
    }
  }

  return {
    ...segments,
    put: (coming, use) => holding(segmentOf(coming.until), () => queue.put(coming, use)),
    zero: (spot) => holding(spot.segment, () => segments.zero(spot)),
    drop: (now) => segments.drop(now, holds.has),
    settled: queue.settled,
  }
}
