import { expect, test } from 'vitest'
import type { ReplyItem } from '../../src/record/reply.ts'
import { spell, unspell, type Bytes } from '../../src/share/bytes.ts'
import { limits } from '../../src/share/contract.ts'
import { newReplyId } from '../../src/share/replies.ts'
import {
  newReplyKeys,
  openReply,
  readContent,
  replyBounds,
  replyProof,
  sealReply,
  type Content,
} from '../../src/share/reply.ts'
import { newOwner, sealSummary } from '../../src/share/seal.ts'
import { example, terms } from './example.ts'
import vectors from '../vectors/reply.json' with { type: 'json' }

const bytes = (text: string): Bytes => unspell(text) ?? new Uint8Array()

const whole: Content = {
  version: 1,
  language: 'sv',
  from: 'Handläggaren',
  sent: '2026-11-24T09:00:00Z',
  items: [{ kind: 'message', text: 'Vi ses på fredag' }],
}

const start = async () => {
  const keys = await newReplyKeys()
  const box = { locator: newReplyId(), key: keys.key }
  const id = newReplyId()
  const sealed = await sealReply(whole, box, id)
  if (!sealed) throw new Error('too large')
  return { keys, box, id, sealed }
}

test('REPLY-1 a reply is opened by her alone, as it was sent', async () => {
  const { keys, box, id, sealed } = await start()
  expect(await openReply(sealed, box, id, keys.secret)).toEqual({
    ok: true,
    content: whole,
    files: [],
  })
  const other = await newReplyKeys()
  const damaged = { ok: false, why: 'damaged' }
  expect(await openReply(sealed, box, id, other.secret)).toEqual(damaged)
  expect(await openReply(sealed, box, id, 'rubbish')).toEqual(damaged)
})

test('REPLY-1 nothing of a reply is readable on its way, and its size tells little', async () => {
  const { box, sealed } = await start()
  expect(Buffer.from(sealed).toString('latin1')).not.toMatch(/fredag|message|items/)
  const items: ReplyItem[] = [{ kind: 'message', text: 'x'.repeat(3_000) }]
  const longer = await sealReply({ ...whole, items }, box, newReplyId())
  expect(longer?.length).toBe(sealed.length)
})

test('REPLY-2 a reply that is altered, moved or shown again does not open', async () => {
  const { keys, box, id, sealed } = await start()
  const damaged = { ok: false, why: 'damaged' }
  for (const at of [0, 1, 40, 65, 66, 500, sealed.length - 1]) {
    const bad = sealed.slice()
    bad[at] = (bad[at] ?? 0) ^ (at === 0 ? 1 : 4)
    expect(await openReply(bad, box, id, keys.secret), String(at)).toEqual(damaged)
  }
  for (const cut of [0, 1, 65, 66, 82, sealed.length - 1]) {
    expect(await openReply(sealed.slice(0, cut), box, id, keys.secret)).toEqual(damaged)
  }
  expect(await openReply(sealed, box, newReplyId(), keys.secret)).toEqual(damaged)
  const elsewhere = { ...box, locator: newReplyId() }
  expect(await openReply(sealed, elsewhere, id, keys.secret)).toEqual(damaged)
})

test('REPLY-2 a reply of a later version says that her app is older', async () => {
  const { keys, box, id, sealed } = await start()
  sealed[0] = 3
  const older = { ok: false, why: 'older' }
  expect(await openReply(sealed, box, id, keys.secret)).toEqual(older)
})

const date = (start: string): ReplyItem => ({
  kind: 'appointment',
  title: '',
  start,
  end: '',
  place: '',
  bring: '',
})

const hostile: readonly unknown[] = [
  null,
  [],
  'text',
  { ...whole, version: 2 },
  { ...whole, items: [] },
  { ...whole, items: {} },
  { ...whole, items: [{ kind: 'script', text: '' }] },
  { ...whole, items: [{ kind: '__proto__' }] },
  { ...whole, items: Array.from({ length: replyBounds.items + 1 }, () => whole.items[0]) },
  { ...whole, items: [{ kind: 'message', text: 'x'.repeat(replyBounds.text + 1) }] },
  { ...whole, items: [{ kind: 'done', text: 'x'.repeat(2_001) }] },
  { ...whole, from: 'x'.repeat(replyBounds.line + 1) },
  { ...whole, from: 7 },
  { ...whole, language: '"><script>' },
  { ...whole, sent: 'yesterday' },
  ...[
    '',
    '2026-02-30T10:00',
    '2026-13-01T10:00',
    '9999-01-01T10:00',
    '2026-01-01',
    '0001-01-01T00:00',
  ].map((start) => ({ ...whole, items: [date(start)] })),
  { ...whole, items: [{ ...date('2026-01-01T10:00'), end: '2026-01-01T25:00' }] },
  { ...whole, items: [{ kind: 'step', text: '', on: '2026-02-31', by: 'us' }] },
]

test('REPLY-3 a hostile reply is unreadable as a whole, whatever field it is in', () => {
  expect(readContent(whole)).toEqual(whole)
  for (const value of hostile) expect(readContent(value), JSON.stringify(value)).toBeNull()
})

test('REPLY-3 only the fields that are agreed come in', () => {
  const more = { ...whole, extra: 1, items: [{ kind: 'step', text: 'a', on: '', by: 'x', id: 1 }] }
  const items = [{ kind: 'step', text: 'a', on: '', by: 'us' }]
  expect(readContent(more)).toEqual({ ...whole, items })
})

