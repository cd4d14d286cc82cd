import { once } from 'node:events'
import { ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { containerBytes } from '../../src/vault/layout.ts'
import { attach, roomOf, widenTo } from './chunks.ts'
import { contents, item, keeperOver, type Keeper } from './desk.ts'
import { memoryDisk, type MemoryDisk } from './memoryDisk.ts'

// A process that keeps things in two ordinary files and is killed at it. It begins when it is told the folder, the
// state and the kind of its first change. Before and after each change it tells the state that it goes to:
// numbers that stand in her vault and in the decoy, and the codes'.

export type State = { readonly hers: number; readonly decoys: number; readonly codes: number }
export type Told = { readonly what: string; readonly is: 'begun' | 'kept'; readonly state: State }

export const hers = (codes: number): string => `7*${codes}-1`
export const decoys = (codes: number): string => `5/${codes}+2`
export const photoOf = (state: State): Uint8Array => new Uint8Array(300_000).fill(state.hers % 251)

/** Every write also goes to a file, at once. */
const mirrored = (disk: MemoryDisk, path: string): MemoryDisk => {
  const file = openSync(path, 'r+')
  const { write, cut } = disk
  return Object.assign(disk, {
    write: (at: number, bytes: Uint8Array) => {
      writeSync(file, bytes, 0, bytes.length, at)
      write(at, bytes)
    },
    cut: (length: number) => {
      ftruncateSync(file, length)
      cut(length)
    },
  })
}

const tell = (told: Told): void => void writeSync(1, `${JSON.stringify(told)}\n`)

const upTo = (most: number): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % most

const words = (n: number): string => `${n} `.repeat(upTo(30_000))

const done = async (keeper: Keeper, ask: Parameters<Keeper['ask']>[0]): Promise<void> => {
  const answer = await keeper.ask(ask)
  if ('ok' in answer && !answer.ok) throw new Error(`${ask.ask}: ${answer.why}`)
}

type Change = (
  keeper: Keeper,
  state: State,
) => { readonly to: State; readonly work: () => Promise<void> }

const put = (n: number) => [item('n', `${n}`), item('twin', `${n}`)]

const save: Change = (keeper, state) => {
  const to = { ...state, hers: state.hers + 1 }
  const more = item(`story/${upTo(5)}`, words(to.hers))
  return { to, work: () => done(keeper, { ask: 'commit', put: [...put(to.hers), more], drop: [] }) }
}

const drop: Change = (keeper, state) => {
  const to = { ...state, hers: state.hers + 1 }
  const ask = { ask: 'commit', put: put(to.hers), drop: [`story/${upTo(5)}`] } as const
  return { to, work: () => done(keeper, ask) }
}

const refresh: Change = (keeper, state) => {
  const to = { ...state, decoys: state.decoys + 1 }
  const code = decoys(state.codes)
  return { to, work: () => done(keeper, { ask: 'refresh', code, put: put(to.decoys), drop: [] }) }
}

const changeCodes: Change = (keeper, state) => {
  const to = { ...state, codes: state.codes + 1 }
  const others = [{ code: decoys(state.codes), to: decoys(to.codes) }]
  return {
    to,
    work: () => done(keeper, { ask: 'recode', code: hers(to.codes), others, shred: null }),
  }
}

const reopen: Change = (keeper, state) => ({
  to: state,
  work: async () => {
    await keeper.ask({ ask: 'lock' })
    await keeper.ask({ ask: 'remember', state: `${state.hers}` })
    await keeper.opens(hers(state.codes))
  },
})

/** What was copied comes back over what was changed since. */
const restore: Change = (keeper, state) => {
  const to = { ...state, hers: state.hers + 1 }
  return {
    to,
    work: async () => {
      const other = keeperOver()
      await done(other, { ask: 'setUp', code: '1+1' })
      await done(other, { ask: 'commit', put: put(to.hers), drop: [] })
      const copy = await other.ask({ ask: 'backup', key: new Uint8Array(16) })
      if (!('file' in copy)) throw new Error('no copy')
      await done(keeper, { ask: 'restore', file: copy.file, key: new Uint8Array(16), put: [] })
    },
  }
}

/** Never the slot of the photo that stands. */
const freeSlot = async (keeper: Keeper): Promise<number> => {
  const { photo = '{"slots":[7]}' } = await contents(keeper)
  const [slot]: readonly number[] = JSON.parse(photo).slots
  return ((slot ?? 0) + 1) % 8
}

const photograph: Change = (keeper, state) => {
  const to = { ...state, hers: state.hers + 1 }
  return {
    to,
    work: async () => {
      if ((await roomOf(keeper)) === 0) await widenTo(keeper, 8)
      const kept = await attach(keeper, photoOf(to), [await freeSlot(keeper)])
      if (!kept.ok) throw new Error(kept.why)
      const photo = item('photo', JSON.stringify({ ...kept, key: [...kept.key], of: to }))
      await done(keeper, { ask: 'commit', put: [...put(to.hers), photo], drop: [] })
    },
  }
}

/** One doubling: every change of codes after it has twice as much to write. */
const largest = containerBytes(64)

const grow: Change = (keeper, state) => ({
  to: state,
  work: async () => {
    if (keeper.disk.size() < largest) await done(keeper, { ask: 'grow' })
  },
})

const changes = { save, drop, refresh, changeCodes, reopen, restore, photograph, grow }

export const kinds: readonly string[] = Object.keys(changes)

/** `begins`: the kind of its first change; the others come as they fall. */
const live = async (folder: string, first: State, begins: string): Promise<void> => {
  const [container, space] = ['data', 'space'].map((name) => join(folder, name))
  if (!container || !space) return
  const chunks = mirrored(memoryDisk(readFileSync(space)), space)
  const keeper = keeperOver(readFileSync(container), undefined, chunks)
  mirrored(keeper.disk, container)
  await keeper.opens(hers(first.codes))
  const all = Object.entries(changes)
  let next = all.find(([name]) => name === begins)
  for (let state = first; ;) {
    const [what, change] = next ?? ['save', save]
    next = all[upTo(all.length)]
    const { to, work } = change(keeper, state)
    tell({ what, is: 'begun', state: to })
    await work()
    tell({ what, is: 'kept', state: to })
    state = to
  }
}

// The test takes names from this file and must not live itself.
if (import.meta.main) {
  const [task] = await once(process.stdin, 'data')
  const [folder, first, begins]: readonly [string, State, string] = JSON.parse(String(task))
  await live(folder, first, begins)
}
