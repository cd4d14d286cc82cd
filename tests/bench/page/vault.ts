import { lending } from '../../../src/disguise/lending.ts'
import { ask, measured, stretchOnce, timed } from './worker.ts'

export type Plan = {
  readonly worker: string
  readonly entries: number
  readonly rounds: number
  readonly saves: number
}

/** Milliseconds, one list for each thing that is measured. */
export type Times = Record<'unlock' | 'read' | 'save' | 'stretch' | 'raw', number[]>

const code = '483+92*7-165'
const text = 'ett två tre fyra fem sex sju åtta nio tio elva '.repeat(15)

const itemOf = (n: number) =>
  [
    `story/${n}`,
    new TextEncoder().encode(JSON.stringify({ kind: 'story', id: `${n}`, text })),
  ] as const

const start = (plan: Plan): Worker =>
  lending((name) => new Worker(plan.worker, { type: 'module', name }))

const fill = async (plan: Plan): Promise<void> => {
  const worker = start(plan)
  await ask(worker, { ask: 'setUp', code })
  const put = Array.from({ length: plan.entries }, (_, n) => itemOf(n))
  await ask(worker, { ask: 'commit', put, drop: [] })
  await ask(worker, { ask: 'lock' })
  worker.terminate()
}

const controls = async (plan: Plan, times: Times): Promise<void> => {
  const salt = new Uint8Array(16)
  const cost = { memory: 65_536, passes: 3 }
  times.stretch.push(
    await stretchOnce(plan.worker, { code: new TextEncoder().encode(code), salt, cost }),
  )
  times.raw.push(await measured('/page/raw.ts'))
}

const round = async (plan: Plan, times: Times): Promise<void> => {
  const worker = start(plan)
  await ask(worker, { ask: 'wake' })
  await timed(times.unlock, async () => {
    await ask(worker, { ask: 'try', code })
    await timed(times.read, () => ask(worker, { ask: 'read' }))
  })
  for (let n = 0; n < plan.saves; n++) {
    await timed(times.save, () => ask(worker, { ask: 'commit', put: [itemOf(n)], drop: [] }))
  }
  await ask(worker, { ask: 'lock' })
  worker.terminate()
}

/** Sets up a vault of `entries` entries, then measures in interleaved rounds. */
export const measureVault = async (plan: Plan): Promise<Times> => {
  const times: Times = { unlock: [], read: [], save: [], stretch: [], raw: [] }
  await fill(plan)
  for (let n = 0; n < plan.rounds; n++) {
    await controls(plan, times)
    await round(plan, times)
  }
  return times
}
