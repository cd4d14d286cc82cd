import { expect, test, vi } from 'vitest'
import { eraseAll } from '../../src/vault/erasing.ts'
import { headerAt } from '../../src/vault/layout.ts'
import { rounds } from '../thorough.ts'
import { keeperOver } from './desk.ts'
import { memoryDisk } from './memoryDisk.ts'
import { torn } from './torn.ts'
import { opening, withVaults } from './vaults.ts'

const codes = ['1+1', '2+2']

test('VAULT-28 erasing overwrites every header, then every byte, and removes the file', async () => {
  const keeper = await withVaults(codes)
  const size = keeper.disk.size()
  await keeper.ask({ ask: 'widen', slots: 8 })
  keeper.disk.writes()
  keeper.space.writes()
  const more = keeper.space.size()
  expect(await keeper.ask({ ask: 'erase' })).toEqual({ ok: true })
  expect([keeper.disk.size(), keeper.space.size()]).toEqual([0, 0])
  const writes = keeper.disk.writes()
  expect(writes.slice(0, 4).map(({ at }) => at)).toEqual([0, 1, 2, 3].map((r) => headerAt(r, 0)))
  const rest = writes.slice(4, -1)
  expect(rest.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBe(size)
  expect(writes.at(-1)?.cut).toBe(true)
  const space = keeper.space.writes()
  expect(space.at(-1)?.cut).toBe(true)
  expect(more).toBeGreaterThan(0)
  expect(space.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBe(more)
})

test('VAULT-28 after it the phone is as at the first visit', async () => {
  const keeper = await withVaults(codes)
  await keeper.ask({ ask: 'remember', state: '{"shown":"7"}' })
  await keeper.ask({ ask: 'erase' })
  expect(await keeper.ask({ ask: 'wake' })).toEqual({ state: '', storage: 'file' })
  const fresh = keeperOver()
  await fresh.ask({ ask: 'wake' })
  expect(keeper.disk.size()).toBe(fresh.disk.size())
  expect(await opening(keeper.disk.image(), codes)).toMatchObject({ notes: [undefined, undefined] })
})

test('VAULT-29 a kill at any point of erasing leaves vaults whole or gone, and never in between', async () => {
  const keeper = await withVaults(codes)
  await keeper.ask({ ask: 'lock' })
  await keeper.opens('2+2')
  const start = keeper.disk.image()
  keeper.disk.writes()
  await keeper.ask({ ask: 'erase' })
  let step = 0
  for (const image of torn(start, keeper.disk.writes(), rounds(1, 8, 32))) {
    const { notes } = await opening(image, codes)
    notes.forEach((note, n) => expect([codes[n], undefined]).toContain(note))
    if (step > 32) expect(notes).toEqual([undefined, undefined])
    step += 1
  }
  expect(step).toBeGreaterThan(40)
}, 600_000)

test.each(['busy', 'shut'] as const)(
  'VAULT-600 a file of attachments that is %s is not counted as erased, and goes once it opens',
  async (why) => {
    const keeper = await withVaults(codes)
    await keeper.ask({ ask: 'widen', slots: 8 })
    const before = keeper.space.image()
    keeper.keptFrom.why = why
    expect(await keeper.ask({ ask: 'erase' })).toEqual({ ok: false, why: 'files' })
    expect(keeper.disk.size()).toBe(0)
    expect(Buffer.compare(keeper.space.image(), before)).toBe(0)
    expect(await keeper.ask({ ask: 'erase' })).toEqual({ ok: false, why: 'files' })
    keeper.keptFrom.why = null
    expect(await keeper.ask({ ask: 'erase' })).toEqual({ ok: true })
    expect([keeper.disk.size(), keeper.space.size()]).toEqual([0, 0])
  },
)

test('VAULT-601 attachments that do not open are taken away by their name, and those that are held are not', async () => {
  const erased = async (why: 'busy' | 'shut', remove: () => Promise<void>) => {
    const removing = vi.fn(remove)
    const answer = await eraseAll(memoryDisk(new Uint8Array(9)), async () => why, removing)
    return { answer, removed: removing.mock.calls.length }
  }
  const [left, gone] = [{ ok: false, why: 'files' }, { ok: true }]
  const goes = async () => undefined
  expect(await erased('shut', goes)).toEqual({ answer: gone, removed: 1 })
  expect(await erased('shut', () => Promise.reject(new Error()))).toEqual({
    answer: left,
    removed: 1,
  })
  expect(await erased('busy', goes)).toEqual({ answer: left, removed: 0 })
})

test('VAULT-600 what refuses to be written over and to be taken away is told by what it is', async () => {
  const sticks = () => Promise.reject(new DOMException('held', 'NoModificationAllowedError'))
  const keeper = await withVaults(codes)
  await keeper.ask({ ask: 'widen', slots: 8 })
  Object.assign(keeper.space, { refuse: true, remove: sticks })
  expect(await keeper.ask({ ask: 'erase' })).toEqual({ ok: false, why: 'files' })
  const whole = keeperOver()
  whole.disk.remove = sticks
  await whole.ask({ ask: 'setUp', code: '1+1' })
  whole.disk.refuse = true
  expect(await whole.ask({ ask: 'erase' })).toEqual({ ok: false, why: 'kept' })
})

test('VAULT-600 a container that can only be written over has no bytes left, so that the next start begins anew', async () => {
  const keeper = keeperOver()
  keeper.disk.remove = () => Promise.reject(new DOMException('held', 'NoModificationAllowedError'))
  await keeper.ask({ ask: 'setUp', code: '1+1' })
  expect(await keeper.ask({ ask: 'erase' })).toEqual({ ok: true })
  expect(keeper.disk.size()).toBe(0)
})

test('VAULT-600 nothing is erased that is not open, unless something was left', async () => {
  const keeper = await withVaults(codes)
  await keeper.ask({ ask: 'lock' })
  await expect(keeper.ask({ ask: 'erase' })).rejects.toThrow('nothing is open')
  expect(await keeper.opens('1+1')).toBe(true)
})
