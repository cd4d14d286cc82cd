import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import type { AskVault } from '../../src/disguise/line.ts'
import { keeping } from '../../src/app/keep.ts'
import { createStore, type Store } from '../../src/app/store.ts'
import { speak } from '../../src/i18n/words.ts'
import { decodeRecord } from '../../src/record/encode.ts'
import { drop, emptyRecord, put } from '../../src/record/record.ts'
import type { ClientRecord, Contact } from '../../src/record/types.ts'
import { contacts } from '../record/entries.ts'

/** A vault that keeps texts, may refuse, and may take its time. */
type Vault = {
  readonly ask: AskVault
  readonly kept: Map<string, string>
  why: 'full' | null
  wait: number
}

const vaultOf = (): Vault => {
  const kept = new Map<string, string>()
  const vault: Vault = {
    kept,
    why: null,
    wait: 0,
    ask: (async (question: Parameters<AskVault>[0]) => {
      if (question.ask !== 'commit') throw new Error('not asked here')
      if (vault.wait > 0) await new Promise((done) => setTimeout(done, vault.wait))
      if (vault.why) return { ok: false, why: vault.why }
      for (const [name, bytes] of question.put) kept.set(name, new TextDecoder().decode(bytes))
      for (const name of question.drop) kept.delete(name)
      return { ok: true }
    }) as AskVault,
  }
  return vault
}

const recordIn = (vault: Vault): ClientRecord => decodeRecord([...vault.kept]).record

const storeOver = (vault: Vault): Store =>
  createStore(
    {
      keep: (told) => keeping(vault.ask, emptyRecord, told),
      now: () => new Date('2026-11-23T12:00:00Z'),
      newId: () => 'id',
      speak: () => Promise.resolve(speak('en', {})),
      copy: () => Promise.resolve({ ok: true, file: new Uint8Array(0), lostPages: 0 }),
      storage: 'file',
      grow: () => {
        vault.why = null
        return Promise.resolve(true)
      },
    },
    emptyRecord,
    speak('en', {}),
  )

const sample = (count: number): Contact[] =>
  fc.sample(contacts, count).map((contact, n) => ({ ...contact, id: `id${n}` }))

beforeEach(() => void vi.useFakeTimers())

test('KEEP-1 every change is on the phone in the end, however fast they come', async () => {
  const vault = vaultOf()
  vault.wait = 30
  const store = storeOver(vault)
  for (const contact of sample(12)) {
    store.send(put(contact))
    await vi.advanceTimersByTimeAsync(7)
  }
  store.send(drop('contact', 'id3'))
  await vi.runAllTimersAsync()
  expect(recordIn(vault)).toEqual(store.state().record)
  expect(recordIn(vault).contact.size).toBe(11)
})

test('KEEP-2 what was refused is said, and is kept with the next change', async () => {
  const vault = vaultOf()
  const store = storeOver(vault)
  const [one, two] = sample(2)
  if (!one || !two) throw new Error('no sample')
  vault.why = 'full'
  store.send(put(one))
  await vi.runAllTimersAsync()
  expect(store.state().view.trouble).toBe('full')
  expect(vault.kept.size).toBe(0)
  vault.why = null
  store.send(put(two))
  await vi.runAllTimersAsync()
  expect(store.state().view.trouble).toBeNull()
  expect(recordIn(vault)).toEqual(store.state().record)
})

test('KEEP-350 a word that something is saved waits until it is on the phone, or refused', async () => {
  const vault = vaultOf()
  vault.wait = 30
  const store = storeOver(vault)
  const [one, two] = sample(2)
  if (!one || !two) throw new Error('no sample')
  const found: number[] = []
  const note = () => void store.settled().then(() => found.push(vault.kept.size))
  store.send(put(one))
  await vi.advanceTimersByTimeAsync(10)
  store.send(put(two), 'contact.saved')
  note()
  await vi.advanceTimersByTimeAsync(45)
  expect(found).toEqual([])
  await vi.runAllTimersAsync()
  expect(found).toEqual([vault.kept.size])
  expect(recordIn(vault)).toEqual(store.state().record)
  vault.why = 'full'
  store.send(drop('contact', one.id), 'contact.deleted')
  note()
  await vi.runAllTimersAsync()
  expect(found).toHaveLength(2)
  expect(store.state().view.trouble).toBe('full')
})

