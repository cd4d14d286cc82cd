export type Settle = () => void
type Job = { readonly run: () => Settle; readonly fail: (error: unknown) => void }

export type Group = {
  /** Runs `work` in the next shared transaction; settles once that transaction is on disk. */
  readonly add: <T>(work: () => T) => Promise<T>
}

export type Commit = {
  /** Runs what it is given, once more if it has to, and returns when it is durable. */
  readonly whole: (work: () => void) => void
  /** Runs one part of it: when that throws, the part has changed nothing and the rest goes on. */
  readonly part: (work: () => Settle) => Settle
  /** Whether an error is about all of it. */
  readonly isOfAll: (error: unknown) => boolean
}

const runOne = ({ part, isOfAll }: Commit, job: Job): Settle => {
  try {
    return part(job.run)
  } catch (error) {
    if (isOfAll(error)) throw error
    return () => job.fail(error)
  }
}

/**
 * Group commit: all work of one tick shares one transaction, because one sync to disk costs as much
 * for thirty changes as for one. Work that throws fails alone: it must not fail strangers.
 */
export const createGroup = (commit: Commit): Group => {
  let waiting: Job[] = []

  const flush = (): void => {
    const jobs = waiting
    waiting = []
    let settled: Settle[] = []
    try {
      commit.whole(() => {
        settled = []
        for (const job of jobs) settled.push(runOne(commit, job))
      })
    } catch (error) {
      for (const job of jobs) job.fail(error)
      return
    }
    for (const settle of settled) settle()
  }

  const add = <T>(work: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush)
      waiting.push({
        run: () => {
          const value = work()
          return () => resolve(value)
        },
        fail: reject,
      })
    })

  return { add }
}
