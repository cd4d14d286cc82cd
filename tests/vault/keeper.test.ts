import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { containerBytes, firstPages, headerAt, regions } from '../../src/vault/layout.ts'
import { contents, item, keeperOver, type Keeper } from './desk.ts'

const code = '483+92*7-165'

const setUp = async (): Promise<Keeper> => {
  const keeper = keeperOver()
  expect(await keeper.ask({ ask: 'setUp', code })).toEqual({ ok: true })
  return keeper
}

const commit = (keeper: Keeper, put: Record<string, string>, drop: string[] = []) =>
  keeper.ask({
    ask: 'commit',
    put: Object.entries(put).map(([name, value]) => item(name, value)),
    drop,
  })

let fresh: Uint8Array

beforeAll(async () => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'wake' })
  fresh = keeper.disk.image()
})

test('VAULT-1 the first visit makes a container of the one size that everyone has', () => {
  expect(fresh.length).toBe(containerBytes(firstPages))
  expect(fresh.length).toBe(8_527_872)
})

test('VAULT-1 a container that was cut off while it was made is made whole at the next visit', async () => {
  const keeper = keeperOver(fresh.slice(0, 3_000_001))
  await keeper.ask({ ask: 'wake' })
  expect(keeper.disk.image().length).toBe(fresh.length)
  expect(keeper.disk.image().slice(0, 3_000_001)).toEqual(fresh.slice(0, 3_000_001))
})

test('VAULT-2 the code opens what was kept under it, after a lock and on another day', async () => {
  const keeper = await setUp()
  await commit(keeper, { 'contact/1': 'Åsa', 'story/1': 'قصة' })
  await keeper.ask({ ask: 'lock' })
  expect(keeper.disk.closed()).toBe(true)
  const later = keeperOver(keeper.disk.image())
  expect(await later.opens(code)).toBe(true)
  expect(await contents(later)).toEqual({ 'contact/1': 'Åsa', 'story/1': 'قصة' })
})

test('VAULT-3 a wrong code and a container where nothing was kept give the same answer', async () => {
  const keeper = await setUp()
  await keeper.ask({ ask: 'lock' })
  const wrong = await keeper.ask({ ask: 'try', code: '483+92*7-166' })
  const empty = await keeperOver(fresh).ask({ ask: 'try', code })
  expect(wrong).toEqual({ open: false })
  expect(empty).toEqual(wrong)
})

test('VAULT-4 four set-ups stand side by side: none overwrites an earlier one', async () => {
  const keeper = keeperOver()
  const codes = Array.from({ length: regions }, (_, n) => `code number ${n}`)
  for (const own of codes) {
    await keeper.ask({ ask: 'setUp', code: own })
    await commit(keeper, { 'setting/setting': own })
    await keeper.ask({ ask: 'lock' })
  }
  for (const own of codes) {
    expect(await keeper.opens(own)).toBe(true)
    expect(await contents(keeper)).toEqual({ 'setting/setting': own })
  }
})

test('VAULT-480 a set-up with a code that opens something already begins nothing, and what is there opens', async () => {
  const keeper = await setUp()
  await commit(keeper, { 'contact/1': 'Åsa' })
  await keeper.ask({ ask: 'lock' })
  const before = keeper.disk.image()
  expect(await keeper.ask({ ask: 'setUp', code })).toEqual({ ok: false, why: 'taken' })
  expect(await keeper.names()).toEqual([])
  expect(keeper.disk.closed()).toBe(true)
  // The sectors in front hold the try; nothing behind them was touched.
  expect(keeper.disk.image().subarray(8_192)).toEqual(before.subarray(8_192))
  expect(await keeper.opens(code)).toBe(true)
  expect(await contents(keeper)).toEqual({ 'contact/1': 'Åsa' })
})

test('VAULT-480 so it is with a code that clears: what it would destroy stays', async () => {
  const keeper = await setUp()
  const others = [{ begin: [item('note/1', 'shown')], to: '2*345678' }]
  const shred = { code: '9-876543', opens: 0 }
  expect(await keeper.ask({ ask: 'recode', code, others, shred })).toEqual({ ok: true })
  expect(await keeper.ask({ ask: 'setUp', code: shred.code })).toEqual({ ok: false, why: 'taken' })
  expect(await keeper.opens(code)).toBe(true)
})

test('VAULT-481 who tries codes at set-up is written down and slowed like who types them', async () => {
  const keeper = await setUp()
  await keeper.opens(code)
  await keeper.ask({ ask: 'tries' })
  for (let n = 0; n < 45; n++) await keeper.ask({ ask: 'setUp', code })
  expect(keeper.clock.waited.filter((ms) => ms > 0).length).toBeGreaterThan(3)
  await keeper.opens(code)
  const told = await keeper.ask({ ask: 'tries' })
  expect('times' in told && told.times.length).toBe(45)
})

test('VAULT-5 any run of changes is read back as it was left', async () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const change = fc.record({
    put: fc.dictionary(name, fc.string({ maxLength: 90_000, minLength: 0 }), { maxKeys: 3 }),
    drop: fc.array(name, { maxLength: 2 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
      const keeper = keeperOver(fresh)
      await keeper.ask({ ask: 'setUp', code })
      const expected = new Map<string, string>()
      for (const { put, drop } of changes) {
        expect(await commit(keeper, put, drop)).toEqual({ ok: true })
        for (const gone of drop) expected.delete(gone)
        for (const [key, value] of Object.entries(put)) expected.set(key, value)
      }
      await keeper.ask({ ask: 'lock' })
      await keeper.opens(code)
      expect(await contents(keeper)).toEqual(Object.fromEntries(expected))
    }),
    { numRuns: 25 },
  )
})

