import { expect, test } from 'vitest'
import { containerBytes, firstPages, headerAt, headerBytes } from '../../src/vault/layout.ts'
import type { Asked } from '../../src/vault/messages.ts'
import { rounds } from '../thorough.ts'
import { contents, item, keeperOver, type Keeper } from './desk.ts'
import { torn } from './torn.ts'
import { opening, withVaults } from './vaults.ts'

const real = '483+92*7-165'
const decoy = '111+222'
const unnamed = '333+444'
const next = { real: '7/2.5*91-63', decoy: '555+666' }

/** Three vaults in one container; the real one is open. */
const withThree = (): Promise<Keeper> => withVaults([unnamed, decoy, real])

const change: Asked<'recode'> = {
  ask: 'recode',
  code: next.real,
  others: [{ code: decoy, to: next.decoy }],
  shred: null,
}

const all = [real, decoy, unnamed, next.real, next.decoy]
const before = [real, decoy, unnamed, undefined, undefined]
const after = [undefined, undefined, undefined, real, decoy]

test('VAULT-16 new codes open what is named, and no old code opens anything', async () => {
  const keeper = await withThree()
  expect(await keeper.ask(change)).toEqual({ ok: true })
  expect(await contents(keeper)).toEqual({ 'note/1': real })
  await keeper.ask({ ask: 'commit', put: [item('note/2', 'later')], drop: [] })
  await keeper.ask({ ask: 'lock' })
  expect(await keeper.opens(next.real)).toBe(true)
  expect(await contents(keeper)).toEqual({ 'note/1': real, 'note/2': 'later' })
  expect((await opening(keeper.disk.image(), all)).notes).toEqual(after)
})

test('VAULT-16 a vault may begin while codes change, in a region of its own', async () => {
  const keeper = await withThree()
  const others = [
    { code: decoy, to: decoy },
    { begin: [item('note/1', 'new')], to: '777+888' },
  ]
  expect(await keeper.ask({ ...change, code: real, others })).toEqual({ ok: true })
  const { notes } = await opening(keeper.disk.image(), [real, decoy, unnamed, '777+888'])
  expect(notes).toEqual([real, decoy, undefined, 'new'])
})

test('VAULT-17 every byte of the container is new, and nothing of an old header is left', async () => {
  const keeper = await withThree()
  await keeper.ask({ ask: 'remember', state: '{"shown":"7"}' })
  const old = keeper.disk.image()
  await keeper.ask(change)
  const image = keeper.disk.image()
  expect(image.length).toBe(old.length)
  const alike = (from: number, to: number): number =>
    image.subarray(from, to).filter((byte, at) => byte === old[from + at]).length / (to - from)
  for (let at = 0; at < image.length; at += headerBytes) {
    expect(alike(at, Math.min(image.length, at + headerBytes))).toBeLessThan(0.012)
  }
  const mixed = image.slice()
  mixed.set(old.subarray(headerAt(0, 0), headerAt(3, 1)), headerAt(0, 0))
  expect((await opening(mixed, [real, decoy, unnamed])).notes).toEqual(Array(3).fill(undefined))
  expect(await keeper.ask({ ask: 'wake' })).toMatchObject({ state: '{"shown":"7"}' })
})

test('VAULT-18 a kill at every 4 KiB of changing codes leaves all old codes or all new ones', async () => {
  const keeper = await withThree()
  await keeper.ask({ ask: 'lock' })
  await keeper.opens(real)
  const start = keeper.disk.image()
  keeper.disk.writes()
  await keeper.ask(change)
  let olds = 0
  let news = 0
  for (const image of torn(start, keeper.disk.writes(), rounds(1, 5, 16))) {
    const found = await opening(image, all)
    const isOld = found.notes[0] !== undefined
    expect(found.notes).toEqual(isOld ? before : after)
    expect(found.image.length).toBe(containerBytes(firstPages))
    if (isOld) olds += 1
    else news += 1
  }
  expect(olds).toBeGreaterThan(30)
  expect(news).toBeGreaterThan(15)
}, 600_000)

test('VAULT-18 a phone without room for it keeps the old codes, and what is open stays open', async () => {
  const keeper = await withThree()
  keeper.disk.most = 12_000_000
  expect(await keeper.ask(change)).toEqual({ ok: false, why: 'full' })
  expect(keeper.disk.size()).toBe(containerBytes(firstPages))
  expect(await keeper.ask({ ask: 'commit', put: [item('a', 'b')], drop: ['a'] })).toEqual({
    ok: true,
  })
  expect((await opening(keeper.disk.image(), all)).notes).toEqual(before)
})

