import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import { encodeEntry, nameOf } from '../../src/record/encode.ts'
import { chunkRoom, spaceBytes, spaceSizes } from '../../src/vault/chunkSize.ts'
import { chunkAt, slotsIn } from '../../src/vault/space.ts'
import { readAttachments, readHanging, slotsOf, slotStart } from './attachmentReader.ts'
import { attach, fetchBack, widenTo, type Kept } from './chunks.ts'
import type { Stretch } from './containerReader.ts'
import { item, keeperOver, type Keeper } from './desk.ts'
import { memoryDisk } from './memoryDisk.ts'

// The reader knows the format's page alone; what the vault writes must be readable to it.

const [hers, decoy] = ['483+92*7-165', '12*34+56-789']

const quick: Stretch = (typed, salt) =>
  sodium.crypto_generichash(64, new TextEncoder().encode(typed), salt)

beforeAll(() => sodium.ready)

const bytesOf = (length: number, seed: number): Uint8Array =>
  new Uint8Array(length).map((_, at) => (at * 31 + seed * 17 + (at >> 8)) % 256)

/** What the record says of it, as the app writes it. */
const entryOf = (kept: Kept) => ({
  kind: 'attachment' as const,
  id: kept.id,
  of: null,
  name: 'ett foto',
  type: 'image/jpeg',
  size: kept.size,
  hash: kept.hash,
  slots: kept.slots,
  key: Buffer.from(kept.key).toString('base64url'),
  thumbnail: '',
  written: '2026-11-30T07:00:00Z',
  edited: '2026-11-30T07:00:00Z',
})

const idOf = (n: number): string => `attachmentNumber${n}`.slice(-16)

/** Keeps bytes under an entry of the vault that is open. */
const keep = async (
  keeper: Keeper,
  n: number,
  bytes: Uint8Array,
  slots: readonly number[],
): Promise<Kept> => {
  const kept = await attach(keeper, bytes, slots, idOf(n))
  if (!kept.ok) throw new Error(kept.why)
  const put = [item(nameOf('attachment', kept.id), encodeEntry(entryOf(kept)))]
  await keeper.ask({ ask: 'commit', put, drop: [] })
  return kept
}

const filesOf = (keeper: Keeper) => ({ data: keeper.disk.image(), more: keeper.space.image() })

const read = (keeper: Keeper, code: string) => readAttachments(sodium, filesOf(keeper), code, quick)

/** Under their names, what the vault itself gives back. */
const fetched = async (keeper: Keeper, all: readonly Kept[]) => {
  const found: Record<string, Buffer | null> = {}
  for (const kept of all) {
    const bytes = await fetchBack(keeper, kept)
    found[nameOf('attachment', kept.id)] = bytes && Buffer.from(bytes)
  }
  return found
}

const isSame = (one: Buffer | null | undefined, other: Uint8Array): boolean =>
  one?.equals(other) ?? false

test('FILE-350 a second reader finds what two vaults keep in one file, before and after it grows', async () => {
  const keeper = keeperOver()
  const sizes = [1, chunkRoom - 1, chunkRoom, chunkRoom + 1, 2 * chunkRoom + 5]
  const slots = [[5], [0], [7], [4, 1], [6, 2, 3]]
  const kept: Record<string, Kept[]> = { [hers]: [], [decoy]: [] }
  await keeper.ask({ ask: 'setUp', code: hers })
  await widenTo(keeper, 8)
  for (const [code, all] of Object.entries(kept)) {
    if (code === decoy) await keeper.ask({ ask: 'setUp', code })
    for (const [n, size] of sizes.entries())
      all.push(await keep(keeper, n, bytesOf(size, n + code.length), slots[n] ?? []))
  }
  await widenTo(keeper, 32)
  kept[decoy]?.push(await keep(keeper, 9, bytesOf(chunkRoom + 9, 9), [31, 8]))
  for (const [code, all] of Object.entries(kept)) {
    expect(await keeper.opens(code)).toBe(true)
    const own = await fetched(keeper, all)
    const again = read(keeper, code)
    expect(Object.keys(again).toSorted()).toEqual(Object.keys(own).toSorted())
    for (const [name, bytes] of Object.entries(own))
      expect([name, bytes !== null && isSame(again[name], bytes)]).toEqual([name, true])
  }
  const more = bytesOf(sizes[0] ?? 0, decoy.length)
  expect(isSame(read(keeper, decoy)[nameOf('attachment', idOf(0))], more)).toBe(true)
}, 60_000)

const onePhoto = async () => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'setUp', code: hers })
  await widenTo(keeper, 8)
  const kept = await keep(keeper, 1, bytesOf(chunkRoom + 100, 1), [3, 6])
  const region = [0, 1, 2, 3].find(
    (one) => readHanging(sodium, keeper.space.image(), one, entryOf(kept)) !== null,
  )
  if (region === undefined) throw new Error('in no region')
  return { keeper, kept, region }
}

test('FILE-350 what differs from the format opens for neither of them', async () => {
  const { keeper, kept, region } = await onePhoto()
  const turned: readonly Kept[] = [
    { ...kept, key: kept.key.map((byte) => byte ^ 1) },
    { ...kept, slots: kept.slots.toReversed() },
    { ...kept, id: idOf(2) },
    { ...kept, slots: [3, 8] },
  ]
  const image = keeper.space.image()
  for (const other of turned) {
    expect(await fetchBack(keeper, other)).toBeNull()
    expect(readHanging(sodium, image, region, entryOf(other))).toBeNull()
  }
  const bent = (image[slotStart(region, 6) + 500_000] ?? 0) ^ 1
  keeper.space.write(slotStart(region, 6) + 500_000, new Uint8Array([bent]))
  expect(await fetchBack(keeper, kept)).toBeNull()
  expect(readHanging(sodium, keeper.space.image(), region, entryOf(kept))).toBeNull()
})

test('FILE-350 what was cleared, and what lies beyond the room of a file cut off while it grew, is nothing to both', async () => {
  const { keeper: first, kept, region } = await onePhoto()
  const grown = new Uint8Array(spaceBytes(32))
  grown.set(first.space.image())
  const keeper = keeperOver(first.disk.image(), undefined, memoryDisk(grown))
  await keeper.opens(hers)
  const far = await keep(keeper, 2, bytesOf(50, 2), [8])
  const cut = keeper.space.image().slice(0, -1)
  const later = keeperOver(keeper.disk.image(), undefined, memoryDisk(cut))
  await later.opens(hers)
  for (const [one, isThere] of [[kept, true] as const, [far, false] as const]) {
    expect((await fetchBack(later, one)) !== null).toBe(isThere)
    expect(readHanging(sodium, cut, region, entryOf(one)) !== null).toBe(isThere)
  }
  await later.ask({ ask: 'clearChunks', slots: [3] })
  expect(await fetchBack(later, kept)).toBeNull()
  expect(readHanging(sodium, later.space.image(), region, entryOf(kept))).toBeNull()
}, 60_000)

test('FILE-350 every slot of every region lies where the page says, in files of every length', () => {
  for (const slots of spaceSizes) {
    const length = spaceBytes(slots)
    for (const size of [length - 1, length, length + 1])
      expect(slotsOf(size)).toBe(slotsIn({ size: () => size }))
  }
  for (const region of [0, 1, 2, 3])
    for (let slot = 0; slot < 128; slot++)
      expect(slotStart(region, slot)).toBe(chunkAt(region, slot))
})
