import { setTimeout as wait } from 'node:timers/promises'

export type Settle = () => void
type Job = { readonly run: () => Settle; readonly fail: (error: unknown) => void }

export type Group = {
  /** Runs `work` in the next shared transaction; settles once that transaction is on disk. */
  readonly add: <T>(work: () => T) => Promise<T>
}

export type Commit = {
  /** Runs what it is given, once more if it has to, as one: all of it has happened, or, when it throws, nothing. */
  readonly whole: (work: () => void) => void
  /** Runs one part of it: when that throws, the part has changed nothing and the rest goes on. */
  readonly part: (work: () => Settle) => Settle
  /** Whether an error is about all of it. */
  readonly isOfAll: (error: unknown) => boolean
  /** Settles when all that has happened is on disk. */
  readonly durable: () => Promise<void>
}

const runApart = ({ part, isOfAll }: Commit, job: Job): Settle => {
  try {
    return part(job.run)
  } catch (error) {
    if (isOfAll(error)) throw error
    return () => job.fail(error)
  }
}

/** Each part by itself only after one has thrown: keeping them apart costs, and hardly any ever does. */
const runAll = (commit: Commit, jobs: readonly Job[]): readonly Settle[] => {
  let settled: readonly Settle[] = []
  try {
    commit.whole(() => (settled = jobs.map(({ run }) => run())))
  } catch {
    commit.whole(() => (settled = jobs.map((job) => runApart(commit, job))))
  }
  return settled
}

const flush = async (commit: Commit, jobs: readonly Job[]): Promise<void> => {
  try {
    const settled = runAll(commit, jobs)
    await commit.durable()
    for (const settle of settled) settle()
  } catch (error) {
    for (const job of jobs) job.fail(error)
  }
}

/**
 * Milliseconds that the next commit waits after one that `took` so many for `count` callers: those who were answered
 * together ask again together, and where the disk is slow they would have to wait for one more sync.
 */
const pauseAfter = (count: number, took: number): number =>
  count > 1 ? Math.min(5, Math.floor(took / 5)) : 0

/**
 * Group commit: what comes in one turn of the loop, or while the disk is waited for, shares one transaction,
 * because one sync costs as much for thirty changes as for one. Work that throws fails alone: it must
 * not fail strangers. It may be run more than once, and then what it did before is undone.
 */
export const createGroup = (commit: Commit): Group => {
  let waiting: Job[] = []
  let isRunning = false

  const drain = async (): Promise<void> => {
    isRunning = true
    while (waiting.length > 0) {
      await new Promise(setImmediate)
      const jobs = waiting
      waiting = []
      const began = performance.now()
      await flush(commit, jobs)
      const pause = pauseAfter(jobs.length, performance.now() - began)
      if (pause > 0) await wait(pause)
    }
    isRunning = false
  }

  const add = <T>(work: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      waiting.push({
        run: () => {
          const value = work()
          return () => resolve(value)
        },
        fail: reject,
      })
      if (!isRunning) void drain()
    })

  return { add }
}
