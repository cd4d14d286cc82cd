type Job = { readonly run: () => () => void; readonly fail: (error: unknown) => void }

export type Group = {
  /** Runs `work` in the next shared transaction; settles once that transaction is on disk. */
  readonly add: <T>(work: () => T) => Promise<T>
}

/**
 * Group commit: all work of one tick shares one transaction, because one sync to disk costs as much
 * for thirty changes as for one. `commit` runs what it is given, once more if it
 * has to, and returns when it is durable.
 */
export const createGroup = (commit: (work: () => void) => void): Group => {
  let waiting: Job[] = []

  const flush = (): void => {
    const jobs = waiting
    waiting = []
    let settled: (() => void)[] = []
    try {
      commit(() => {
        settled = []
        for (const job of jobs) settled.push(job.run())
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
