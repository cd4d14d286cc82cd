import { createHash } from 'node:crypto'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import { toText } from '../../src/app/attaching.ts'
import { bytesFor, filesIn, filesOut, hasFiles, roomFor } from '../../src/app/copyFiles.ts'
import { attachmentsIn } from '../../src/app/screens/setUp/copy.ts'
import type { AskVault } from '../../src/disguise/line.ts'
import { encodeEntry } from '../../src/record/encode.ts'
import type { Attachment } from '../../src/record/hanging.ts'
import { chunkBytes, chunkRoom } from '../../src/vault/chunkSize.ts'
import type { Asked } from '../../src/vault/messages.ts'
import { digitsOf, newRecoveryKey } from '../../src/vault/recoveryKey.ts'
import { attach, fetchBack, roomOf, widenTo } from '../vault/chunks.ts'
import { item, keeperOver, type Keeper } from '../vault/desk.ts'
import { readAttached, readCopy } from '../vault/secondReader.ts'

beforeAll(() => sodium.ready)

/** As it crosses to a worker: what arrives is the worker's own. */
const lineTo = (keeper: Keeper): AskVault =>
  ((question: Asked<'space'>) => keeper.ask(structuredClone(question))) as AskVault

const bytesOf = (length: number, seed: number): Uint8Array =>
  new Uint8Array(length).map((_, at) => (at * 31 + seed * 17 + (at >> 8)) % 256)

const contents = [
  {
    id: 'aaaaaaaaaaaaaaaa',
    name: 'Köket.jpg',
    bytes: bytesOf(2 * chunkRoom + 7, 1),
    at: [0, 5, 2],
  },
  { id: 'bbbbbbbbbbbbbbbb', name: 'beslut.pdf', bytes: bytesOf(300, 2), at: [1] },
]

const entryOf = async (keeper: Keeper, of: (typeof contents)[0]): Promise<Attachment> => {
  const kept = await attach(keeper, of.bytes, of.at, of.id)
  if (!kept.ok) throw new Error('no room')
  const { id, size, hash, slots } = kept
  const rest = { type: 'image/jpeg', thumbnail: '', written: '', edited: '', of: null }
  return {
    kind: 'attachment',
    id,
    name: of.name,
    size,
    hash,
    slots,
    key: toText(kept.key),
    ...rest,
  }
}

const itemsOf = (entries: readonly Attachment[]) =>
  entries.map((entry) => item(`attachment/${entry.id}`, encodeEntry(entry)))

/** A phone with two attachments, and the file of a copy with them. */
const copied = async () => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'setUp', code: '483+92*7-165' })
  await widenTo(keeper, 8)
  const entries: Attachment[] = []
  for (const one of contents) entries.push(await entryOf(keeper, one))
  await keeper.ask({ ask: 'commit', put: itemsOf(entries), drop: [] })
  const key = newRecoveryKey()
  const answer = await keeper.ask({ ask: 'backup', key: key.slice() })
  if (!('file' in answer)) throw new Error('no file')
  const out = await filesOut(lineTo(keeper), key, entries, () => undefined)
  const file = new Blob([new Uint8Array(answer.file), ...out.parts])
  return { keeper, entries, key, file, behind: answer.file.length, lost: out.lost }
}

/** Another phone, and what came to it. */
const broughtBack = async (from: {
  readonly file: Blob
  readonly key: Uint8Array
  readonly behind: number
  readonly entries: readonly Attachment[]
}) => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'setUp', code: '5*5*5-5*3' })
  const lost = await filesIn(lineTo(keeper), from, from.entries, () => undefined)
  const read = await Promise.all(
    from.entries.map((entry) =>
      fetchBack(keeper, {
        ...entry,
        ok: true,
        key: new Uint8Array(Buffer.from(entry.key, 'base64url')),
      }),
    ),
  )
  return { keeper, lost, read }
}

