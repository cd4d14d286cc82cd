import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import { stretch } from '../../src/crypto/stretch.ts'
import { readContainer, readPreamble, type Stretch } from './containerReader.ts'
import { contents, item, keeperOver } from './desk.ts'

// The reader knows the format's page alone; what the vault writes must be readable to it.

const code = '483+92*7-165'

const quick: Stretch = (typed, salt) =>
  sodium.crypto_generichash(64, new TextEncoder().encode(typed), salt)

beforeAll(() => sodium.ready)

test('CONTAINER-1 a code typed in any script opens the container with the real hash', async () => {
  const keeper = keeperOver(undefined, stretch)
  await keeper.ask({ ask: 'setUp', code })
  await keeper.ask({ ask: 'commit', put: [item('contact/1', 'Åsa')], drop: [] })
  const [newest] = readContainer(sodium, keeper.disk.image(), '٤٨٣+٩٢×7−165')
  expect(newest?.entries).toEqual({ 'contact/1': 'Åsa' })
  expect(readContainer(sodium, keeper.disk.image(), '483+92*7-166')).toEqual([])
}, 60_000)

test('CONTAINER-1 what was kept, changed and dropped reads alike, long and short', async () => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'setUp', code })
  const story = 'قصة طويلة '.repeat(20_000)
  await keeper.ask({
    ask: 'commit',
    put: [item('story/1', story), item('contact/1', 'Åsa'), item('contact/2', '')],
    drop: [],
  })
  await keeper.ask({ ask: 'commit', put: [item('contact/3', 'نور')], drop: ['contact/1'] })
  await keeper.ask({ ask: 'lock' })
  const read = readContainer(sodium, keeper.disk.image(), code, quick)
  await keeper.opens(code)
  const expected = { 'story/1': story, 'contact/2': '', 'contact/3': 'نور' }
  expect(await contents(keeper)).toEqual(expected)
  // Both header copies, since the lock made them alike.
  expect(read.map(({ entries }) => entries)).toEqual([expected, expected])
})

test('CONTAINER-1 four vaults in one container are read apart, each from a region of its own', async () => {
  const keeper = keeperOver()
  const codes = ['11+11', '22+22', '33+33', '44+44']
  for (const own of codes) {
    await keeper.ask({ ask: 'setUp', code: own })
    await keeper.ask({ ask: 'commit', put: [item('note', own)], drop: [] })
    await keeper.ask({ ask: 'lock' })
  }
  const image = keeper.disk.image()
  const read = codes.map((own) => readContainer(sodium, image, own, quick))
  expect(read.map(([copy]) => copy?.entries)).toEqual(codes.map((note) => ({ note })))
  expect(new Set(read.flat().map(({ region }) => region)).size).toBe(4)
})

test("CONTAINER-2 the disguise's own state reads alike without a code", async () => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'wake' })
  expect(readPreamble(keeper.disk.image()).state).toBe('')
  for (const state of ['{"shown":"7"}', '{"shown":"٨"}', '{"shown":"9"}']) {
    await keeper.ask({ ask: 'remember', state })
    expect(readPreamble(keeper.disk.image()).state).toBe(state)
  }
})

test('CONTAINER-3 no byte of a header or page may differ, and none may stand elsewhere', async () => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'setUp', code })
  await keeper.ask({ ask: 'commit', put: [item('a', 'words')], drop: [] })
  await keeper.ask({ ask: 'lock' })
  const image = keeper.disk.image()
  const [copy] = readContainer(sodium, image, code, quick)
  const regionAt = 8_192 + (copy?.region ?? 0) * 2_129_920
  const swapped = image.slice()
  swapped.copyWithin(regionAt, regionAt + 16_384, regionAt + 32_768)
  expect(readContainer(sodium, swapped, code, quick)).toHaveLength(1)
  expect(await keeperOver(swapped).opens(code)).toBe(true)
  swapped[regionAt + 16_384 + 5_000] = (swapped[regionAt + 16_384 + 5_000] ?? 0) ^ 1
  expect(readContainer(sodium, swapped, code, quick)).toEqual([])
  expect(await keeperOver(swapped).opens(code)).toBe(false)
})
