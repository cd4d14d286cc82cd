import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import { derive } from '../../src/crypto/derive.ts'
import { stretch } from '../../src/crypto/stretch.ts'
import { findPreamble } from '../../src/vault/preamble.ts'
import { findVault } from '../../src/vault/region.ts'
import { readContainer, readPreamble, type Stretch } from './containerReader.ts'
import { contents, item, keeperOver } from './desk.ts'
import { memoryDisk } from './memoryDisk.ts'

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

/** What stands around the pages, as the vault's own code reads it. */
const around = async (image: Uint8Array, typed: string) => {
  const disk = memoryDisk(image)
  const preamble = await findPreamble(disk)
  if (!preamble) throw new Error('no beginning')
  const { cost, pages, salt, ...rest } = preamble
  const numbers = { ...cost, pages }
  const secret = quick(typed, Buffer.from(salt), numbers)
  const found = findVault(sodium, disk, pages, derive(sodium, secret, 'root 1'))
  if (!found) return { preamble: { ...rest, ...numbers }, header: null }
  const { generation, seen, daring, beside } = found.header
  return { preamble: { ...rest, ...numbers }, header: { generation, seen, daring, beside } }
}

/** The same, as the second reader does. */
const aroundAgain = (image: Uint8Array, typed: string) => {
  const { salt, ...preamble } = readPreamble(image)
  expect(salt).toHaveLength(16)
  const [newest] = readContainer(sodium, image, typed, quick).toSorted(
    (a, b) => b.generation - a.generation,
  )
  if (!newest) return { preamble, header: null }
  const { generation, seen, daring, beside } = newest
  const known = beside && { region: beside.region, key: new Uint8Array(beside.key) }
  return { preamble, header: { generation, seen, daring, beside: known } }
}

test('CONTAINER-8 tries, chances, what she has seen and which vault is known read alike', async () => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'wake' })
  const read = async () => {
    const own = await around(keeper.disk.image(), code)
    expect(aroundAgain(keeper.disk.image(), code)).toEqual(own)
    return own
  }
  expect(await read()).toMatchObject({ preamble: { chances: 3, tried: 0 }, header: null })
  await keeper.ask({ ask: 'setUp', code })
  const others = [{ begin: [item('note/1', 'shown')], to: '22+22' }]
  await keeper.ask({ ask: 'recode', code, others, shred: null })
  await keeper.ask({ ask: 'lock' })
  const known = { region: expect.any(Number) }
  expect(await read()).toMatchObject({ header: { seen: 1, daring: false, beside: known } })
  for (const wrong of ['1+2', '3+4']) await keeper.opens(wrong)
  keeper.clock.now += 7_000
  await keeper.opens(code)
  expect(await read()).toMatchObject({ preamble: { chances: 0, tried: 4 }, header: { seen: 1 } })
  await keeper.ask({ ask: 'tries' })
  await keeper.ask({ ask: 'lock' })
  expect(await read()).toMatchObject({ header: { seen: 4 } })
})

test('CONTAINER-8 a header that dares a dearer cost reads alike in the midst of it', async () => {
  let ms = 0
  let isQuick = false
  let image: Uint8Array | null = null
  const now = () => (isQuick ? ms : (ms += 1_000))
  const keeper = keeperOver(
    undefined,
    (typed, salt, cost) => {
      if (isQuick && cost.memory > 65_536) image ??= keeper.disk.image()
      return Promise.resolve(quick(typed, Buffer.from(salt), { ...cost, pages: 32 }))
    },
    memoryDisk(),
    'file',
    { now, memory: 8 },
  )
  await keeper.ask({ ask: 'setUp', code })
  isQuick = true
  await keeper.ask({ ask: 'recode', code, others: [], shred: null })
  const middle = image ?? new Uint8Array(0)
  expect((await around(middle, code)).header?.daring).toBe(true)
  expect(aroundAgain(middle, code)).toEqual(await around(middle, code))
})
