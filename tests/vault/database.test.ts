import { expect, test } from 'vitest'
import { ready } from '../../src/crypto/sodium.ts'
import { createKeeper } from '../../src/vault/keeper.ts'
import type { Item } from '../../src/vault/messages.ts'
import { valueOf } from '../../src/vault/value.ts'
import { item } from './desk.ts'

// A container that lies in a database is put there as a whole, and a phone without room refuses that.

type Phone = {
  stored: Uint8Array
  /** Which puts are refused, counted from here on. */
  refuses: (count: number) => boolean
  /** Whether even taking it away is refused. */
  sticks: boolean
}

const newPhone = (): Phone => ({
  stored: new Uint8Array(0),
  refuses: () => false,
  sticks: false,
})

const diskOn = (phone: Phone) => ({
  kind: 'database' as const,
  ...valueOf(phone.stored, async (bytes) => {
    counts.set(phone, (counts.get(phone) ?? 0) + 1)
    if (phone.refuses(counts.get(phone) ?? 0))
      throw new DOMException('no room', 'QuotaExceededError')
    phone.stored = bytes.slice()
  }),
  close: () => undefined,
  remove: async () => {
    if (phone.sticks) throw new Error('held by somebody')
    phone.stored = new Uint8Array(0)
  },
})

const counts = new WeakMap<Phone, number>()

const refuse = (phone: Phone, refuses: Phone['refuses']): void => {
  counts.set(phone, 0)
  phone.refuses = refuses
}

/** A worker that begins: it knows what the phone keeps and nothing else. */
const workerOn = (phone: Phone) => {
  const clock = { now: 1_700_000_000_000, waited: [] as number[] }
  let ms = 0
  const { answer, rest } = createKeeper({
    openStorage: async () => ({ ok: true, disk: diskOn(phone) }),
    openSpace: async () => null,
    sodium: ready,
    stretch: async (code, salt) =>
      (await ready()).crypto_generichash(64, new TextEncoder().encode(code), salt),
    even: async () => undefined,
    now: () => (ms += 1_000),
    memory: null,
    clock: () => clock.now,
    pause: async (wait) => {
      clock.waited.push(wait)
      clock.now += wait
    },
  })
  const opens = async (code: string): Promise<unknown> => answer({ ask: 'try', code })
  const commit = async (...put: Item[]): Promise<unknown> =>
    answer({ ask: 'commit', put, drop: [] })
  const read = async () => {
    const got = await answer({ ask: 'read' })
    return 'damaged' in got ? { ...got, items: got.items.map(([name]) => name).toSorted() } : got
  }
  const lock = (): Promise<unknown> => answer({ ask: 'lock' })
  const erase = (): Promise<unknown> => answer({ ask: 'erase' })
  return { answer, rest, opens, commit, read, lock, erase, clock }
}

type Worker = ReturnType<typeof workerOn>

const begun = async () => {
  const phone = newPhone()
  const worker = workerOn(phone)
  await worker.answer({ ask: 'setUp', code: '1+1' })
  await worker.commit(item('note/1', 'one'), item('note/2', 'two'))
  return { phone, worker }
}

const whole = { items: ['note/1', 'note/2'], damaged: 0 }

test('VAULT-500 on a phone without any room her code opens, and what she wrote is there', async () => {
  const { phone, worker } = await begun()
  await worker.lock()
  refuse(phone, () => true)
  expect(await worker.opens('1+1')).toEqual({ open: true })
  expect(await worker.read()).toEqual(whole)
  expect(await worker.commit(item('note/3', 'three'))).toEqual({ ok: false, why: 'full' })
  await worker.lock()
  expect(await worker.opens('2+2')).toEqual({ open: false })
  refuse(phone, () => false)
  expect(await workerOn(phone).opens('1+1')).toEqual({ open: true })
})

test('VAULT-500 codes that are tried there wait as long as anywhere, and are told once there is room', async () => {
  const { phone, worker } = await begun()
  await worker.lock()
  refuse(phone, () => true)
  for (let tried = 0; tried < 45; tried++) await worker.opens('9+9')
  expect(worker.clock.waited.at(-1)).toBeGreaterThan(1_000)
  refuse(phone, () => false)
  expect(await worker.opens('1+1')).toEqual({ open: true })
  const told = await worker.answer({ ask: 'tries' })
  expect('times' in told ? told.times.length : told).toBeGreaterThanOrEqual(45)
})

