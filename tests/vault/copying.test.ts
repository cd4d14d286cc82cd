import { expect, test } from 'vitest'
import { ready } from '../../src/crypto/sodium.ts'
import { sealCopy } from '../../src/vault/backup.ts'
import { backup } from '../../src/vault/copying.ts'
import { mostFile } from '../../src/vault/copySize.ts'
import { headerAt, pageBytes } from '../../src/vault/layout.ts'
import { longestPiece, pageRoom } from '../../src/vault/page.ts'
import { digitsOf, keyOf, newRecoveryKey } from '../../src/vault/recoveryKey.ts'
import type { Vault } from '../../src/vault/vault.ts'
import { contents, item, keeperOver, type Keeper } from './desk.ts'

const code = '483+92*7-165'

/** A keeper with these texts in it. */
const withTexts = async (texts: Record<string, string>): Promise<Keeper> => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'setUp', code })
  const put = Object.entries(texts).map(([name, value]) => item(name, value))
  await keeper.ask({ ask: 'commit', put, drop: [] })
  return keeper
}

const copyOf = async (keeper: Keeper, key: Uint8Array): Promise<Uint8Array> => {
  const answer = await keeper.ask({ ask: 'backup', key: key.slice() })
  if (!('file' in answer)) throw new Error('no file')
  return answer.file
}

const texts = { 'contact/1': 'Åsa', 'story/1': 'قصة', 'setting/setting': '{}' }

test('BACKUP-11 a copy asked for right after a change has the change in it', async () => {
  const keeper = await withTexts(texts)
  const key = newRecoveryKey()
  await keeper.ask({ ask: 'commit', put: [item('story/1', 'later')], drop: ['contact/1'] })
  const file = await copyOf(keeper, key)
  const answer = await keeperOver().ask({ ask: 'inspect', show: ['story/'], file, key })
  expect(answer).toMatchObject({ contents: { missing: 0 } })
  expect(JSON.stringify(answer)).not.toContain('contact/1')
})

test('BACKUP-12 looking into a file touches no disk and needs nothing open', async () => {
  const key = newRecoveryKey()
  const file = await copyOf(await withTexts(texts), key)
  const other = keeperOver()
  const answer = await other.ask({ ask: 'inspect', show: ['story/'], file, key: key.slice() })
  const shown = [item('story/1', texts['story/1'])]
  const names = expect.any(Array)
  expect(answer).toEqual({ contents: { names, missing: 0, shown, behind: 262_144 } })
  expect(other.disk.writes()).toEqual([])
  const wrong = await other.ask({ ask: 'inspect', show: ['story/'], file, key: newRecoveryKey() })
  expect(wrong).toEqual({ contents: null })
})

test('BACKUP-12 what is brought back is there, also after a lock, under the new code', async () => {
  const key = newRecoveryKey()
  const digits = digitsOf(key)
  const file = await copyOf(await withTexts(texts), key)
  const other = keeperOver()
  await other.ask({ ask: 'setUp', code: 'another code' })
  const typed = keyOf(digits) ?? new Uint8Array(0)
  const answer = await other.ask({ ask: 'restore', file, key: typed, put: [] })
  expect(answer).toMatchObject({ ok: true, contents: { missing: 0 } })
  await other.ask({ ask: 'lock' })
  expect(await other.opens('another code')).toBe(true)
  expect(await contents(other)).toEqual(texts)
})

test('BACKUP-12 a wrong key and a full phone bring nothing back and leave what was there', async () => {
  const key = newRecoveryKey()
  const file = await copyOf(await withTexts(texts), key)
  const other = await withTexts({ 'story/2': 'stays' })
  const unread = await other.ask({ ask: 'restore', file, key: newRecoveryKey(), put: [] })
  expect(unread).toEqual({ ok: false, why: 'unread' })
  other.disk.refuse = true
  const full = await other.ask({ ask: 'restore', file, key: key.slice(), put: [] })
  expect(full).toEqual({ ok: false, why: 'full' })
  other.disk.refuse = false
  expect(await contents(other)).toEqual({ 'story/2': 'stays' })
})

test('BACKUP-12 a copy of more than fits is brought back: the room grows for it', async () => {
  const story = 'x'.repeat(1_900_000)
  const large = await withTexts({ 'story/1': story })
  await large.ask({ ask: 'grow' })
  await large.ask({ ask: 'commit', put: [item('story/2', story)], drop: [] })
  const key = newRecoveryKey()
  const file = await copyOf(large, key)
  const other = await withTexts({})
  expect(await other.ask({ ask: 'restore', file, key, put: [] })).toMatchObject({ ok: true })
  expect(await contents(other)).toEqual({ 'story/1': story, 'story/2': story })
})

/** A copy of `count` entries that fill a slot each, but for the last one, which shares it with a note. */
const fullCopy = async (key: Uint8Array, count: number): Promise<Uint8Array> => {
  const items = Array.from({ length: count }, (_, n) => item(`story/${1_000 + n}`, slotful(n)))
  items[count - 1] = item(`story/${999 + count}`, 'z'.repeat(65_000))
  const file = sealCopy(await ready(), key, [...items, item('note/1', 'n'.repeat(99))], 0)
  if (!file) throw new Error('no file')
  return file
}

const slotful = (n: number): string => `${n}`.padEnd(longestPiece('story/1000', pageRoom - 4), 'x')

