import { ready } from '../../src/crypto/sodium.ts'
import { createKeeper } from '../../src/vault/keeper.ts'
import type { Disk } from '../../src/vault/disk.ts'
import type { Answers, Ask, Item } from '../../src/vault/messages.ts'
import type { Tools } from '../../src/vault/opening.ts'
import { memoryDisk, type MemoryDisk } from './memoryDisk.ts'

/** A cheap stand-in for Argon2id: the keeper's work is the same, and hundreds of tries stay quick. */
const quickStretch = async (code: string, salt: Uint8Array): Promise<Uint8Array> => {
  const sodium = await ready()
  return sodium.crypto_generichash(64, new TextEncoder().encode(code), salt)
}

export type Keeper = {
  readonly disk: MemoryDisk
  /** The file of chunks; empty until it is made. */
  readonly space: MemoryDisk
  /** Why the file of chunks does not open although it is there; null where it does. */
  readonly keptFrom: { why: 'busy' | 'shut' | null }
  readonly ask: (ask: Ask) => Promise<Answers[keyof Answers]>
  /** What the worker does between questions. */
  readonly rest: () => Promise<boolean>
  /** The time of day in ms, and what was waited for. */
  readonly clock: { now: number; waited: number[] }
  readonly opens: (code: string) => Promise<boolean>
  readonly names: () => Promise<string[]>
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
export const item = (name: string, value: string): Item => [name, new TextEncoder().encode(value)]

/** A clock that only moves when it is waited for. */
const stillClock = () => {
  const waited: number[] = []
  const clock = { now: 1_700_000_000_000, waited }
  const pause = (ms: number): Promise<void> => {
    waited.push(ms)
    clock.now += ms
    return Promise.resolve()
  }
  return { clock, pause }
}

/** The two questions that most tests ask. */
const asking = (ask: Keeper['ask']): Pick<Keeper, 'opens' | 'names'> => ({
  opens: async (code) => {
    const answer = await ask({ ask: 'try', code })
    return 'open' in answer && answer.open
  },
  names: async () => {
    const answer = await ask({ ask: 'read' })
    return 'damaged' in answer ? answer.items.map(([name]) => name).toSorted() : []
  },
})

/** Each look at the clock is a second later, so that every phone is a slow one and stays at the least cost. */
const slowly = () => {
  let ms = 0
  return () => (ms += 1_000)
}

/** What a phone can do, where a test measures it. */
export type Phone = { readonly now: () => number; readonly memory: number | null }

/** A keeper over a disk in memory; give it an image to start from what another one left. */
export const keeperOver = (
  start?: Uint8Array,
  stretch: Tools['stretch'] = quickStretch,
  space = memoryDisk(),
  kind: Disk['kind'] = 'file',
  phone: Phone = { now: slowly(), memory: null },
): Keeper => {
  const disk = memoryDisk(start)
  const { clock, pause } = stillClock()
  const keptFrom: Keeper['keptFrom'] = { why: null }
  const { answer: ask, rest } = createKeeper({
    openStorage: () => {
      disk.reopen()
      return Promise.resolve({ ok: true, disk: { ...disk, kind } })
    },
    openSpace: (create) => {
      if (space.size() > 0 && keptFrom.why) return Promise.resolve(keptFrom.why)
      space.reopen()
      return Promise.resolve(create || space.size() > 0 ? space : null)
    },
    sodium: ready,
    stretch,
    even: () => Promise.resolve(),
    ...phone,
    clock: () => clock.now,
    pause,
  })
  return { disk, space, keptFrom, clock, ask, rest, ...asking(ask) }
}

/** Name and text of everything that an open keeper holds. */
export const contents = async (keeper: Keeper): Promise<Record<string, string>> => {
  const answer = await keeper.ask({ ask: 'read' })
  if (!('damaged' in answer)) throw new Error('no items')
  return Object.fromEntries(answer.items.map(([name, bytes]) => [name, text(bytes)]))
}
