import { freeIn } from './full.ts'
import { bands } from './gate.ts'
import type { Store } from './store.ts'

// How the store stands, for whoever watches. Rounded so far that no single share shows.

const gauge = (name: string, value: number): string =>
  `# TYPE relay_${name} gauge\nrelay_${name} ${Math.max(0, Math.round(value))}\n`

/** Bytes by which the free space is told. */
const step = 100_000_000

type Asked = {
  readonly store: Pick<Store, 'level'>
  /** The data folder; null where everything lies in a database. */
  readonly folder: string | null
  /** Seconds since a sweep went well. */
  readonly sweptAgo: () => number
}

const freeAbout = (folder: string): number => Math.floor(freeIn(folder) / step) * step

/** 0 while there is room, 1 when new shares cost work, 2 when none is taken. */
const bandOf = (level: number): number => (level >= bands.shut ? 2 : Number(level >= bands.tight))

export const standing = async ({ store, folder, sweptAgo }: Asked): Promise<string> =>
  gauge('band', bandOf(await store.level())) +
  gauge('sweep_age_seconds', sweptAgo()) +
  (folder === null ? '' : gauge('free_bytes', freeAbout(folder)))
