import { expect, test } from 'vitest'
import { containerBytes } from '../../src/vault/layout.ts'
import { rounds } from '../thorough.ts'
import { contents, item, keeperOver } from './desk.ts'
import { readContainer } from './containerReader.ts'
import { torn } from './torn.ts'
import { notesIn, opening, withVaults } from './vaults.ts'
import sodium from 'libsodium-wrappers-sumo'

const codes = ['1+1', '2+2', '3+3']
const quick = (typed: string, salt: Uint8Array): Uint8Array =>
  sodium.crypto_generichash(64, new TextEncoder().encode(typed), salt)

const story = 'x'.repeat(1_900_000)
const keep = (name: string) => ({ ask: 'commit', put: [item(name, story)], drop: [] }) as const

test('VAULT-24 what does not fit fits after growing, and every vault has grown', async () => {
  const keeper = await withVaults(codes)
  expect(await keeper.ask(keep('story/1'))).toEqual({ ok: true })
  expect(await keeper.ask(keep('story/2'))).toEqual({ ok: false, why: 'full' })
  const room = { slots: 0, grown: false }
  expect(await keeper.ask({ ask: 'space' })).toEqual(room)
  expect(await keeper.ask({ ask: 'grow' })).toEqual({ ok: true })
  expect(await keeper.ask({ ask: 'space' })).toEqual({ ...room, grown: true })
  expect(await keeper.ask(keep('story/2'))).toEqual({ ok: true })
  expect(keeper.disk.size()).toBe(containerBytes(64))
  expect(await notesIn(keeper, codes)).toEqual(codes)
  await keeper.opens('1+1')
  await keeper.ask(keep('story/1'))
  expect(await keeper.ask(keep('story/2'))).toEqual({ ok: true })
  await keeper.opens('3+3')
  expect(await contents(keeper)).toEqual({ 'note/1': '3+3', 'story/1': story, 'story/2': story })
  await keeper.ask({ ask: 'lock' })
  const [read] = readContainer(sodium, keeper.disk.image(), '3+3', quick)
  expect(read?.entries).toEqual({ 'note/1': '3+3', 'story/1': story, 'story/2': story })
})

test('VAULT-24 it grows three times, to 67,248,128 bytes, and codes can be changed after that', async () => {
  const keeper = await withVaults(codes)
  for (let n = 0; n < 3; n++) expect(await keeper.ask({ ask: 'grow' })).toEqual({ ok: true })
  expect(keeper.disk.size()).toBe(67_248_128)
  expect(await keeper.ask({ ask: 'grow' })).toEqual({ ok: false, why: 'full' })
  await keeper.ask(keep('story/1'))
  await keeper.ask(keep('story/2'))
  const others = [{ code: '1+1', to: '5+5' }]
  expect(await keeper.ask({ ask: 'recode', code: '4+4', others, shred: null })).toEqual({
    ok: true,
  })
  expect(keeper.disk.size()).toBe(67_248_128)
  expect(await notesIn(keeper, ['4+4', '5+5', ...codes])).toEqual([
    '3+3',
    '1+1',
    ...codes.map(() => undefined),
  ])
}, 120_000)

test('VAULT-25 a kill at any point of growing leaves the size before or after, and all vaults', async () => {
  const keeper = await withVaults(codes)
  await keeper.ask({ ask: 'lock' })
  await keeper.opens('3+3')
  const start = keeper.disk.image()
  keeper.disk.writes()
  await keeper.ask({ ask: 'grow' })
  const sizes = new Set<number>()
  for (const image of torn(start, keeper.disk.writes(), rounds(2, 16, 64))) {
    const found = await opening(image, codes)
    expect(found.notes).toEqual(codes)
    sizes.add(found.image.length)
  }
  expect([...sizes]).toEqual([containerBytes(32), containerBytes(64)])
}, 600_000)

test('VAULT-25 a phone without room for it keeps the size, and what is open stays open', async () => {
  const keeper = await withVaults(codes)
  keeper.disk.most = 12_000_000
  expect(await keeper.ask({ ask: 'grow' })).toEqual({ ok: false, why: 'full' })
  expect(keeper.disk.size()).toBe(containerBytes(32))
  expect(await keeper.ask({ ask: 'commit', put: [item('a', 'b')], drop: [] })).toEqual({ ok: true })
  expect(await notesIn(keeperOver(keeper.disk.image()), codes)).toEqual(codes)
})