test.each([
  ['the new code twice', { others: [{ code: decoy, to: next.real }] }, 'same', 0],
  ['the same in other signs', { others: [{ begin: [], to: '٧÷2,5×91−63' }] }, 'same', 0],
  ['a shred code that is taken', { shred: { code: next.decoy, opens: 0 } }, 'same', 1],
  ['a code that opens nothing', { others: [{ code: '1+1', to: '2+2' }] }, 'unknown', 0],
  ['the code of what is open', { others: [{ code: real, to: '2+2' }] }, 'unknown', 0],
  [
    'one vault twice',
    {
      others: [
        { code: decoy, to: '2+2' },
        { code: decoy, to: '3+3' },
      ],
    },
    'unknown',
    1,
  ],
])('VAULT-19 refused, with its place, and nothing written: %s', async (_, part, why, at) => {
  const keeper = await withThree()
  keeper.disk.writes()
  expect(await keeper.ask({ ...change, ...part })).toEqual({ ok: false, why, at })
  expect(keeper.disk.writes()).toEqual([])
  expect(await contents(keeper)).toEqual({ 'note/1': real })
})

test('VAULT-19 more vaults than there are regions, or more than a region holds, are refused', async () => {
  const keeper = await withThree()
  const many = ['1+1', '2+2', '3+3', '4+4'].map((to) => ({ begin: [], to }))
  expect(await keeper.ask({ ...change, others: many })).toEqual({ ok: false, why: 'full' })
  const large = [{ begin: [item('a', 'x'.repeat(3_000_000))], to: '1+1' }]
  expect(await keeper.ask({ ...change, others: large })).toEqual({ ok: false, why: 'full' })
  expect((await opening(keeper.disk.image(), all)).notes).toEqual(before)
})

test('VAULT-8 a page that will not open is carried over as it is when codes change', async () => {
  const keeper = await withThree()
  await keeper.ask({ ask: 'commit', put: [item('one', '1'.repeat(60_000))], drop: [] })
  await keeper.ask({ ask: 'commit', put: [item('two', '2'.repeat(60_000))], drop: [] })
  keeper.disk.writes()
  await keeper.ask({ ask: 'commit', put: [item('one', '3'.repeat(60_000))], drop: [] })
  const page = keeper.disk.writes().find(({ bytes }) => bytes.length === 65_536)
  await keeper.ask({ ask: 'lock' })
  const spoiled = keeper.disk.image()
  const at = (page?.at ?? 0) + 9
  spoiled[at] = (spoiled[at] ?? 0) ^ 1
  const later = keeperOver(spoiled)
  await later.opens(real)
  expect(await later.ask(change)).toEqual({ ok: true })
  expect(await later.ask({ ask: 'read' })).toMatchObject({ damaged: 1 })
  const kept = later.disk.image()
  expect(kept.slice(page?.at, (page?.at ?? 0) + 65_536)).toEqual(
    spoiled.slice(page?.at, (page?.at ?? 0) + 65_536),
  )
  kept[at] = (kept[at] ?? 0) ^ 1
  const mended = keeperOver(kept)
  await mended.opens(next.real)
  expect(await mended.names()).toEqual(['note/1', 'one', 'two'])
})

test('VAULT-20 another vault is looked into and refreshed by its code, and this one stays open', async () => {
  const keeper = await withThree()
  const looked = await keeper.ask({ ask: 'peek', code: decoy })
  expect(looked).toMatchObject({ items: [['note/1', expect.any(Uint8Array)]] })
  const put = [item('note/2', 'fresh')]
  expect(await keeper.ask({ ask: 'refresh', code: decoy, put, drop: ['note/1'] })).toEqual({
    ok: true,
  })
  await keeper.ask({ ask: 'commit', put: [item('note/3', 'mine')], drop: [] })
  expect(await contents(keeper)).toEqual({ 'note/1': real, 'note/3': 'mine' })
  await keeper.opens(decoy)
  expect(await contents(keeper)).toEqual({ 'note/2': 'fresh' })
})

test('VAULT-20 a wrong code and the code of what is open lead beside nothing', async () => {
  const keeper = await withThree()
  for (const code of ['1+1', real]) {
    expect(await keeper.ask({ ask: 'peek', code })).toEqual({ items: null })
    expect(await keeper.ask({ ask: 'refresh', code, put: [item('a', 'b')], drop: [] })).toEqual({
      ok: false,
      why: 'unknown',
    })
  }
  expect(await contents(keeper)).toEqual({ 'note/1': real })
})

test('VAULT-42 only the code that opened this is confirmed as its own', async () => {
  const keeper = await withThree()
  const mine = (code: string) => keeper.ask({ ask: 'confirm', code })
  expect(await mine(real)).toEqual({ mine: true })
  for (const code of [decoy, unnamed, '9+9', '']) expect(await mine(code)).toEqual({ mine: false })
  await keeper.ask({ ...change, shred: { code: '8*8*8', opens: 0 } })
  expect(await mine(real)).toEqual({ mine: false })
  expect(await mine('8*8*8')).toEqual({ mine: false })
  expect(await mine(next.real)).toEqual({ mine: true })
  expect(await contents(keeper)).toEqual({ 'note/1': real })
})
