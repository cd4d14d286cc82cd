import fc from 'fast-check'
import { areas } from '../../src/record/areas.ts'
import { horizons, needStates } from '../../src/record/need.ts'
import { readEntry } from '../../src/record/read.ts'
import type { Reply } from '../../src/record/reply.ts'
import { helps } from '../../src/record/step.ts'
import type { Entry, Kind } from '../../src/record/types.ts'

export const id = fc.stringMatching(/^[A-Za-z0-9_-]{16}$/)
export const text = fc.string({ maxLength: 40, unit: 'grapheme' })
export const date = fc.date({
  noInvalidDate: true,
  min: new Date('2000-01-01'),
  max: new Date('2100-01-01'),
})
export const time = date.map((d) => `${d.toISOString().slice(0, 19)}Z`)

/** Values of every shape, right and wrong: the kind's own reader makes of them what it may. */
const value = fc.oneof(
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc.constantFrom('2026-11-23', '2026-11-23T16:00', '2026-11-23T16:00:00Z'),
  id,
  fc.boolean(),
  fc.nat(10),
  fc.constant(null),
  fc.array(id, { maxLength: 3 }),
  fc.constantFrom(...areas, ...horizons, ...needStates, ...helps),
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

const fate = fc.constantFrom('new', 'kept', 'let go')

export const replies: fc.Arbitrary<Reply> = fc.record({
  kind: fc.constant('reply'),
  id,
  share: id,
  from: text,
  sent: time,
  fetched: time,
  language: text,
  items: fc.array(
    fc.oneof(
      fc.record({ kind: fc.constantFrom('message', 'done', 'ask'), text, fate }),
      fc.record({ kind: fc.constant('file'), name: text, size: fc.nat(2_000_000), fate }),
      fc.record({
        kind: fc.constant('step'),
        text,
        on: fc.constantFrom('', '2026-11-30'),
        by: fc.constantFrom('you', 'us'),
        fate,
      }),
    ),
    { maxLength: 3 },
  ),
})
