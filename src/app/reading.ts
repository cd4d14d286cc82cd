import { startDecoding } from '../record/encode.ts'
import { shelvesOf } from '../record/record.ts'
import type { ClientRecord, Kind } from '../record/types.ts'
import type { Item } from '../vault/messages.ts'

/** What the first screen draws from, and what says how to draw it. */
const firstKinds: readonly Kind[] = [
  'setting',
  'place',
  'draft',
  'share',
  'reply',
  'appointment',
  'contact',
  'need',
  'step',
  'child',
  'rating',
  'talk',
]

const isFirst = ([name]: Item): boolean => firstKinds.some((kind) => name.startsWith(`${kind}/`))

/** Her record, read in steps so that the screen need not wait for ten thousand entries. */
export type Reading = {
  /**
   * Reads on for about so many milliseconds, and true when nothing is left. The first step always has
   * all that the first screen needs, and one entry more: a record full of stories is no empty one.
   */
  readonly step: (most: number) => boolean
  /** All that was read so far; later steps do not change it. */
  readonly record: () => ClientRecord
  /** How many entries could not be read so far. */
  readonly unread: () => number
}

const copyOf = (record: ClientRecord): ClientRecord => shelvesOf((kind) => record[kind])

/** `now` counts milliseconds. The bytes of the items are zeroed as they are read. */
export const startReading = (items: readonly Item[], now: () => number): Reading => {
  const first = items.filter(isFirst)
  const rest = items.filter((item) => !isFirst(item)).values()
  const { add, record, unread } = startDecoding()
  const decoder = new TextDecoder()
  const read = ([name, bytes]: Item): void => {
    add(name, decoder.decode(bytes))
    // Text cannot be overwritten when she leaves; what it was read from can.
    bytes.fill(0)
  }
  return {
    step: (most) => {
      for (const item of first.splice(0)) read(item)
      const since = now()
      for (;;) {
        const next = rest.next()
        if (next.done) return true
        read(next.value)
        if (now() - since >= most) return false
      }
    },
    record: () => copyOf(record),
    unread: () => unread.length,
  }
}
