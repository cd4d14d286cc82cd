import fc from 'fast-check'
import { needs } from '../../src/record/areas.ts'
import { horizons, needStates } from '../../src/record/need.ts'
import { readEntry } from '../../src/record/read.ts'
import { helps } from '../../src/record/step.ts'
import type { Entry, Kind } from '../../src/record/types.ts'

const id = fc.stringMatching(/^[A-Za-z0-9_-]{16}$/)

/** Values of every shape, right and wrong: the kind's own reader makes of them what it may. */
const value = fc.oneof(
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc.constantFrom('2026-11-23', '2026-11-23T16:00', '2026-11-23T16:00:00Z'),
  id,
  fc.boolean(),
  fc.nat(10),
  fc.constant(null),
  fc.array(id, { maxLength: 3 }),
  fc.constantFrom(...needs, ...horizons, ...needStates, ...helps),
)

/**
 * Any entry of a kind, by the fields that its reader gives to nothing at all. A kind that nobody
 * described below is tested by this.
 */
export const anyOf = (kind: Kind): fc.Arbitrary<Entry> => {
  const names = Object.keys(readEntry({ kind, id: 'blank' }) ?? {})
  const fields = fc.record(Object.fromEntries(names.map((name) => [name, value])))
  return fc.tuple(fields, id).map(([from, made]) => {
    const entry = readEntry({ ...from, kind, id: made })
    if (!entry) throw new Error(`nothing reads ${kind}`)
    return entry
  })
}

/** A file that goes along with a share, made ready. */
export const carried = {
  of: 'b',
  whole: true,
  hash: 'h',
  sealed: { id: 'i', key: 'k', type: 'image/png', size: 9 },
} as const