test('VAULT-501 what was refused does not go along with what is kept next: nothing older is lost', async () => {
  // The pages come through and the header does not; of the second save not even that is followed by anything.
  for (const refused of [
    (count: number) => count === 2 || count === 4,
    (count: number) => count === 2 || count >= 4,
  ]) {
    const { phone, worker } = await begun()
    refuse(phone, refused)
    expect(await worker.commit(item('note/3', 'three'))).toEqual({ ok: false, why: 'full' })
    expect(await worker.commit(item('note/4', 'four'))).toEqual({ ok: false, why: 'full' })
    const later = workerOn(phone)
    refuse(phone, () => false)
    expect(await later.opens('1+1')).toEqual({ open: true })
    expect(await later.read()).toEqual(whole)
    expect(await later.commit(item('note/5', 'five'))).toEqual({ ok: true })
  }
})

test('VAULT-502 erasing takes everything away also where there is no room to write over it', async () => {
  const { phone, worker } = await begun()
  refuse(phone, () => true)
  expect(await worker.erase()).toEqual({ ok: true })
  expect(phone.stored).toHaveLength(0)
  refuse(phone, () => false)
  expect(await workerOn(phone).opens('1+1')).toEqual({ open: false })
})

test('VAULT-502 what can only be written over is nothing any more, and what cannot even be is said to be there', async () => {
  const written = await begun()
  written.phone.sticks = true
  expect(await written.worker.erase()).toEqual({ ok: true })
  expect(await workerOn(written.phone).opens('1+1')).toEqual({ open: false })
  const kept = await begun()
  kept.phone.sticks = true
  refuse(kept.phone, () => true)
  expect(await kept.worker.erase()).toEqual({ ok: false, why: 'kept' })
})

test('VAULT-500 a change of codes that has no room is refused, or is a fault and goes on at the next opening', async () => {
  const outcomes: string[] = []
  for (let from = 1; from < 12; from++) {
    const { phone, worker } = await begun()
    refuse(phone, (count) => count >= from)
    const change = worker.answer({ ask: 'recode', code: '3+3', others: [], shred: null })
    const told = await change.then(
      (answer) => JSON.stringify(answer),
      () => 'fault',
    )
    await worker.lock().catch(() => undefined)
    const isRefused = told === '{"ok":false,"why":"full"}'
    if (isRefused) expect(await workerOn(phone).opens('1+1')).toEqual({ open: true })
    refuse(phone, () => false)
    const later = workerOn(phone)
    expect(await later.opens(isRefused ? '1+1' : '3+3'), `${from}`).toEqual({ open: true })
    expect(await later.read()).toEqual(whole)
    outcomes.push(isRefused ? 'refused' : told === 'fault' ? told : 'done')
  }
  expect([...new Set(outcomes)]).toEqual(['refused', 'fault', 'done'])
})

test('VAULT-500 room that was not all given keeps nobody out', async () => {
  for (let from = 1; from < 5; from++) {
    const { phone, worker } = await begun()
    refuse(phone, (count) => count >= from)
    await worker.answer({ ask: 'grow' })
    await worker.lock()
    expect(await workerOn(phone).opens('1+1'), `${from}`).toEqual({ open: true })
  }
})

/** Blocks of what was stored `before` that still stand. */
const standing = (phone: Phone, before: Uint8Array): number =>
  Array.from({ length: Math.floor((before.length - 8_192) / 65_536) }, (_, at) => {
    const [from, to] = [8_192 + at * 65_536, 8_192 + (at + 1) * 65_536]
    return Buffer.compare(before.subarray(from, to), phone.stored.subarray(from, to))
  }).filter((differs) => differs === 0).length

/** A code that clears was typed, `meanwhile` happens, and what is left is overwritten by this opening or the next. */
const clearedWith = async (meanwhile: (phone: Phone, worker: Worker) => Promise<unknown>) => {
  const { phone, worker } = await begun()
  const others = [{ begin: [item('note/9', 'other')], to: '2+2' }]
  const shred = { code: '3+3', opens: 0 }
  expect(await worker.answer({ ask: 'recode', code: '1+1', others, shred })).toEqual({ ok: true })
  await worker.lock()
  const clearing = workerOn(phone)
  expect(await clearing.opens('3+3')).toEqual({ open: true })
  const before = phone.stored.slice()
  await meanwhile(phone, clearing)
  while (await clearing.rest()) continue
  await clearing.lock()
  refuse(phone, () => false)
  const later = workerOn(phone)
  expect(await later.opens('3+3')).toEqual({ open: true })
  while (await later.rest()) continue
  await later.lock()
  return standing(phone, before)
}

test('VAULT-504 what a code clears is overwritten, whatever the phone refuses meanwhile', async () => {
  const usual = await clearedWith(() => Promise.resolve())
  const afterSave = await clearedWith(async (phone, worker) => {
    for (let step = 0; step < 20; step++) await worker.rest()
    refuse(phone, (count) => count === 1)
    expect(await worker.commit(item('note/7', 'more'))).toEqual({ ok: false, why: 'full' })
  })
  const withoutRoom = await clearedWith((phone) => Promise.resolve(refuse(phone, () => true)))
  expect([afterSave, withoutRoom]).toEqual([usual, usual])
})
