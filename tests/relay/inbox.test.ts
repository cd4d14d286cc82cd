import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Relay } from '../../src/relay/app.ts'
import type { Store } from '../../src/relay/store.ts'
import { limits, paths, unframe } from '../../src/share/contract.ts'
import { readRepliesHead } from '../../src/share/inbox.ts'
import {
  allBytesIn,
  create,
  createFrame,
  dropFolder,
  newFolder,
  newSecrets,
  noon,
  open,
  openRequest,
  ownerOf,
  ownerRequest,
  post,
  relayOn,
  replyFrame,
  replyOf,
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

const send = (wire: Uint8Array<ArrayBuffer>): Promise<Response> => post(relay, paths.reply, wire)

test('RELAY-116 a reply goes in, waits, is fetched and taken over HTTP', async () => {
  const secrets = newSecrets()
  await create(relay, createFrame(secrets))
  const ids = [text(randomBytes(16)), text(randomBytes(16))]
  for (const id of ids) {
    const sent = await send(replyFrame(secrets, { id }, Buffer.from(`sealed for her ${id}`)))
    expect([sent.status, await sent.json()]).toEqual([201, { version: 1 }])
  }
  const fetched = await post(relay, paths.replies, ownerRequest(secrets))
  const framed = unframe(new Uint8Array(await fetched.arrayBuffer()))
  const head = readRepliesHead(framed?.head)
  expect(head?.replies.map(({ id }) => id)).toEqual(ids)
  const [first] = head?.replies ?? []
  const body = Buffer.from(framed?.body ?? []).toString()
  expect(body.slice(0, first?.length)).toBe(`sealed for her ${ids[0]}`)
  const taken = await post(relay, paths.taken, { ...ownerRequest(secrets), ids })
  expect(await taken.json()).toMatchObject({ state: 'live', replies: 0 })
})

test('RELAY-116 a reply that is too large, empty or one too many is refused, and says why', async () => {
  const secrets = newSecrets()
  await create(relay, createFrame(secrets))
  const said = async (wire: Uint8Array<ArrayBuffer>): Promise<unknown> => {
    const answer = await send(wire)
    return [answer.status, await answer.json()]
  }
  const most = replyFrame(secrets, {}, new Uint8Array(limits.inbox.bytes))
  expect((await send(most)).status).toBe(201)
  const more = replyFrame(secrets, {}, new Uint8Array(limits.inbox.bytes + 1))
  expect(await said(more)).toEqual([413, { why: 'large' }])
  expect(await said(replyFrame(secrets, {}, new Uint8Array()))).toEqual([400, { why: 'malformed' }])
  for (let at = 1; at < limits.inbox.replies; at++) await send(replyFrame(secrets))
  expect(await said(replyFrame(secrets))).toEqual([507, { why: 'full' }])
})

test('RELAY-111 a refused reply, fetch or taking is the same bare answer as any other', async () => {
  const secrets = newSecrets()
  await create(relay, createFrame(secrets))
  const refused = await seenOf(await open(relay, openRequest(newSecrets())))
  const wrong = replyFrame(secrets, { proof: text(randomBytes(32)) })
  for (const wire of [wrong, replyFrame(newSecrets())]) {
    expect(await seenOf(await send(wire))).toEqual(refused)
  }
  const stranger = ownerRequest(newSecrets())
  expect(await seenOf(await post(relay, paths.replies, stranger))).toEqual(refused)
  expect(await seenOf(await post(relay, paths.taken, { ...stranger, ids: [] }))).toEqual(refused)
})

test('RELAY-113 no byte of a reply is left in the files once she has taken it', async () => {
  const secrets = newSecrets()
  await store.create(shareOf(secrets))
  const sent = Array.from({ length: 9 }, (_, at) =>
    replyOf(secrets, { sealed: Buffer.alloc(5000 * (at + 1), 'MARKREPLY') }),
  )
  for (const reply of sent) await store.reply(reply, noon)
  expect(allBytesIn(folder)).toContain('MARKREPLY')
  await store.taken(
    ownerOf(secrets),
    sent.map(({ id }) => id),
    noon,
  )
  expect(allBytesIn(folder)).not.toContain('MARKREPLY')
})

test('RELAY-114 no byte of a reply is left in the files once its share is forgotten', async () => {
  const secrets = newSecrets()
  await store.create(shareOf(secrets))
  await store.reply(replyOf(secrets, { sealed: Buffer.alloc(9000, 'MARKREPLY') }), noon)
  await store.stop(ownerOf(secrets), noon)
  expect(allBytesIn(folder)).toContain('MARKREPLY')
  await store.sweep(noon + limits.afterlife + 3600)
  expect(allBytesIn(folder)).not.toContain('MARKREPLY')
})
