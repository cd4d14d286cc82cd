import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AskVault } from '../../src/disguise/line.ts'
import { drop, put } from '../../src/record/record.ts'
import { firstSetting } from '../../src/record/setting.ts'
import { emptyTrash } from '../../src/record/trash.ts'
import { recordIn, sample, storeOver, vaultOf } from './holding.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

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

/** A full vault, where something goes in only once something is let go by itself. */
const fullVault = () => {
  const vault = vaultOf()
  const asked: number[] = []
  let isFull = false
  const ask = (async (question: Parameters<AskVault>[0]) => {
    if (question.ask !== 'commit') throw new Error('not asked here')
    asked.push(question.put.length)
    if (isFull && question.put.length > 0) return { ok: false, why: 'full' }
    if (question.drop.length > 0) isFull = false
    return vault.ask(question)
  }) as AskVault
  return { ...vault, ask, asked, fill: () => void (isFull = true) }
}

test('KEEP-481 in a full place the trash can be emptied, and what did not fit is kept after it', async () => {
  const vault = fullVault()
  const store = storeOver(vault)
  const [one, two] = sample(2)
  if (!one || !two) throw new Error('no sample')
  store.send(put(one))
  store.send(drop('contact', one.id), 'contact.deleted')
  await vi.runAllTimersAsync()
  expect(recordIn(vault).past.size).toBe(1)
  vault.fill()
  store.send(put(two))
  await vi.runAllTimersAsync()
  expect(store.state().view.trouble).toBe('full')
  store.send(emptyTrash)
  await vi.runAllTimersAsync()
  expect(store.state().view.trouble).toBeNull()
  expect(recordIn(vault)).toEqual(store.state().record)
  expect(recordIn(vault).contact.size).toBe(1)
})

test('KEEP-481 what can be taken back never goes before what brings it back is kept', async () => {
  const vault = fullVault()
  const store = storeOver(vault)
  const [one] = sample(1)
  if (!one) throw new Error('no sample')
  store.send(put(one))
  await vi.runAllTimersAsync()
  vault.fill()
  store.send(drop('contact', one.id), 'contact.deleted')
  await vi.runAllTimersAsync()
  expect(store.state().view.trouble).toBe('full')
  expect(recordIn(vault).contact.size).toBe(1)
  // With the trash she lets it go for good, and only what the app notes by itself waits.
  store.send(put({ ...firstSetting, idle: 2 }))
  await vi.runAllTimersAsync()
  expect(recordIn(vault).contact.size).toBe(1)
  store.send(emptyTrash)
  await vi.runAllTimersAsync()
  expect(store.state().view.trouble).toBeNull()
  expect(recordIn(vault)).toEqual(store.state().record)
})
