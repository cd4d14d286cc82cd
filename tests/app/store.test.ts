import { beforeEach, expect, test, vi } from 'vitest'
import { drop, put } from '../../src/record/record.ts'
import { recordIn, sample, storeOver, vaultOf } from './holding.ts'

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
