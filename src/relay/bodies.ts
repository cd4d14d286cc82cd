import { release } from './release.ts'
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
  readonly done: (spot: Spot) => void
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

/** The first of `jobs` that fit together: always one, and all of one segment. */
const nextOf = (jobs: readonly Job[]): readonly Job[] => {
  const segment = jobs[0]?.segment
  let bytes = 0
  return jobs.filter((job, at) => {
    if (job.segment !== segment) return false
    bytes += job.coming.size
    return at === 0 || bytes <= mostAtOnce
  })
}

const writeAll = async (segments: Segments, jobs: readonly Job[]): Promise<void> => {
  const segment = jobs[0]?.segment ?? 0
  try {
    const bodies = jobs.map(({ coming }) => coming.make())
    const spots = await segments.append(segment, bodies)
    bodies.flat().forEach(release)
    for (const [at, spot] of spots.entries()) jobs[at]?.done(spot)
  } catch (error) {
    for (const job of jobs) job.fail(error)
  }
}

/** Bodies that come while others are being synced share the next sync. */
const createQueue = (segments: Segments) => {
  let waiting: Job[] = []
  let running: Promise<void> | null = null

  const drain = async (): Promise<void> => {
    // One turn of the loop gathers what arrives together.
    await new Promise(setImmediate)
    while (waiting.length > 0) {
      const jobs = new Set(nextOf(waiting))
      waiting = waiting.filter((job) => !jobs.has(job))
      await writeAll(segments, [...jobs])
    }
    running = null
  }

  const add = (coming: Coming, segment: number): Promise<Spot> =>
    new Promise((done, fail) => {
      waiting.push({ segment, coming, done, fail })
      running ??= drain()
    })

  return { add, settled: async (): Promise<void> => (await running) ?? undefined }
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
    put: (coming, use) => {
      const segment = segmentOf(coming.until)
      return holding(segment, async () => use(await queue.add(coming, segment)))
    },
    zero: (spot) => holding(spot.segment, () => segments.zero(spot)),
    drop: (now) => segments.drop(now, holds.has),
    settled: queue.settled,
  }
}
