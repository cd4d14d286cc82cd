import { lending } from '../../../src/disguise/lending.ts'
import { ask, measured, stretchOnce, timed } from './worker.ts'

export type Plan = {
  readonly worker: string
  /** How the container begins: at the least cost, for good. */
  readonly beginning: readonly number[]
  readonly entries: number
  /** Short entries of a vault that has many. */
  readonly many: number
  readonly rounds: number
  readonly saves: number
}

/** Milliseconds, one list for each thing that is measured. */
export type Times = Record<
  'unlock' | 'read' | 'save' | 'stretch' | 'raw' | 'wrong' | 'decoy' | 'real' | 'many',
  number[]
>

const code = '483+92*7-165'
export const codes = {
  real: code,
  decoy: '111+222*3-33',
  wrong: '777-88/9+100',
  many: '5*5*5*5+5-55',
}
const text = 'ett två tre fyra fem sex sju åtta nio tio elva '.repeat(15)

export const itemOf = (n: number) =>
  [
    `story/${n}`,
    new TextEncoder().encode(JSON.stringify({ kind: 'story', id: `${n}`, text })),
  ] as const

export const start = (plan: Pick<Plan, 'worker'>): Worker =>
  lending((name) => new Worker(plan.worker, { type: 'module', name }))

const shortOf = (n: number) =>
  [`story/${n}`, new TextEncoder().encode(text.slice(n % 40, 120))] as const

type Item = ReturnType<typeof itemOf>

export const fillOne = async (
  plan: Pick<Plan, 'worker'>,
  own: string,
  put: readonly Item[],
): Promise<void> => {
  const worker = start(plan)
  await ask(worker, { ask: 'setUp', code: own })
  await ask(worker, { ask: 'commit', put, drop: [] })
  await ask(worker, { ask: 'lock' })
  worker.terminate()
}

export const several = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, n) => make(n))

/** Only the beginning; the worker makes the rest. */
export const begin = async ({ beginning }: Pick<Plan, 'beginning'>): Promise<void> => {
  const folder = await navigator.storage.getDirectory()
  const file = await (await folder.getFileHandle('data.bin', { create: true })).createWritable()
  await file.write(new Uint8Array(beginning))
  await file.close()
}

const fill = async (plan: Plan): Promise<void> => {
  await begin(plan)
  await fillOne(plan, codes.decoy, several(30, itemOf))
  await fillOne(plan, codes.many, several(plan.many, shortOf))
  await fillOne(plan, codes.real, several(plan.entries, itemOf))
}

/** A code and its answer, as the calculator hears it. */
const tried = async (plan: Plan, own: string, list: number[]): Promise<void> => {
  const worker = start(plan)
  await ask(worker, { ask: 'wake' })
  await timed(list, () => ask(worker, { ask: 'try', code: own }))
  await ask(worker, { ask: 'lock' })
  worker.terminate()
}

const listMany = async (plan: Plan, list: number[]): Promise<void> => {
  const worker = start(plan)
  await ask(worker, { ask: 'wake' })
  await timed(list, async () => {
    await ask(worker, { ask: 'try', code: codes.many })
    await ask(worker, { ask: 'read' })
  })
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
  const times: Times = {
    unlock: [],
    read: [],
    save: [],
    stretch: [],
    raw: [],
    wrong: [],
    decoy: [],
    real: [],
    many: [],
  }
  await fill(plan)
  for (let n = 0; n < plan.rounds; n++) {
    await controls(plan, times)
    await round(plan, times)
    for (const kind of ['wrong', 'decoy', 'real'] as const) {
      await tried(plan, codes[kind], times[kind])
    }
    await listMany(plan, times.many)
  }
  return times
}
