import { beforeAll, expect, test } from 'vitest'
import { firstPages, headerAt, pageAt } from '../../src/vault/layout.ts'
import { rounds } from '../thorough.ts'
import { widenTo } from './chunks.ts'
import { contents, item, keeperOver, type Keeper } from './desk.ts'
import { torn } from './torn.ts'
import { notesIn, opening, withVaults } from './vaults.ts'

const [real, decoy, other, shred] = ['1+1', '2+2', '3+3', '4+4']

/** Three vaults and a shred code that leads to the decoy, as they lie on the phone. */
const armed = async (): Promise<Uint8Array> => {
  const keeper = await withVaults([other, decoy, real])
  const others = [
    { code: other, to: other },
    { code: decoy, to: decoy },
  ]
  const answer = await keeper.ask({
    ask: 'recode',
    code: real,
    others,
    shred: { code: shred, opens: 1 },
  })
  expect(answer).toEqual({ ok: true })
  await keeper.ask({ ask: 'lock' })
  return keeper.disk.image()
}

let phone: Uint8Array

beforeAll(async () => {
  phone = await armed()
})

const restAll = async (keeper: Keeper): Promise<void> => {
  while (await keeper.rest()) continue
}

test('VAULT-21 a shred code opens its decoy, again and again, and no other code opens anything', async () => {
  const keeper = keeperOver(phone)
  expect(await notesIn(keeper, [other, decoy, real])).toEqual([other, decoy, real])
  expect(await keeper.opens(shred)).toBe(true)
  expect(await contents(keeper)).toEqual({ 'note/1': decoy })
  await keeper.ask({ ask: 'commit', put: [item('note/2', 'kept')], drop: [] })
  await keeper.ask({ ask: 'lock' })
  expect(await notesIn(keeper, [other, decoy, real])).toEqual([undefined, undefined, undefined])
  expect(await keeper.opens(shred)).toBe(true)
  expect(await contents(keeper)).toEqual({ 'note/1': decoy, 'note/2': 'kept' })
})

test('VAULT-21 a shred code opens a decoy that began together with it', async () => {
  const keeper = await withVaults([real])
  const others = [{ begin: [item('note/1', decoy)], to: decoy }]
  const arm = { code: shred, opens: 0 }
  await keeper.ask({ ask: 'recode', code: real, others, shred: arm })
  await keeper.ask({ ask: 'lock' })
  expect(await notesIn(keeper, [real, decoy, shred, real, decoy, shred])).toEqual([
    real,
    decoy,
    decoy,
    undefined,
    undefined,
    decoy,
  ])
})

test('VAULT-21 nothing of a shred code shows before it is typed: it is looked for beside nothing', async () => {
  const keeper = keeperOver(phone)
  await keeper.opens(real)
  expect(await keeper.ask({ ask: 'peek', code: shred })).toEqual({ items: null })
  await keeper.ask({ ask: 'lock' })
  expect(await notesIn(keeper, [other, decoy, real])).toEqual([other, decoy, real])
})

test('VAULT-200 whether a code clears is told to what it would clear, and destroys nothing', async () => {
  const keeper = keeperOver(phone)
  const clears = (code: string) => keeper.ask({ ask: 'clears', code })
  await keeper.opens(real)
  expect(await clears(shred)).toEqual({ clears: true })
  for (const code of [real, decoy, '9+9']) expect(await clears(code)).toEqual({ clears: false })
  await keeper.opens(decoy)
  expect(await clears(shred)).toEqual({ clears: false })
  await keeper.ask({ ask: 'lock' })
  expect(await notesIn(keeper, [other, decoy, real])).toEqual([other, decoy, real])
})

test('VAULT-22 old headers that are laid back lead to nothing, once the rest is overwritten', async () => {
  const keeper = keeperOver(phone)
  await keeper.opens(shred)
  await restAll(keeper)
  const image = keeper.disk.image()
  for (const region of [0, 1, 2, 3]) {
    const at = headerAt(region, 0)
    image.set(phone.subarray(at, at + 32_768), at)
  }
  const later = keeperOver(image)
  for (const code of [real, other]) {
    await later.opens(code)
    expect(await contents(later)).toEqual({})
  }
})

/** The places of a region's pages that are as they were. */
const pagesLeft = (image: Uint8Array, region: number): number[] =>
  Array.from({ length: firstPages }, (_, slot) => slot).filter((slot) => {
    const at = pageAt(region, slot)
    return Buffer.compare(image.subarray(at, at + 64), phone.subarray(at, at + 64)) === 0
  })

