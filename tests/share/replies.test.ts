import { expect, test, vi } from 'vitest'
import type { Relay } from '../../src/share/call.ts'
import { frame, paths, readOwner, unframe } from '../../src/share/contract.ts'
import { readReplyHead, readTaken } from '../../src/share/inbox.ts'
import { newSecret } from '../../src/share/link.ts'
import { fetchReplies, newReplyId, sendReply, takeReplies } from '../../src/share/replies.ts'
import { newOwner } from '../../src/share/seal.ts'

const receipt = {
  state: 'live',
  until: 1,
  openers: 1,
  opens: 1,
  wrong: 0,
  unseen: 0,
  lastOpen: null,
}
const box = { locator: newReplyId(), key: 'BA' }
const own = async () => ({ secret: await newSecret(false), owner: newOwner() })

const says = (body: BodyInit, status = 200) => {
  const fetch = vi.fn<Relay['fetch']>(() => Promise.resolve(new Response(body, { status })))
  return { origin: 'https://relay.example', timeout: 50, fetch }
}

const parsed = (body: unknown): unknown => (typeof body === 'string' ? JSON.parse(body) : null)

const sentTo = ({ fetch }: ReturnType<typeof says>) => {
  const [url, how] = fetch.mock.calls.at(-1) ?? []
  return { url, body: how?.body, method: how?.method }
}

test('REPLY-7 each call is exactly as the contract has it', async () => {
  const relay = says('{"version":1}', 201)
  const [id, sealed] = [newReplyId(), new Uint8Array([1, 2, 3])]
  expect(await sendReply(relay, box, id, sealed)).toEqual({ ok: true })
  const sent = sentTo(relay)
  expect(sent).toMatchObject({ url: `https://relay.example${paths.reply}`, method: 'POST' })
  const framed = sent.body instanceof Uint8Array ? unframe(sent.body) : null
  expect(readReplyHead(framed?.head)).toMatchObject({ locator: box.locator, id })
  expect(framed?.body).toEqual(sealed)
  const mine = await own()
  await fetchReplies(relay, mine)
  expect(readOwner(parsed(sentTo(relay).body))?.owner).toBe(mine.owner)
  await takeReplies(relay, mine, [id])
  expect(readTaken(parsed(sentTo(relay).body))?.ids).toEqual([id])
})

test('REPLY-7 what waits is taken apart as it was put together', async () => {
  const replies = [2, 5].map((length) => ({ id: newReplyId(), length }))
  const body = new Uint8Array([1, 2, 3, 4, 5, 6, 7])
  const relay = says(new Uint8Array(frame({ version: 1, replies }, body)))
  expect(await fetchReplies(relay, await own())).toEqual({
    ok: true,
    replies: [
      { id: replies[0]?.id, sealed: new Uint8Array([1, 2]) },
      { id: replies[1]?.id, sealed: new Uint8Array([3, 4, 5, 6, 7]) },
    ],
  })
})

test('REPLY-8 a relay that lies about what waits is refused', async () => {
  const id = newReplyId()
  const heads = [
    { version: 1, replies: [{ id, length: 4 }] },
    { version: 1, replies: [{ id, length: 2 }] },
    {
      version: 1,
      replies: [
        { id, length: -3 },
        { id, length: 6 },
      ],
    },
    { version: 1, replies: [{ id: 'x', length: 3 }] },
    { version: 1, replies: Array.from({ length: 21 }, () => ({ id, length: 1 })) },
    { version: 1 },
  ]
  const refused = { ok: false, why: 'refused' }
  for (const head of heads) {
    const relay = says(new Uint8Array(frame(head, new Uint8Array(3))))
    expect(await fetchReplies(relay, await own())).toEqual(refused)
  }
  const half = says(JSON.stringify({ version: 1, ...receipt }))
  expect(await takeReplies(half, await own(), [id])).toEqual(refused)
})

test('REPLY-8 no answer, a full inbox and an end each have their reason', async () => {
  const sealed = new Uint8Array(1)
  for (const [status, why] of [
    [404, 'gone'],
    [507, 'full'],
    [503, 'full'],
    [500, 'refused'],
  ] as const) {
    expect(await sendReply(says('', status), box, newReplyId(), sealed)).toEqual({ ok: false, why })
  }
})
