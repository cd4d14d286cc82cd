import { expect, test } from 'vitest'
import type { Ask, Question } from '../../src/vault/messages.ts'
import { createLeaving, queueOf } from '../../src/vault/queue.ts'
import { ready } from '../../src/crypto/sodium.ts'
import { contents, item, keeperOver } from './desk.ts'

const code = '1+1'

/** A phone on which every other code takes for ever to be stretched, and waking is a bug. */
const slowPhone = () => {
  const leaving = createLeaving()
  const stretch = async (text: string, salt: Uint8Array): Promise<Uint8Array> => {
    if (text !== code && text !== '0') await leaving.unless(new Promise<void>(() => undefined))
    const sodium = await ready()
    return sodium.crypto_generichash(64, new TextEncoder().encode(text), salt)
  }
  const keeper = keeperOver(undefined, stretch)
  const answer = (ask: Ask) =>
    ask.ask === 'wake' ? Promise.reject(new Error('a bug')) : keeper.ask(ask)
  const told: string[] = []
  const broke: unknown[] = []
  /** Everything that was asked is done with. */
  const run = (...questions: readonly Ask[]): Promise<void> =>
    new Promise((resolve) => {
      const tell = ({ ask }: Question): void => {
        told.push(ask)
        if (ask === 'lock') resolve()
      }
      const surface = (error: unknown): void => {
        broke.push(error)
        resolve()
      }
      const take = queueOf({ keeper: { answer, rest: keeper.rest }, leaving, tell, surface })
      questions.forEach((question, id) => take({ ...question, id }))
    })
  return { keeper, run, told, broke }
}

test('VAULT-202 leaving breaks a stretching off, keeps what was to be kept, and zeroes the keys', async () => {
  const { keeper, run, told, broke } = slowPhone()
  await keeper.ask({ ask: 'setUp', code })
  await run(
    { ask: 'peek', code: '2+2' },
    { ask: 'commit', put: [item('draft/1', 'half a sente')], drop: [] },
    { ask: 'peek', code: '3+3' },
    { ask: 'lock' },
  )
  expect([told, broke]).toEqual([['commit', 'lock'], []])
  expect(keeper.disk.closed()).toBe(true)
  const later = keeperOver(keeper.disk.image())
  expect(await later.opens(code)).toBe(true)
  expect(await contents(later)).toEqual({ 'draft/1': 'half a sente' })
})

test('VAULT-202 a change of codes that is broken off leaves the old ones', async () => {
  const { keeper, run, told, broke } = slowPhone()
  await keeper.ask({ ask: 'setUp', code })
  await keeper.ask({ ask: 'commit', put: [item('note/1', 'kept')], drop: [] })
  await run({ ask: 'recode', code: '2+2', others: [], shred: null }, { ask: 'lock' })
  expect([told, broke]).toEqual([['lock'], []])
  const later = keeperOver(keeper.disk.image())
  expect(await later.opens('2+2')).toBe(false)
  expect(await later.opens(code)).toBe(true)
  expect(await contents(later)).toEqual({ 'note/1': 'kept' })
})

test('VAULT-202 something that breaks locks what is open before it is told', async () => {
  const { keeper, run, told, broke } = slowPhone()
  await keeper.ask({ ask: 'setUp', code })
  await run({ ask: 'wake' })
  expect(told).toEqual([])
  expect(broke).toHaveLength(1)
  expect(keeper.disk.closed()).toBe(true)
})

test('VAULT-503 what the browser breaks off while she stays is told as a fault, not taken for her leaving', async () => {
  const leaving = createLeaving()
  const asked: string[] = []
  const answer = (ask: Ask): Promise<Record<string, never>> => {
    asked.push(ask.ask)
    // As a browser does that closes a database by force.
    return ask.ask === 'commit'
      ? Promise.reject(new DOMException('closed', 'AbortError'))
      : Promise.resolve({})
  }
  const broke = new Promise((surface) => {
    const rest = (): Promise<boolean> => Promise.resolve(false)
    const take = queueOf({ keeper: { answer, rest }, leaving, tell: () => undefined, surface })
    take({ ask: 'commit', put: [], drop: [], id: 0 })
  })
  expect(await broke).toMatchObject({ name: 'AbortError' })
  expect(asked).toEqual(['commit', 'lock'])
})