test('KEEP-480 a copy that is made while the phone still saves leaves nothing behind, nor takes anything away', async () => {
  const vault = vaultOf()
  vault.wait = 30
  const store = storeOver(vault)
  const [one, two, three] = sample(3)
  if (!one || !two || !three) throw new Error('no sample')
  store.send(put(one))
  await vi.runAllTimersAsync()
  store.send(put(two))
  store.send(drop('contact', one.id), 'contact.deleted')
  store.send(put(three))
  void store.copy(new Uint8Array(16))
  await vi.runAllTimersAsync()
  expect(recordIn(vault)).toEqual(store.state().record)
  // She takes back what she did before the copy.
  store.send(put(one))
  store.send(drop('contact', three.id))
  await vi.runAllTimersAsync()
  expect(recordIn(vault)).toEqual(store.state().record)
})

test('KEEP-6 what did not fit is kept as soon as there is more room', async () => {
  const vault = vaultOf()
  const store = storeOver(vault)
  const [one] = sample(1)
  if (!one) throw new Error('no sample')
  vault.why = 'full'
  store.send(put(one))
  await vi.runAllTimersAsync()
  expect(await store.grow()).toBe(true)
  await vi.runAllTimersAsync()
  expect(store.state().view.trouble).toBeNull()
  expect(recordIn(vault)).toEqual(store.state().record)
})

test('KEEP-3 leaving sends at once what is not kept yet, typing included', async () => {
  const vault = vaultOf()
  vault.wait = 1
  const store = storeOver(vault)
  const [one, two] = sample(2)
  if (!one || !two) throw new Error('no sample')
  store.send(put(one))
  store.send(put(two))
  store.draft('story:new', { text: 'in the middle of a sen' })
  store.leave()
  await vi.advanceTimersByTimeAsync(2)
  expect([...recordIn(vault).contact.keys()].toSorted()).toEqual(['id0', 'id1'])
  expect(recordIn(vault).draft.get('story:new')?.fields['text']).toBe('in the middle of a sen')
})

test('KEEP-3 after leaving nothing more is asked of the vault', async () => {
  const vault = vaultOf()
  vault.wait = 30
  const store = storeOver(vault)
  const [one, two] = sample(2)
  if (!one || !two) throw new Error('no sample')
  store.send(put(one))
  store.send(put(two))
  store.leave()
  const asked = vi.spyOn(vault.kept, 'set')
  await vi.advanceTimersByTimeAsync(45)
  asked.mockClear()
  await vi.runAllTimersAsync()
  expect(asked).not.toHaveBeenCalled()
  expect([...recordIn(vault).contact.keys()].toSorted()).toEqual(['id0', 'id1'])
})

test('KEEP-4 typing is kept at a pause, once, and is gone when the form is done', async () => {
  const vault = vaultOf()
  const store = storeOver(vault)
  for (const text of ['a', 'ab', 'abc']) {
    store.draft('contact:new', { person: text })
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(vault.kept.size).toBe(0)
  await vi.advanceTimersByTimeAsync(400)
  expect(recordIn(vault).draft.get('contact:new')?.fields['person']).toBe('abc')
  store.undraft('contact:new')
  await vi.runAllTimersAsync()
  expect(vault.kept.size).toBe(0)
})

test('KEEP-5 undo brings back what was deleted', async () => {
  const vault = vaultOf()
  const store = storeOver(vault)
  const [one] = sample(1)
  if (!one) throw new Error('no sample')
  store.send(put(one))
  store.send(drop('contact', one.id), 'contact.deleted')
  expect(store.state().record.contact.size).toBe(0)
  const { said } = store.state().view
  if (!said?.undo) throw new Error('nothing to take back')
  store.send(said.undo)
  await vi.runAllTimersAsync()
  expect(recordIn(vault).contact.get(one.id)).toEqual(one)
})