test('REPLY-4 a reply that would not be read or does not fit is not sent', async () => {
  const { box } = await start()
  const long: ReplyItem = { kind: 'message', text: 'م'.repeat(replyBounds.text) }
  const items = Array.from({ length: 4 }, () => long)
  expect(await sealReply({ ...whole, items }, box, newReplyId())).toBeNull()
  expect(await sealReply({ ...whole, items: [date('soon')] }, box, newReplyId())).toBeNull()
  const most = await sealReply({ ...whole, items: [long, long] }, box, newReplyId())
  expect(most?.length).toBeLessThanOrEqual(limits.inbox.bytes)
})

test('REPLY-5 a share takes replies only when her key lies in it', async () => {
  const keys = await newReplyKeys()
  const own = { secret: '1AAECAwQFBgcICQoLDA0ODwHF', passcode: null, owner: newOwner() }
  const mute = await sealSummary(example, own, terms)
  expect(mute.ok && mute.head.reply).toBeNull()
  const taking = await sealSummary({ ...example, replyKey: keys.key }, own, terms)
  expect(taking.ok && taking.head.reply).toMatch(/^[\w-]{43}$/)
  const wrong = await sealSummary({ ...example, replyKey: 'B' }, own, terms)
  expect(wrong.ok).toBe(false)
})

const senderOf = async (): Promise<CryptoKeyPair> => {
  const { d: _, ...open } = vectors.sender
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  return {
    privateKey: await crypto.subtle.importKey('jwk', vectors.sender, curve, true, ['deriveBits']),
    publicKey: await crypto.subtle.importKey('jwk', open, curve, true, []),
  }
}

test('REPLY-6 the vectors hold: another implementation can read ours, and we theirs', async () => {
  const { key, secret, locator, id, proof, keptProof, sealed } = vectors
  const box = { locator, key }
  const opened = await openReply(bytes(sealed), box, id, secret)
  expect(opened).toEqual({ ok: true, content: vectors.content, files: [] })
  expect(spell(await replyProof(key))).toBe(proof)
  const hash = await crypto.subtle.digest('SHA-256', bytes(proof))
  expect(spell(new Uint8Array(hash))).toBe(keptProof)
  if (!opened.ok) throw new Error('unread')
  const made = await sealReply(opened.content, box, id, [], senderOf)
  expect(made && spell(made)).toBe(sealed)
})

const fileItem = (bytes: Bytes): ReplyItem => ({
  kind: 'file',
  name: 'beslut.pdf',
  size: bytes.length,
})

const random = (length: number): Bytes => {
  const made = new Uint8Array(length)
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(made.subarray(at, at + 65_536))
  return made
}

test('REPLY-300 files in a reply are opened by her alone, each as it was sent, up to 2 MB together', async () => {
  const { keys, box, id } = await start()
  const files = [random(1_999_000), random(1), random(999)]
  const [word] = whole.items
  if (!word) throw new Error('no word')
  const items = [word, ...files.map(fileItem)]
  const sealed = await sealReply({ ...whole, items }, box, id, files)
  if (!sealed) throw new Error('too large')
  expect(sealed.length).toBeLessThanOrEqual(limits.inbox.bytes)
  const opened = await openReply(sealed, box, id, keys.secret)
  if (!opened.ok) throw new Error(opened.why)
  expect(opened.content.items).toEqual(items)
  expect(opened.files.map((file) => Buffer.from(file).equals(files.shift() ?? random(0)))).toEqual([
    true,
    true,
    true,
  ])
  for (const at of [0, 70, 4_000, 1_000_000, sealed.length - 1]) {
    const bad = sealed.slice()
    bad[at] = (bad[at] ?? 0) ^ 1
    expect(await openReply(bad, box, id, keys.secret), String(at)).toMatchObject({ ok: false })
  }
})

test('REPLY-300 only padded sizes leave the page, with files too', async () => {
  const { box, id } = await start()
  const sizes = await Promise.all(
    [296_000, 299_000, 302_000].map(async (length) => {
      const file = random(length)
      return (await sealReply({ ...whole, items: [fileItem(file)] }, box, id, [file]))?.length
    }),
  )
  expect(new Set(sizes).size).toBe(1)
})

test('REPLY-301 files that are not those of the letter, empty or too many bytes are never sent nor taken', async () => {
  const { box, id } = await start()
  const [file, large] = [random(10), random(2_000_001)]
  const items = [fileItem(file)]
  const seal = (some: readonly ReplyItem[], files: readonly Bytes[]) =>
    sealReply({ ...whole, items: some }, box, id, files)
  expect(await seal(items, [file])).not.toBeNull()
  expect(await seal(items, [])).toBeNull()
  expect(await seal(items, [random(9)])).toBeNull()
  expect(await seal(whole.items, [file])).toBeNull()
  expect(await seal([fileItem(large)], [large])).toBeNull()
  expect(await seal([fileItem(random(0))], [random(0)])).toBeNull()
  for (const size of [0, -1, 1.5, '9', null, 2_000_001])
    expect(readContent({ ...whole, items: [{ kind: 'file', name: 'a', size }] })).toBeNull()
  const long = { kind: 'file', name: 'a'.repeat(replyBounds.line + 1), size: 1 }
  expect(readContent({ ...whole, items: [long] })).toBeNull()
})
