import { expect, test } from 'vitest'
import { attaching } from '../../src/app/attaching.ts'
import type { State } from '../../src/app/store.ts'
import { firstView } from '../../src/app/view.ts'
import type { AskVault } from '../../src/disguise/line.ts'
import { speak } from '../../src/i18n/words.ts'
import { attachmentsOf, dropWhole, freedSlots, freeSlots } from '../../src/record/attached.ts'
import { undo } from '../../src/record/difference.ts'
import { all, drop, emptyRecord, put } from '../../src/record/record.ts'
import type { Attachment } from '../../src/record/hanging.ts'
import type { Change } from '../../src/record/types.ts'
import { keeperOver } from '../vault/desk.ts'

const of = { kind: 'story', id: 'abc' } as const
const blank = { hash: '', key: '', thumbnail: '', written: '', edited: '', type: 'audio/mpeg' }
const attachment = (id: string, slots: readonly number[]): Attachment => ({
  kind: 'attachment',
  id,
  of,
  name: id,
  size: 9,
  slots,
  ...blank,
})
const story = {
  kind: 'story',
  id: 'abc',
  topic: 'own',
  title: '',
  brief: '',
  text: 'x',
  written: '',
  edited: '',
} as const

const kept = all(
  put(story),
  put(attachment('one', [0, 3])),
  put(attachment('two', [1])),
)(emptyRecord)

test('FILE-14 an entry takes what hangs on it along, and undo brings all of it back', () => {
  const other = put({ ...attachment('three', [5]), of: { kind: 'contact', id: 'abc' } })(kept)
  const gone = dropWhole(of)(other)
  expect(attachmentsOf(gone, of)).toEqual([])
  expect([...gone.attachment.keys()]).toEqual(['three'])
  expect(undo(other, gone)(gone)).toEqual(other)
})

test('FILE-15 slots that an entry names, or that may be taken back, are not free', () => {
  expect(freeSlots(kept, 6, new Set([4]))).toEqual([2, 5])
  expect(freedSlots(kept, drop('attachment', 'one')(kept))).toEqual([0, 3])
  const shared = put(attachment('copy', [3]))(kept)
  expect(freedSlots(shared, drop('attachment', 'one')(shared))).toEqual([0])
})

/** A store that only holds, and a vault that writes down which slots were cleared. */
const sitting = async () => {
  let state: State = { record: kept, view: firstView, words: speak('sv') }
  const listeners: (() => void)[] = []
  const keeper = keeperOver()
  await keeper.ask({ ask: 'setUp', code: '1+2*345-6' })
  const cleared: unknown[][] = []
  const ask: AskVault = async (question) => {
    if (question.ask === 'clearChunks' && 'slots' in question && Array.isArray(question.slots)) {
      cleared.push(question.slots)
    }
    // The keeper answers in the shape that belongs to the question.
    return (await keeper.ask(question)) as never
  }
  const move = (change: Change, said: string | null): void => {
    const record = change(state.record)
    const word = said === null ? null : { key: said, undo: undo(state.record, record) }
    state = { ...state, record, view: { ...state.view, said: word } }
    for (const listener of listeners) listener()
  }
  const store = {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.push(listener)
      return () => undefined
    },
  }
  return { files: attaching(ask, store), move, cleared, state: () => state }
}

test('FILE-15 a deleted attachment is cleared when the word about it is gone, and not before', async () => {
  const { move, cleared } = await sitting()
  move(drop('attachment', 'one'), 'attachment.deleted')
  expect(cleared).toEqual([])
  move((record) => record, null)
  expect(cleared).toEqual([[0, 3]])
  move((record) => record, null)
  expect(cleared).toHaveLength(1)
})

test('FILE-15 one that was brought back is never cleared', async () => {
  const { move, cleared, state } = await sitting()
  move(drop('attachment', 'one'), 'attachment.deleted')
  const back = state().view.said?.undo
  move(back ?? ((record) => record), null)
  expect(state().record.attachment.has('one')).toBe(true)
  expect(cleared.flat()).toEqual([])
})

test('FILE-15 a new attachment keeps off slots that may be taken back', async () => {
  const { files, move } = await sitting()
  expect(await files.wants(9)).toBe(8)
  expect(await files.widen(8, () => undefined)).toBeNull()
  move(drop('attachment', 'two'), 'attachment.deleted')
  const key = new Uint8Array(32)
  const done = await files.write('abcdefghijklmnop', key, new Blob(['some bytes']), () => undefined)
  expect(done).toMatchObject({ ok: true, slots: [2] })
})

test('FILE-1 the page gets back what it gave, and says when a chunk is not there', async () => {
  const { files } = await sitting()
  await files.widen(8, () => undefined)
  const told: number[] = []
  const bytes = new Uint8Array(3_000_000).map((_, at) => at % 253)
  const key = new Uint8Array(32).fill(7)
  const done = await files.write('abcdefghijklmnop', key, new Blob([bytes]), (part) =>
    told.push(part),
  )
  if (!done.ok) throw new Error(done.why)
  expect(told.at(-1)).toBe(1)
  const entry: Attachment = {
    ...attachment('abcdefghijklmnop', done.slots),
    size: bytes.length,
    key: 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc',
  }
  const file = await files.read(entry, () => undefined)
  expect(new Uint8Array((await file?.arrayBuffer()) ?? [])).toEqual(bytes)
  const elsewhere = done.slots.map((slot) => slot + 1)
  expect(await files.read({ ...entry, slots: elsewhere }, () => undefined)).toBeNull()
  expect(await files.read({ ...entry, key: '*' }, () => undefined)).toBeNull()
})

test('BACKUP-700 files have arrived when all that was under way has ended, also what came meanwhile or failed', async () => {
  const { files } = await sitting()
  await files.arrived()
  const ends: (() => void)[] = []
  const underWay = (): Promise<void> => new Promise((resolve) => ends.push(resolve))
  const seen: string[] = []
  void files.arriving(underWay())
  const all = files.arrived().then(() => seen.push('arrived'))
  void files.arriving(underWay())
  const refused = files.arriving(Promise.reject(new Error('gone')))
  await expect(refused).rejects.toThrow('gone')
  ends[0]?.()
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(seen).toEqual([])
  ends[1]?.()
  await all
  expect(seen).toEqual(['arrived'])
})
