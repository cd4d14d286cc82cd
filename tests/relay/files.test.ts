import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Relay } from '../../src/relay/app.ts'
import type { Store } from '../../src/relay/store.ts'
import { within } from '../../src/relay/verdict-files.ts'
import { frame, limits, paths } from '../../src/share/contract.ts'
import type { Secrets } from './given.ts'
import {
  allBytesIn,
  askOf,
  create,
  createFrame,
  day,
  dropFolder,
  newFolder,
  newSecrets,
  noon,
  open,
  openRequest,
  ownerOf,
  ownerRequest,
  pieceOf,
  post,
  relayOn,
  seenOf,
  shareOf,
  sqliteIn,
  text,
} from './given.ts'

let folder: string
let store: Store
let relay: Relay

beforeEach(() => {
  folder = newFolder()
  store = sqliteIn(folder)
  relay = relayOn(store, { now: noon })
})

afterEach(async () => {
  await store.close()
  dropFolder(folder)
})

const file = text(randomBytes(16))

const putFrame = (secrets: Secrets, at: number, sealed: Uint8Array, more: object = {}) =>
  new Uint8Array(frame({ ...ownerRequest(secrets), file, at, ...more }, sealed))

const put = (secrets: Secrets, at: number, sealed: Uint8Array, more: object = {}) =>
  post(relay, paths.put, putFrame(secrets, at, sealed, more))

const onDisk = (): readonly string[] => readdirSync(join(folder, 'files'))

test('RELAY-166 pieces go in, are asked for, and come out over HTTP', async () => {
  const secrets = newSecrets()
  for (const at of [0, 1]) {
    const sent = await put(secrets, at, Buffer.from(`piece ${at}`))
    expect([sent.status, await sent.json()]).toEqual([201, { version: 1 }])
  }
  const there = await post(relay, paths.there, ownerRequest(secrets))
  expect(await there.json()).toEqual({ version: 1, files: [{ id: file, pieces: 2 }] })
  const made = await create(relay, createFrame(secrets, { files: [{ id: file, pieces: 2 }] }))
  expect(made.status).toBe(201)
  const request = openRequest(secrets)
  await open(relay, request)
  const got = await post(relay, paths.piece, { ...request, file, at: 1 })
  expect([got.status, await got.text()]).toEqual([200, 'piece 1'])
})

test('RELAY-166 what is too large, empty, misplaced or missing is refused, and says why', async () => {
  const secrets = newSecrets()
  const said = async (answer: Promise<Response>): Promise<unknown> => {
    const { status, ...rest } = await answer.then(async (one) => ({
      status: one.status,
      body: await one.json(),
    }))
    return [status, rest.body]
  }
  const over = new Uint8Array(limits.files.piece + 1)
  expect(await said(put(secrets, 0, over))).toEqual([413, { why: 'large' }])
  expect(await said(put(secrets, 0, over.subarray(1)))).toEqual([201, { version: 1 }])
  const malformed = [400, { why: 'malformed' }]
  expect(await said(put(secrets, 0, new Uint8Array()))).toEqual(malformed)
  for (const at of [-1, limits.files.pieces, 0.5])
    expect(await said(put(secrets, at, Buffer.from('x')))).toEqual(malformed)
  const named = (files: unknown) =>
    create(relay, new Uint8Array(frame({ ...head(secrets), files }, Buffer.from('sealed'))))
  expect(await said(named([{ id: file, pieces: 2 }]))).toEqual([424, { why: 'missing' }])
  for (const files of [[{ id: file }], 7, [{ id: file, pieces: 0 }], Array(21).fill({})])
    expect(await said(named(files))).toEqual(malformed)
})

const head = (secrets: Secrets): object => {
  const wire = createFrame(secrets)
  const length = new DataView(wire.buffer).getUint32(0)
  return Object(JSON.parse(Buffer.from(wire.subarray(4, 4 + length)).toString()))
}

test('RELAY-161 a refused piece is the same bare answer as any other', async () => {
  const secrets = newSecrets()
  await create(relay, createFrame(secrets))
  const refused = await seenOf(await open(relay, openRequest(newSecrets())))
  for (const one of [secrets, newSecrets()]) {
    const wish = { ...openRequest(one), file, at: 0 }
    expect(await seenOf(await post(relay, paths.piece, wish))).toEqual(refused)
  }
  const stranger = { ...secrets, owner: secrets.link }
  expect(await seenOf(await put(stranger, 0, Buffer.from('x')))).toEqual(refused)
})

const marked = (secrets: Secrets, part: number) =>
  pieceOf(secrets, { part, sealed: Buffer.alloc(9000 * (part + 1), 'MARKPIECE') })

const given = async (until: number): Promise<Secrets> => {
  const secrets = newSecrets()
  for (const part of [0, 1]) await store.put(marked(secrets, part), noon)
  await store.create(shareOf(secrets, { until, files: [{ id: secrets.locator, pieces: 2 }] }))
  return secrets
}

test('RELAY-167 no byte of a piece lies in the clear, and none at all after a stop or the end', async () => {
  const [stopped, ended] = [await given(noon + day), await given(noon + day)]
  expect(onDisk()).toHaveLength(4)
  expect(allBytesIn(folder)).not.toContain('MARKPIECE')
  const locator = Buffer.from(stopped.locator).toString('latin1')
  expect(allBytesIn(folder)).toContain(locator)
  await store.stop(ownerOf(stopped), noon)
  expect(onDisk()).toHaveLength(2)
  await store.sweep(noon + day)
  expect(onDisk()).toHaveLength(0)
  expect(await store.there(ownerOf(ended))).toEqual([])
})

test('RELAY-167 a piece that a crash left without its row is gone after the next start', async () => {
  await given(noon + day)
  await store.close()
  const orphan = join(folder, 'files', 'a'.repeat(32))
  writeFileSync(orphan, 'ORPHAN')
  writeFileSync(join(folder, 'files', 'lost+found'), 'not ours')
  store = sqliteIn(folder)
  expect(existsSync(orphan)).toBe(false)
  expect(onDisk()).toHaveLength(3)
})

test('RELAY-15 a full store refuses pieces too, and goes on with everything else', async () => {
  const secrets = await given(noon + day)
  await store.close()
  store = sqliteIn(folder, 200_000)
  const big = pieceOf(newSecrets(), { sealed: Buffer.alloc(150_000) })
  expect(await store.put(big, noon)).toBe('full')
  expect(onDisk()).toHaveLength(2)
  const guest = askOf(secrets)
  await store.open(guest, noon)
  expect(await store.piece({ ...guest, file: secrets.locator, part: 1 }, noon)).not.toBeNull()
})

test('RELAY-163 a share has so many bytes of files, and twice as many while they are replaced', () => {
  const { bytes, pieces } = limits.files
  expect([within([bytes]), within([bytes, 1]), within([null])]).toEqual([true, false, false])
  expect([within([2 * bytes], pieces, 2), within([1], 2 * pieces + 1, 2)]).toEqual([true, false])
})