test.each([32, 256])(
  'BACKUP-484 a copy that fills %d slots to the last one is brought back whole',
  async (count) => {
    const key = newRecoveryKey()
    const file = await fullCopy(key, count)
    const other = await withTexts({})
    const answer = await other.ask({ ask: 'restore', file, key, put: [] })
    expect(answer).toMatchObject({ ok: true, contents: { missing: 0 } })
    await other.ask({ ask: 'lock' })
    expect(await other.opens(code)).toBe(true)
    const found = await contents(other)
    expect(Object.keys(found).length).toBe(count + 1)
    expect(found[`story/${998 + count}`]).toBe(slotful(count - 2))
    // And what is let go can go, once something among it has made room for the rest.
    const drop = ['note/1', 'story/1000']
    expect(await other.ask({ ask: 'commit', put: [], drop })).toEqual({ ok: true })
    expect(await other.names()).not.toContain('note/1')
  },
)

test('BACKUP-484 where laying it tighter does, a slot stays free, so that part of a page can go', async () => {
  const key = newRecoveryKey()
  // In this order nothing is laid beside the many that leave a third of a slot.
  const sizes = [...Array<number>(253).fill(40_000), ...Array<number>(2).fill(60_000)]
  const small = Array.from({ length: 2 }, (_, n) => item(`note/${n}`, 'y'.repeat(20_000)))
  const items = [...small, ...sizes.map((size, n) => item(`story/${n}`, 'x'.repeat(size)))]
  const file = sealCopy(await ready(), key, items, 0)
  expect(file?.length).toBe(mostFile)
  const other = await withTexts({})
  const restore = { ask: 'restore' as const, file: file ?? new Uint8Array(0), key, put: [] }
  expect(await other.ask(restore)).toMatchObject({ ok: true })
  expect(await other.ask({ ask: 'commit', put: [], drop: ['note/0'] })).toEqual({ ok: true })
})

test('BACKUP-12 a kill at any write of bringing back leaves all of it or none', async () => {
  const key = newRecoveryKey()
  const file = await copyOf(await withTexts(texts), key)
  const other = await withTexts({})
  const start = other.disk.image()
  other.disk.writes()
  await other.ask({ ask: 'restore', file, key, put: [] })
  const image = start.slice()
  const found: number[] = []
  for (const write of other.disk.writes()) {
    const later = keeperOver(image)
    expect(await later.opens(code)).toBe(true)
    found.push((await later.names()).length)
    image.set(write.bytes, write.at)
  }
  const last = keeperOver(image)
  await last.opens(code)
  expect(await contents(last)).toEqual(texts)
  expect(found.every((count) => count === 0)).toBe(true)
  expect(found.length).toBeGreaterThan(1)
})

test('BACKUP-485 who leaves before a copy is back has no empty place: its code opens all of it, or nothing', async () => {
  const key = newRecoveryKey()
  const file = await copyOf(await withTexts(texts), key)
  const other = keeperOver()
  await other.ask({ ask: 'wake' })
  const image = other.disk.image()
  other.disk.writes()
  expect(await other.ask({ ask: 'setUp', code, brings: true })).toEqual({ ok: true })
  await other.ask({ ask: 'lock' })
  expect(await other.opens(code)).toBe(false)
  expect(await other.ask({ ask: 'setUp', code, brings: true })).toEqual({ ok: true })
  expect(await other.ask({ ask: 'restore', file, key, put: [] })).toMatchObject({ ok: true })
  const found = new Set<number>()
  for (const write of other.disk.writes()) {
    const later = keeperOver(image)
    if (await later.opens(code)) found.add((await later.names()).length)
    image.set(write.bytes, write.at)
  }
  expect([...found]).toEqual([Object.keys(texts).length])
  await other.ask({ ask: 'lock' })
  expect(await other.opens(code)).toBe(true)
  expect(await contents(other)).toEqual(texts)
})

test('BACKUP-12 the worker wipes the key that it was given', async () => {
  const keeper = await withTexts(texts)
  const key = newRecoveryKey()
  await keeper.ask({ ask: 'backup', key })
  expect(key).toEqual(new Uint8Array(16))
})

test('BACKUP-201 a copy of a record with damaged pages says so when it is made, and when it is brought back', async () => {
  const long = await withTexts({ 'story/1': 'x'.repeat(60_000), 'contact/1': 'y'.repeat(60_000) })
  await long.ask({ ask: 'lock' })
  const image = long.disk.image()
  const hurt = async (): Promise<Keeper> => {
    for (let at = headerAt(0, 0) + 40_000; at < image.length; at += pageBytes) {
      const spoiled = image.slice()
      spoiled[at] = (spoiled[at] ?? 0) ^ 1
      const keeper = keeperOver(spoiled)
      await keeper.opens(code)
      if ((await keeper.names()).length === 1) return keeper
    }
    throw new Error('no page was hit')
  }
  const key = newRecoveryKey()
  const made = await (await hurt()).ask({ ask: 'backup', key: key.slice() })
  expect(made).toMatchObject({ ok: true, lostPages: 1 })
  const file = 'file' in made ? made.file : new Uint8Array(0)
  const answer = await keeperOver().ask({ ask: 'inspect', show: [], file, key })
  expect(answer).toMatchObject({ contents: { missing: 1 } })
})

test('BACKUP-202 what no file holds is told instead of made, and the key is wiped', async () => {
  const items = [item('story/1', 'z'.repeat(mostFile))]
  const inside = { read: () => ({ items, damaged: 0 }) } as unknown as Vault
  const tools = { sodium: ready, stretch: () => Promise.reject(new Error('no code')) }
  const key = newRecoveryKey()
  expect(await backup(tools, inside, key)).toEqual({ ok: false, why: 'large' })
  expect(key).toEqual(new Uint8Array(16))
})
