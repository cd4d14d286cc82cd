import { expect, test } from 'vitest'
import type { ReplyItem } from '../../src/record/reply.ts'
import { limits } from '../../src/share/contract.ts'
import { newReplyId } from '../../src/share/replies.ts'
import {
  newReplyKeys,
  openReply,
  replyBounds,
  sealReply,
  type Content,
} from '../../src/share/reply.ts'

const letter = (items: readonly ReplyItem[]): Content => ({
  version: 1,
  language: 'sv',
  from: 'Office',
  sent: '2026-11-24T09:00:00Z',
  items,
})

const start = async () => {
  const keys = await newReplyKeys()
  return { keys, box: { locator: newReplyId(), key: keys.key }, id: newReplyId() }
}

const message = (length: number): ReplyItem => ({ kind: 'message', text: 'x'.repeat(length) })

/** Of so many bytes as JSON. */
const letterOf = (bytes: number): Content => {
  const most = Array.from({ length: 6 }, () => message(replyBounds.text))
  const spare = bytes - JSON.stringify(letter([...most, message(0)])).length
  return letter([...most, message(spare)])
}

test('REPLY-4 the largest letter that is sealed is one that the relay takes, and nothing larger is sealed', async () => {
  const { box } = await start()
  // The last step of the padding that the relay has room for, without the four bytes that stand before the letter.
  const largest = 63_488 - 4
  const sealed = await sealReply(letterOf(largest), box, newReplyId())
  expect(sealed?.length).toBeLessThanOrEqual(limits.inbox.letter)
  expect(await sealReply(letterOf(largest + 1), box, newReplyId())).toBeNull()
})

test('REPLY-301 a letter that names other sizes than those of its files is not taken', async () => {
  const { keys, box, id } = await start()
  const open = async (named: number) => {
    const item = { kind: 'file', name: 'a', size: 10 } as const
    // What goes on its way is another size than what it was checked by.
    const lying = { ...item, toJSON: () => ({ ...item, size: named }) }
    const sealed = await sealReply(letter([lying]), box, id, [new Uint8Array(10)])
    if (!sealed) throw new Error('not sealed')
    return openReply(sealed, box, id, keys.secret)
  }
  expect(await open(10)).toMatchObject({ ok: true })
  for (const named of [9, 11]) expect(await open(named)).toEqual({ ok: false, why: 'damaged' })
})
