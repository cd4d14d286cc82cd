import fc from 'fast-check'
import type { Share } from '../../src/record/types.ts'
import { carried, id, text, time } from './any.ts'

/** Shares as they are kept, whatever they say. */
export const shares: fc.Arbitrary<Share> = fc.record({
  kind: fc.constant('share'),
  id,
  grant: fc.record({
    recipient: text,
    type: fc.constantFrom('police', 'social', 'other'),
    why: text,
    parts: fc.constant([]),
    until: time,
  }),
  secret: text,
  origin: text,
  owner: text,
  passcode: fc.option(text),
  reply: fc.constantFrom(null, { key: 'B', secret: 'M' }),
  counter: fc.integer({ min: 1, max: 1_000 }),
  made: time,
  stopped: fc.constant(''),
  openers: fc.integer({ min: 1, max: 100 }),
  stopping: fc.constantFrom('', '2026-11-23T16:00:00Z'),
  pausing: fc.constantFrom('', '2026-11-23T16:00:00Z'),
  sooner: fc.constantFrom('', '2026-11-23T16:00:00Z'),
  refusals: fc.nat(9),
  titles: fc.array(fc.record({ id, title: text }), { maxLength: 2 }),
  seen: fc.constantFrom(null, { at: 'a', opens: 1, openers: 1, last: '' }),
  ended: fc.constantFrom('', '2026-11-23T16:00:00Z'),
  earlier: fc.array(fc.record({ parts: fc.constant([]), until: time, unsure: fc.boolean() }), {
    maxLength: 1,
  }),
  paused: fc.constantFrom('', '2026-11-23T16:00:00Z'),
  order: fc.nat(9),
  instead: fc.constantFrom('', 'before'),
  files: fc.constantFrom([], [carried]),
  living: fc.constantFrom(null, { mark: 'm', behind: '', asked: '' }),
  spoken: fc.option(fc.record({ code: text, owner: text, until: time })),
  filed: fc.constantFrom('', '2026-11-23T16:00:00Z'),
})
