import { begin, codes, fillOne, itemOf, several, start, type Plan } from './vault.ts'
import { ask, timed } from './worker.ts'

// A wrong code, a decoy's and the real one, in turn, as the calculator hears them.

const kinds = ['wrong', 'decoy', 'real'] as const
export type Answered = Record<(typeof kinds)[number], number[]>

/** A decoy of few entries and a record of many. */
export const fillBoth = async (plan: Pick<Plan, 'worker' | 'beginning' | 'entries'>) => {
  await begin(plan)
  await fillOne(plan, codes.decoy, several(30, itemOf))
  await fillOne(plan, codes.real, several(plan.entries, itemOf))
}

/** Milliseconds to the answer of each, once. `reads`: also to so many readings of all that it opens. */
export const tryEach = async (worker: string, reads: number): Promise<Answered> => {
  const times: Answered = { wrong: [], decoy: [], real: [] }
  for (const kind of kinds) {
    const far = start({ worker })
    await ask(far, { ask: 'wake' })
    await timed(times[kind], async () => {
      await ask(far, { ask: 'try', code: codes[kind] })
      for (let n = 0; n < reads; n++) await ask(far, { ask: 'read' })
    })
    await ask(far, { ask: 'lock' })
    far.terminate()
  }
  return times
}
