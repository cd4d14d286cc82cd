import { expect, test } from 'vitest'
import { itemOf, missing } from '../../src/recipient/answer/fields.ts'
import { said } from '../../src/recipient/answer/said.ts'
import { send } from '../../src/recipient/answer/sending.ts'
import * as to from '../../src/recipient/answer/state.ts'
import { itemKinds } from '../../src/record/reply.ts'
import type { Relay } from '../../src/share/call.ts'
import { unframe } from '../../src/share/contract.ts'
import { newReplyId } from '../../src/share/replies.ts'
import { newReplyKeys, openReply, readContent } from '../../src/share/reply.ts'
import { wordsIn } from './words.ts'

const filled: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  message: { text: 'Vi ses' },
  appointment: { title: 'Möte', day: '2026-11-27', from: '10:00', place: 'Rum 2' },
  contact: { organisation: 'Skolan' },
  step: { text: 'Ringa', by: 'you' },
  done: { text: 'Boende' },
  ask: { text: 'Intyget' },
}

const photo = new File([new Uint8Array(9)], 'photo.jpg')

const full = (): to.Answer =>
  itemKinds.reduce((answer, kind) => {
    const begun = to.write(answer, kind)
    if (kind === 'file') return to.attach(begun, photo)
    const typed = Object.entries(filled[kind] ?? {}).reduce(
      (now, [name, value]) => to.type(now, name, value),
      begun,
    )
    return to.add(typed)
  }, to.empty)

test('RECIPIENT-32 each kind of item is put together piece by piece, as her app will take it', () => {
  const { items, writing } = full()
  expect(items.map(({ kind }) => kind)).toEqual(itemKinds)
  expect(writing).toBeNull()
  const content = { version: 1, language: 'sv', from: '', sent: '2026-11-24T09:00:00Z', items }
  expect(readContent(content)).toEqual(content)
  for (const item of items) expect(said(item, wordsIn('ar'))[0]).not.toBe('')
})

test('RECIPIENT-32 what is missing is named, and what was typed stays', () => {
  for (const kind of itemKinds) {
    const stuck = to.add(to.write(to.empty, kind))
    expect(stuck.writing?.missing.length, kind).toBeGreaterThan(0)
    expect(stuck.items).toEqual([])
  }
  for (const day of ['0026-11-27', '1926-11-27', '12026-11-27'])
    expect(missing('appointment', { ...filled['appointment'], day }), day).toEqual(['day'])
  expect(missing('step', { text: 'Ringa', by: 'us', on: '0026-11-27' })).toEqual(['on'])
  expect(missing('step', { text: 'Ringa', by: 'us', on: '' })).toEqual([])
  const early = { ...filled['appointment'], to: '09:59' }
  expect(missing('appointment', early)).toEqual(['to'])
  expect(itemOf('appointment', { ...early, to: '11:00' })).toMatchObject({
    start: '2026-11-27T10:00',
    end: '2026-11-27T11:00',
  })
})

test('RECIPIENT-700 who takes a step is sent as it was chosen, and a time that ends as it begins is pointed at', () => {
  for (const by of ['us', 'you'] as const)
    expect(itemOf('step', { text: 'Ringa', by })).toMatchObject({ by })
  const appointment = { ...filled['appointment'] }
  expect(missing('appointment', appointment)).toEqual([])
  expect(missing('appointment', { ...appointment, to: '10:00' })).toEqual(['to'])
  expect(missing('appointment', { ...appointment, to: '10:01' })).toEqual([])
  // Of other kinds it is no question, whatever stands there.
  expect(missing('ask', { text: 'Intyget', from: '10:00', to: '09:00' })).toEqual([])
})

test('RECIPIENT-653 what was missing is no longer pointed at once it is typed, and the rest is', () => {
  const stuck = to.add(to.write(to.empty, 'step'))
  expect(stuck.writing?.missing).toEqual(['text', 'by'])
  const typed = to.type(stuck, 'text', 'Ringa')
  expect(typed.writing).toMatchObject({ missing: ['by'], tries: 1 })
})

const keys = await newReplyKeys()
const box = { locator: newReplyId(), key: keys.key }
const now = new Date('2026-11-24T09:00:00Z')

const relayOf = (answers: readonly (() => Promise<Response>)[]) => {
  const sent: { id: unknown; sealed: Uint8Array<ArrayBuffer> }[] = []
  const fetch: Relay['fetch'] = (_, { body }) => {
    const framed = body instanceof Uint8Array ? unframe(body) : null
    const head: unknown = framed?.head
    const id = typeof head === 'object' && head && 'id' in head ? head.id : null
    sent.push({ id, sealed: new Uint8Array(framed?.body ?? []) })
    return answers[sent.length - 1]?.() ?? Promise.reject(new TypeError('no network'))
  }
  return { relay: { origin: '', timeout: 50, fetch }, sent }
}