test('BACKUP-24 photos and files come back from a copy to the byte, into room of the same size', async () => {
  const copy = await copied()
  expect(copy.lost).toEqual([])
  expect(copy.file.size).toBe(copy.behind + 8 * chunkBytes)
  expect([bytesFor(copy.entries), roomFor(copy.entries)]).toEqual([8 * chunkBytes, 32 * chunkBytes])
  const { keeper, lost, read } = await broughtBack(copy)
  expect(lost).toEqual([])
  expect(await roomOf(keeper)).toBe(8)
  for (const [n, bytes] of read.entries())
    expect(Buffer.from(bytes ?? []).equals(Buffer.from(contents[n]?.bytes ?? []))).toBe(true)
  const front = new Uint8Array(await copy.file.slice(0, copy.behind).arrayBuffer())
  const asked = {
    ask: 'inspect',
    file: front,
    key: copy.key.slice(),
    show: ['attachment/'],
  } as const
  const { contents: found } = await lineTo(keeperOver())(asked)
  expect(found?.behind).toBe(copy.behind)
  expect(attachmentsIn(found?.shown ?? [])).toEqual(copy.entries)
}, 60_000)

test('BACKUP-24 the second reader, written from the document alone, reads them too', async () => {
  const { key, file, entries } = await copied()
  const whole = new Uint8Array(await file.arrayBuffer())
  const read = readCopy(sodium, digitsOf(key), whole)
  expect(Object.keys(read.entries)).toEqual(entries.map(({ id }) => `attachment/${id}`))
  for (const [n, entry] of entries.entries()) {
    const bytes = readAttached(sodium, digitsOf(key), whole, entry)
    expect(
      createHash('sha256')
        .update(bytes ?? '')
        .digest('hex'),
    ).toBe(entry.hash)
    expect(bytes?.equals(Buffer.from(contents[n]?.bytes ?? []))).toBe(true)
  }
}, 60_000)

test('BACKUP-25 damage costs the file that it hits alone, and it is named; a cut costs what lies behind', async () => {
  const copy = await copied()
  const [large, small] = copy.entries
  const whole = new Uint8Array(await copy.file.arrayBuffer())
  whole.fill(0, copy.behind + 5 * chunkBytes + 400, copy.behind + 5 * chunkBytes + 401)
  const damaged = await broughtBack({ ...copy, file: new Blob([whole]) })
  expect(damaged.lost).toEqual([large])
  expect(damaged.read[1]?.length).toBe(300)
  const cut = await broughtBack({ ...copy, file: copy.file.slice(0, copy.behind + chunkBytes) })
  expect(cut.lost).toEqual([large, small])
  expect(await roomOf(cut.keeper)).toBe(8)
}, 60_000)

test('BACKUP-25 what is not whole on this phone is named when the copy is made', async () => {
  const { keeper, key, entries } = await copied()
  await keeper.ask({ ask: 'clearChunks', slots: [2] })
  const { parts, lost } = await filesOut(lineTo(keeper), key, entries, () => undefined)
  expect([parts.length, lost]).toEqual([8, [entries[0]]])
}, 60_000)

test('BACKUP-26 a copy without files asks for no room, and nothing in one is the phone’s own bytes', async () => {
  const copy = await copied()
  const without = { ...copy, file: copy.file.slice(0, copy.behind) }
  expect([hasFiles(copy), hasFiles(without)]).toEqual([true, false])
  const { keeper, lost } = await broughtBack(without)
  expect([await roomOf(keeper), lost]).toEqual([0, []])
  const image = Buffer.from(copy.keeper.space.image())
  for (const part of (await filesOut(lineTo(copy.keeper), copy.key, copy.entries, () => undefined))
    .parts) {
    const bytes = Buffer.from(await part.arrayBuffer())
    expect(image.includes(bytes.subarray(500_000, 500_032))).toBe(false)
  }
}, 60_000)
