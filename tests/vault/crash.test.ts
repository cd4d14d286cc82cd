import { expect, test } from 'vitest'
import { rounds } from '../thorough.ts'
import { contents, item, keeperOver, type Keeper } from './desk.ts'
import { torn } from './torn.ts'

const code = '483+92*7-165'

/** A vault with two entries: still open since its set-up, or opened again from a dead phone. */
const withTwo = async (how: 'open' | 'opened again'): Promise<Keeper> => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'setUp', code })
  await keeper.ask({ ask: 'commit', put: [item('a', 'before'), item('b', 'stays')], drop: [] })
  if (how === 'open') return keeper
  const later = keeperOver(keeper.disk.image())
  await later.opens(code)
  return later
}

test.each(['open', 'opened again'] as const)(
  'VAULT-10 a kill at every 4 KiB of a save leaves the state before it or after it, %s',
  async (how) => {
    const keeper = await withTwo(how)
    const start = keeper.disk.image()
    keeper.disk.writes()
    await keeper.ask({ ask: 'commit', put: [item('a', 'after')], drop: ['b'] })
    const writes = keeper.disk.writes()
    expect(writes.length).toBeGreaterThanOrEqual(3)
    let olds = 0
    let news = 0
    for (const image of torn(start, writes, 1)) {
      const later = keeperOver(image)
      expect(await later.opens(code)).toBe(true)
      const kept = await contents(later)
      if (kept['a'] === 'before') olds += 1
      else news += 1
      expect(kept).toEqual(kept['a'] === 'before' ? { a: 'before', b: 'stays' } : { a: 'after' })
    }
    expect(olds).toBeGreaterThan(10)
    expect(news).toBeGreaterThan(2)
  },
)

test('VAULT-10 the answer comes only after the new state is on disk', async () => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'setUp', code })
  for (let n = 0; n < rounds(20, 200); n++) {
    await keeper.ask({ ask: 'commit', put: [item('n', String(n))], drop: [] })
    const later = keeperOver(keeper.disk.image())
    await later.opens(code)
    expect(await contents(later)).toEqual({ n: String(n) })
  }
})

test('VAULT-11 after a deletion no header on disk leads to the deleted page', async () => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'setUp', code })
  await keeper.ask({ ask: 'commit', put: [item('gone', 'old words')], drop: [] })
  await keeper.ask({ ask: 'commit', put: [], drop: ['gone'] })
  const image = keeper.disk.image()
  // Spoil each header copy in turn: whichever is left must not know the item either.
  const found: string[][] = []
  for (const spoil of keeper.disk.writes().filter((write) => write.bytes.length === 16_384)) {
    const spoiled = image.slice()
    spoiled.fill(7, spoil.at, spoil.at + 64)
    const later = keeperOver(spoiled)
    if (await later.opens(code)) found.push(await later.names())
  }
  expect(found.length).toBeGreaterThan(0)
  expect(found.flat()).toEqual([])
})
