import { expect, test } from 'vitest'
import { item, contents, keeperOver, type Keeper } from './desk.ts'
import { withVaults } from './vaults.ts'

const [real, decoy] = ['483+92*7-165', '111+222']
const minute = 60_000

const look = async (keeper: Keeper, name = 'note/1') => {
  const answer = await keeper.ask({ ask: 'lookBeside', name })
  if (!('beside' in answer)) throw new Error('no look')
  const { beside } = answer
  return beside && { ...beside, text: beside.bytes && new TextDecoder().decode(beside.bytes) }
}

/** Both vaults after a change of codes; the real one is open. */
const withDecoy = async (): Promise<Keeper> => {
  const keeper = await withVaults([real])
  const others = [{ begin: [item('note/1', 'shown')], to: decoy }]
  expect(await keeper.ask({ ask: 'recode', code: real, others, shred: null })).toEqual({ ok: true })
  return keeper
}

const tries = async (keeper: Keeper): Promise<readonly number[]> => {
  const answer = await keeper.ask({ ask: 'tries' })
  if (!('times' in answer)) throw new Error('no times')
  return answer.times
}

test('VAULT-40 what is kept beside counts as seen there, as if that one had been opened', async () => {
  const keeper = await withDecoy()
  await keeper.opens('9+9')
  const wrong = Math.floor(keeper.clock.now / minute)
  keeper.clock.now += 5 * minute
  await keeper.opens(real)
  expect(await look(keeper)).toMatchObject({ text: 'shown', times: [wrong] })
  expect(await keeper.ask({ ask: 'keepBeside', put: [item('note/1', 'opened')] })).toEqual({
    ok: true,
  })
  expect(await look(keeper)).toMatchObject({ text: 'opened', times: [] })
  await keeper.opens(decoy)
  expect(await contents(keeper)).toEqual({ 'note/1': 'opened' })
  expect(await tries(keeper)).toEqual([])
})

test('VAULT-40 the key stays known in other sessions and over another change of codes', async () => {
  const keeper = await withDecoy()
  await keeper.ask({ ask: 'lock' })
  const later = keeperOver(keeper.disk.image())
  await later.opens(real)
  expect(await look(later)).toMatchObject({ text: 'shown' })
  const others = [{ code: decoy, to: '555+666' }]
  await later.ask({ ask: 'recode', code: real, others, shred: null })
  expect(await look(later)).toMatchObject({ text: 'shown' })
  await later.ask({ ask: 'recode', code: real, others: [], shred: null })
  expect(await look(later)).toBeNull()
  expect(await later.ask({ ask: 'keepBeside', put: [] })).toEqual({ ok: false, why: 'unknown' })
})

test('VAULT-40 a look by its code is enough to know it, and what is gone is not there', async () => {
  const keeper = await withVaults([decoy, real])
  expect(await look(keeper)).toBeNull()
  await keeper.ask({ ask: 'peek', code: decoy })
  await keeper.ask({ ask: 'lock' })
  await keeper.opens(real)
  expect(await look(keeper)).toMatchObject({ text: decoy })
  expect(await look(keeper, 'note/2')).toMatchObject({ bytes: null })
  const set = { ask: 'setUp' } as const
  for (const code of ['1+1', '2+2', '3+3']) await keeper.ask({ ...set, code })
  expect(await keeper.opens(real)).toBe(true)
  expect(await look(keeper)).toBeNull()
})

test('VAULT-40 the decoy knows of no other, also when it was carried over', async () => {
  const keeper = await withDecoy()
  await keeper.ask({ ask: 'peek', code: decoy })
  const others = [{ code: decoy, to: decoy }]
  await keeper.ask({ ask: 'recode', code: real, others, shred: null })
  await keeper.ask({ ask: 'keepBeside', put: [item('note/1', 'opened')] })
  await keeper.opens(decoy)
  expect(await look(keeper)).toBeNull()
})