const inAll = (image: Uint8Array): number =>
  [0, 1, 2, 3].reduce((sum, region) => sum + pagesLeft(image, region).length, 0)

test('VAULT-201 what a kill left is overwritten at the next opening, once and no more', async () => {
  const keeper = keeperOver(phone)
  await keeper.opens(shred)
  for (let step = 0; step < 5; step++) await keeper.rest()
  const killed = keeper.disk.image()
  expect(inAll(killed)).toBeGreaterThan(firstPages * 2)

  const later = keeperOver(killed)
  expect(await later.opens(shred)).toBe(true)
  await later.ask({ ask: 'commit', put: [item('note/2', 'kept')], drop: [] })
  await restAll(later)
  expect(inAll(later.disk.image())).toBeLessThan(firstPages + 1)
  await later.ask({ ask: 'lock' })
  expect(await later.opens(shred)).toBe(true)
  expect(await contents(later)).toEqual({ 'note/1': decoy, 'note/2': 'kept' })
  later.disk.writes()
  expect(await later.rest()).toBe(false)
  expect(later.disk.writes()).toEqual([])
})

test('VAULT-201 a vault that was begun before the next opening is left as it is', async () => {
  const keeper = keeperOver(phone)
  await keeper.opens(shred)
  await keeper.rest()
  const later = keeperOver(keeper.disk.image())
  await later.ask({ ask: 'setUp', code: '7+7' })
  await later.ask({ ask: 'commit', put: [item('note/1', 'begun')], drop: [] })
  await later.ask({ ask: 'lock' })
  await later.opens(shred)
  await restAll(later)
  expect(await notesIn(later, ['7+7', shred, '7+7'])).toEqual(['begun', decoy, 'begun'])
})

test.each(['busy', 'shut'] as const)(
  'VAULT-701 attachments that are %s while the rest is overwritten are overwritten once they open, and once only',
  async (why) => {
    const keeper = keeperOver(phone)
    await keeper.opens(real)
    await widenTo(keeper, 8)
    await keeper.ask({ ask: 'lock' })
    const before = keeper.space.image()
    const isChanged = (): boolean => Buffer.compare(keeper.space.image(), before) !== 0
    keeper.keptFrom.why = why
    await keeper.opens(shred)
    await restAll(keeper)
    await keeper.ask({ ask: 'lock' })
    expect(isChanged()).toBe(false)

    keeper.keptFrom.why = null
    await keeper.opens(shred)
    await restAll(keeper)
    expect(isChanged()).toBe(true)
    await keeper.ask({ ask: 'lock' })
    const after = keeper.space.image()
    await keeper.opens(shred)
    await restAll(keeper)
    expect(Buffer.compare(keeper.space.image(), after)).toBe(0)
  },
)

test('VAULT-22 a lock overwrites what is left of it, and changing codes waits for it', async () => {
  const keeper = keeperOver(phone)
  await keeper.opens(shred)
  const begin = [item('note/1', 'begun')]
  await keeper.ask({ ask: 'recode', code: '5+5', others: [{ begin, to: '6+6' }], shred: null })
  await restAll(keeper)
  expect(await notesIn(keeper, ['5+5', '6+6'])).toEqual([decoy, 'begun'])
})

test('VAULT-23 a kill at any point of shredding leaves a shred code that still shreds', async () => {
  const keeper = keeperOver(phone)
  await keeper.ask({ ask: 'wake' })
  keeper.disk.writes()
  await keeper.opens(shred)
  await restAll(keeper)
  const writes = keeper.disk.writes()
  let step = 0
  let whole = 0
  for (const image of torn(phone, writes, 1)) {
    step += 1
    if (step % (step > 60 ? rounds(400, 20, 5) : rounds(4, 1)) > 0) continue
    const first = (await opening(image, [real])).notes[0]
    if (first === real) whole += 1
    const { notes } = await opening(image, [shred, other, real, shred])
    expect(notes).toEqual([decoy, undefined, undefined, decoy])
  }
  expect(whole).toBeGreaterThan(0)
}, 600_000)

test('VAULT-21 it destroys the others also when its decoy is damaged, and then opens nothing', async () => {
  const keeper = keeperOver(phone)
  await keeper.opens(decoy)
  keeper.disk.writes()
  await keeper.ask({ ask: 'commit', put: [item('a', 'b')], drop: ['c'] })
  const image = keeper.disk.image()
  for (const { at, bytes } of keeper.disk.writes()) image.fill(0, at, at + bytes.length)
  const { notes } = await opening(image, [shred, decoy, real, other])
  expect(notes).toEqual([undefined, undefined, undefined, undefined])
})
