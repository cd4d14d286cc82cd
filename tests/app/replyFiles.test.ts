import { expect, test } from 'vitest'
import {
  confirmAnswer,
  fetchAnswers,
  fetchFile,
  letGo,
  removeAnswer,
} from '../../src/app/replying.ts'
import { makeShare } from '../../src/app/sharing.ts'
import type { Reply, ReplyItem } from '../../src/record/reply.ts'
import { spell, type Bytes } from '../../src/share/bytes.ts'
import { paths } from '../../src/share/contract.ts'
import { locatorOf } from '../../src/share/keys.ts'
import { parseLink } from '../../src/share/link.ts'
import { fetchReplies, newReplyId, sendReply } from '../../src/share/replies.ts'
import { sealReply } from '../../src/share/reply.ts'
import { cut, passes, start, wish } from './line.ts'

// Files that come with an answer, her app and a recipient against the real relay.

type Given = ReturnType<typeof start>

const begin = async (): Promise<Given> => {
  const given = start()
  await makeShare(given.desk, wish)
  return given
}

const answer = async (
  { desk, one }: Given,
  items: readonly ReplyItem[],
  files: readonly Bytes[],
): Promise<void> => {
  const { secret, reply } = one()
  const link = await parseLink(secret)
  if (!link || !reply) throw new Error('takes no replies')
  const box = { key: reply.key, locator: spell(await locatorOf(link)) }
  const id = newReplyId()
  const content = { language: 'sv', from: 'Handläggaren', sent: '2026-11-24T09:00:00Z', items }
  const sealed = await sealReply({ version: 1, ...content }, box, id, files)
  if (!sealed) throw new Error('does not fit')
  expect(await sendReply(desk.relay, box, id, sealed)).toEqual({ ok: true })
}

const only = ({ store }: Given): Reply => {
  const [reply] = store.state().record.reply.values()
  if (!reply) throw new Error('no reply')
  return reply
}

const word: ReplyItem = { kind: 'message', text: 'Vi ses' }
const pdf = new Uint8Array(Buffer.from('%PDF-1.7 ett beslut'))
const letter: ReplyItem = { kind: 'file', name: '../Beslut\u202e.pdf', size: pdf.length }

test('ANSWER-300 a file waits at the relay until she has decided, and comes as it was sent', async () => {
  const given = await begin()
  const { desk, store } = given
  const other = new Uint8Array([1, 2, 3])
  const items = [{ ...letter, name: 'ett', size: 3 }, word, letter]
  await answer(given, items, [other, pdf])
  expect(await fetchAnswers(desk, given.one())).toMatchObject({ fresh: 1 })
  expect(JSON.stringify(only(given))).not.toContain('PDF-')
  await confirmAnswer(desk, only(given))
  expect(await fetchAnswers(desk, given.one())).toMatchObject({ fresh: 0 })
  expect(await fetchFile(desk, only(given), 2)).toEqual({ ok: true, bytes: pdf })
  expect(await fetchFile(desk, only(given), 0)).toEqual({ ok: true, bytes: other })
  given.line.break = cut
  expect(await fetchFile(desk, only(given), 2)).toEqual({ ok: false, why: 'offline' })
  given.line.break = passes
  store.send(letGo(only(given), 0))
  store.send(letGo(only(given), 2))
  await confirmAnswer(desk, only(given))
  expect(await fetchFile(desk, only(given), 2)).toEqual({ ok: false, why: 'gone' })
})

test('ANSWER-301 the name of a file is cleaned before it is drawn', async () => {
  const given = await begin()
  await answer(given, [letter], [pdf])
  await fetchAnswers(given.desk, given.one())
  expect(only(given).items[0]).toMatchObject({ kind: 'file', name: 'Beslut.pdf' })
})

test('ANSWER-481 an answer that she removed does not come again, and can be taken back until the next look', async () => {
  const given = await begin()
  const { desk, store } = given
  await answer(given, [word, letter], [pdf])
  await fetchAnswers(desk, given.one())
  store.send(removeAnswer(only(given)), 'reply.deleted')
  expect(only(given)).toMatchObject({ from: '', items: [] })
  const { said } = store.state().view
  if (!said?.undo) throw new Error('nothing to take back')
  store.send(said.undo)
  expect(only(given).items).toHaveLength(2)
  store.send(removeAnswer(only(given)), 'reply.deleted')
  // Without a network it is named until the relay has heard of it.
  given.line.break = (path, pass) => (path === paths.taken ? cut(path, pass) : pass())
  expect(await fetchAnswers(desk, given.one())).toMatchObject({ ok: true, fresh: 0 })
  given.line.break = passes
  expect(await fetchAnswers(desk, given.one())).toMatchObject({ ok: true, fresh: 0 })
  expect(await fetchReplies(desk.relay, given.one())).toEqual({ ok: true, replies: [] })
  expect(store.state().record.reply.size).toBe(0)
})
