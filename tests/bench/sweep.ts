import { fillRows } from '../relay/filled.ts'
import { dropFolder, newFolder, noon, sqliteIn } from '../relay/given.ts'
import { median, type Row } from './figures.ts'
import { withStalls, type Stalls } from './stalls.ts'

// What a sweep takes when very many shares end at once, and whom it holds up.

const count = 100_000
const rounds = 5

type Round = Stalls & { readonly took: number }

const roundOf = async (): Promise<Round> => {
  const folder = newFolder()
  fillRows(folder, count)
  const store = sqliteIn(folder)
  try {
    const [took, stalls] = await withStalls(async () => {
      const begin = performance.now()
      const { ended } = await store.sweep(noon)
      if (ended !== count) throw new Error(`${ended} have ended.`)
      return performance.now() - begin
    })
    return { took, ...stalls }
  } finally {
    await store.close()
    dropFolder(folder)
  }
}

/** About 10 s. */
export const benchSweep = async (): Promise<Row[]> => {
  const all: Round[] = []
  for (let round = 0; round < rounds; round++) all.push(await roundOf())
  const middle = (figure: keyof Round): number => median(all.map((one) => one[figure]))
  return [
    { name: `${count} ended shares unreadable`, value: middle('took'), unit: 'ms', limit: 500 },
    {
      name: 'the longest stall meanwhile',
      value: middle('longest'),
      unit: 'ms',
      limit: 10,
      control: { name: 'an idle thread', value: middle('idle') },
    },
  ]
}