test('VAULT-6 a story longer than a page is kept whole', async () => {
  const keeper = await setUp()
  const story = 'ش'.repeat(200_000)
  await commit(keeper, { 'story/1': story, 'story/2': 'short' })
  await keeper.ask({ ask: 'lock' })
  await keeper.opens(code)
  expect((await contents(keeper))['story/1']).toBe(story)
})

test('VAULT-39 entries are read into one buffer, so that ten thousand cross in one piece', async () => {
  const keeper = await setUp()
  const many = Array.from({ length: 2_000 }, (_, n) => [`story/${n}`, `text ${n}`] as const)
  await commit(keeper, Object.fromEntries(many))
  const answer = await keeper.ask({ ask: 'read' })
  if (!('damaged' in answer)) throw new Error('no items')
  expect(new Set(answer.items.map(([, bytes]) => bytes.buffer)).size).toBe(1)
  expect(await contents(keeper)).toEqual(Object.fromEntries(many))
})

test('VAULT-7 what does not fit is refused as a whole and leaves what was kept', async () => {
  const keeper = await setUp()
  await commit(keeper, { small: 'kept' })
  const tooMuch = 'x'.repeat(3_000_000)
  expect(await commit(keeper, { small: 'changed', big: tooMuch })).toEqual({
    ok: false,
    why: 'full',
  })
  expect(await contents(keeper)).toEqual({ small: 'kept' })
  expect(await commit(keeper, { small: 'later' })).toEqual({ ok: true })
})

/** Entries of uneven sizes, until no more of them fits. */
const filled = async (keeper: Keeper): Promise<Record<string, string>> => {
  const kept: Record<string, string> = {}
  for (const size of [29_000, 3_000, 100]) {
    for (let n = 0; ; n++) {
      const more = { [`story/${size}-${n}`]: 'x'.repeat(size + n) }
      const answer = await commit(keeper, more)
      if (!('ok' in answer && answer.ok)) break
      Object.assign(kept, more)
    }
  }
  return kept
}

test('VAULT-483 however full it is, what is let go goes, and makes room', async () => {
  const keeper = await setUp()
  const kept = await filled(keeper)
  const names = Object.keys(kept)
  expect(names.length).toBeGreaterThan(50)
  // Something of nearly every page.
  const gone = names.filter((_, n) => n % 3 === 0)
  expect(await commit(keeper, {}, gone)).toEqual({ ok: true })
  await keeper.ask({ ask: 'lock' })
  await keeper.opens(code)
  const left = Object.fromEntries(Object.entries(kept).filter(([name]) => !gone.includes(name)))
  expect(await contents(keeper)).toEqual(left)
  expect(await commit(keeper, { 'story/new': 'y'.repeat(29_000) })).toEqual({ ok: true })
})

test('VAULT-7 a phone without room gives an answer, and what was kept still opens', async () => {
  const keeper = await setUp()
  await commit(keeper, { small: 'kept' })
  keeper.disk.refuse = true
  expect(await commit(keeper, { small: 'lost' })).toEqual({ ok: false, why: 'full' })
  keeper.disk.refuse = false
  const later = keeperOver(keeper.disk.image())
  expect(await later.opens(code)).toBe(true)
  expect(await contents(later)).toEqual({ small: 'kept' })
})

test('VAULT-8 a page that was damaged loses only itself, and is never written over', async () => {
  const keeper = await setUp()
  await commit(keeper, { one: '1'.repeat(60_000) })
  await commit(keeper, { two: '2'.repeat(60_000) })
  await keeper.ask({ ask: 'lock' })
  const image = keeper.disk.image()
  const blank = await readDamaged(image)
  expect(blank.damaged).toBe(1)
  expect(blank.names.length).toBe(1)
})

/** Spoils one byte in the middle of each page in turn until a page of the vault is hit. */
const readDamaged = async (image: Uint8Array): Promise<{ damaged: number; names: string[] }> => {
  for (let at = headerAt(0, 0) + 40_000; at < image.length; at += 65_536) {
    const spoiled = image.slice()
    spoiled[at] = (spoiled[at] ?? 0) ^ 1
    const keeper = keeperOver(spoiled)
    await keeper.opens(code)
    const answer = await keeper.ask({ ask: 'read' })
    if ('damaged' in answer && answer.damaged > 0) {
      expect(await commit(keeper, { three: '3' })).toEqual({ ok: true })
      const after = await keeper.ask({ ask: 'read' })
      expect('damaged' in after && after.damaged).toBe(answer.damaged)
      return { damaged: answer.damaged, names: answer.items.map(([name]) => name) }
    }
  }
  throw new Error('no page was hit')
}

test("VAULT-9 the disguise's own state comes back, and a torn write leaves the one before", async () => {
  const keeper = keeperOver(fresh)
  await keeper.ask({ ask: 'remember', state: '{"shown":"7"}' })
  await keeper.ask({ ask: 'remember', state: '{"shown":"8"}' })
  expect(await keeper.ask({ ask: 'wake' })).toEqual({ state: '{"shown":"8"}', storage: 'file' })
  keeper.disk.writes()
  await keeper.ask({ ask: 'remember', state: '{"shown":"9"}' })
  const torn = keeper.disk.image()
  const last = keeper.disk.writes().at(-1)
  torn.fill(0, (last?.at ?? 0) + 700, (last?.at ?? 0) + 1_920)
  expect(await keeperOver(torn).ask({ ask: 'wake' })).toMatchObject({ state: '{"shown":"8"}' })
})