const ok = () => Promise.resolve(new Response('{"version":1}', { status: 201 }))
const down = () => Promise.reject<Response>(new TypeError('no network'))

test('RECIPIENT-33 after a failure nothing is lost, and trying again sends the very same', async () => {
  const { relay, sent } = relayOf([down, ok])
  const failed = await send(relay, full(), box, 'sv', now)
  expect(failed).toMatchObject({ why: 'offline', sending: false, items: full().items })
  const done = await send(relay, failed, box, 'sv', now)
  expect(done).toEqual({ ...to.empty, sent: 1 })
  expect(sent[1]).toEqual(sent[0])
  const [first] = sent
  if (!first || typeof first.id !== 'string') throw new Error('nothing sent')
  const opened = await openReply(first.sealed, box, first.id, keys.secret)
  expect(opened).toMatchObject({ ok: true, content: { items: full().items } })
})

test('RECIPIENT-33 an answer that was changed after a failure is another one', async () => {
  const { relay, sent } = relayOf([down, ok])
  const failed = await send(relay, full(), box, 'sv', now)
  await send(relay, to.remove(failed, 0), box, 'sv', now)
  expect(sent[1]?.id).not.toBe(sent[0]?.id)
})

test('RECIPIENT-33 an answer that is too long is told before anything is sent', async () => {
  const { relay, sent } = relayOf([])
  const text = 'ك'.repeat(10_000)
  const items = Array.from({ length: 4 }, () => ({ kind: 'message' as const, text }))
  const told = await send(relay, { ...to.empty, items }, box, 'ar', now)
  expect(told).toMatchObject({ why: 'large', items })
  expect(sent).toEqual([])
})

test('RECIPIENT-34 closing the page is asked about only while something is unsent', () => {
  expect(to.isUnsent(to.empty)).toBe(false)
  expect(to.isUnsent(to.write(to.empty, 'message'))).toBe(false)
  expect(to.isUnsent(to.type(to.write(to.empty, 'message'), 'text', 'a'))).toBe(true)
  expect(to.isUnsent(full())).toBe(true)
  expect(to.isUnsent(to.told(full(), null, { ok: true }))).toBe(false)
})

test('RECIPIENT-300 a file is taken in when it is chosen, up to 2 MB together, and can be taken out', async () => {
  const chosen = (length: number) => new File([new Uint8Array(length)], 'beslut.pdf')
  const begun = to.write(to.empty, 'file')
  expect(to.attach(begun, chosen(0)).writing?.missing).toEqual(['file'])
  expect(to.attach(begun, chosen(2_000_001)).writing?.missing).toEqual(['large'])
  const one = to.attach(begun, chosen(1_500_000))
  expect(one).toMatchObject({ writing: null, items: [{ kind: 'file', name: 'beslut.pdf' }] })
  expect(to.attach(to.write(one, 'file'), chosen(500_001)).writing?.missing).toEqual(['large'])
  const two = to.attach(to.write(one, 'file'), chosen(500_000))
  expect(two.items).toHaveLength(2)
  expect(to.remove(two, 0).files.size).toBe(1)
  const { relay, sent } = relayOf([ok])
  expect(await send(relay, to.remove(two, 0), box, 'sv', now)).toEqual({ ...to.empty, sent: 1 })
  const [first] = sent
  if (!first || typeof first.id !== 'string') throw new Error('nothing sent')
  const opened = await openReply(first.sealed, box, first.id, keys.secret)
  expect(opened).toMatchObject({ ok: true, files: [{ length: 500_000 }] })
})

test('RECIPIENT-300 a chosen file that cannot be read any more is said to be so, and nothing is sent', async () => {
  const gone = new File([new Uint8Array(9)], 'gone.pdf')
  gone.arrayBuffer = () => Promise.reject(new Error('moved'))
  const { relay, sent } = relayOf([])
  const answer = to.attach(to.write(to.empty, 'file'), gone)
  expect(await send(relay, answer, box, 'sv', now)).toMatchObject({ why: 'unread' })
  expect(sent).toEqual([])
})

test('RECIPIENT-301 what is taken care of can name one of the parts that were read', () => {
  const typed = to.type(to.type(to.write(to.empty, 'done'), 'part', '7'), 'text', 'Klart')
  expect(to.add(typed).items).toEqual([{ kind: 'done', text: 'Klart', part: 7 }])
  const other = to.type(to.write(to.empty, 'done'), 'text', 'Klart')
  expect(to.add(other).items).toEqual([{ kind: 'done', text: 'Klart' }])
})
