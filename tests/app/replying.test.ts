import { expect, test } from 'vitest'
import {
  confirmAnswer,
  contactNamed,
  fetchAnswers,
  letGo,
  originOf,
  takeOver,
} from '../../src/app/replying.ts'
import { makeShare } from '../../src/app/sharing.ts'
import { blankContact } from '../../src/record/contact.ts'
import { put } from '../../src/record/record.ts'
import type { Contact } from '../../src/record/types.ts'
import { isWaiting, type Reply, type ReplyItem } from '../../src/record/reply.ts'
import { spell } from '../../src/share/bytes.ts'
import { paths } from '../../src/share/contract.ts'
import { locatorOf } from '../../src/share/keys.ts'
import { parseLink } from '../../src/share/link.ts'
import { fetchReplies, newReplyId, sendReply } from '../../src/share/replies.ts'
import { sealReply } from '../../src/share/reply.ts'
import { cut, lose, openedBy, passes, refusing, start, wish } from './line.ts'

// Her app and a recipient against the real relay.

const date: ReplyItem = {
  kind: 'appointment',
  title: 'Möte \u202ehos oss',
  start: '2026-12-01T10:00',
  end: '',
  place: 'Rum 2',
  bring: '',
}
const card: ReplyItem = {
  kind: 'contact',
  organisation: 'Skolan',
  person: '',
  role: '',
  phone: '031-3900603',
  email: '',
}
const word: ReplyItem = { kind: 'message', text: 'Vi ses\n\n\n\nsnart' }

type Given = ReturnType<typeof start>

const boxOf = async ({ desk, one }: Given) => {
  const opened = await openedBy(desk.relay, one())
  const key = opened?.ok ? opened.summary.replyKey : null
  const link = await parseLink(one().secret)
  if (key === null || !link) throw new Error('takes no replies')
  return { key, locator: spell(await locatorOf(link)) }
}

const answer = async (given: Given, items: readonly ReplyItem[], id = newReplyId()) => {
  const box = await boxOf(given)
  const content = {
    language: 'sv',
    from: 'Handläggaren\u0007',
    sent: '2026-11-24T09:00:00Z',
    items,
  }
  const sealed = await sealReply({ version: 1, ...content }, box, id)
  return sealed && sendReply(given.desk.relay, box, id, sealed)
}

const begin = async (): Promise<Given> => {
  const given = start()
  await makeShare(given.desk, wish)
  return given
}

const repliesOf = ({ store }: Given): readonly Reply[] => [...store.state().record.reply.values()]

const only = (given: Given): Reply => {
  const [reply] = repliesOf(given)
  if (!reply) throw new Error('no reply')
  return reply
}

const now = '2026-11-24T10:00:00Z'
const stamp = { id: 'new-entry', now, said: 'Från ett svar', who: 'Handläggaren', contact: null }

test('ANSWER-1 an answer comes when she asks for it, fit to be drawn, and only once', async () => {
  const given = await begin()
  expect(await answer(given, [date, card, word])).toEqual({ ok: true })
  expect(repliesOf(given)).toEqual([])
  const fetched = { ok: true, fresh: 1, damaged: 0, newer: 0 }
  expect(await fetchAnswers(given.desk, given.one())).toEqual(fetched)
  const { from, share, items } = only(given)
  expect({ from, share }).toEqual({ from: 'Handläggaren', share: given.one().id })
  expect(items.map(({ fate }) => fate)).toEqual(['new', 'new', 'new'])
  expect(items[0]).toMatchObject({ title: 'Möte hos oss' })
  expect(items[2]).toMatchObject({ text: 'Vi ses\n\nsnart' })
  expect(await fetchAnswers(given.desk, given.one())).toEqual({ ...fetched, fresh: 0 })
  expect(repliesOf(given)).toHaveLength(1)
})

test('ANSWER-2 the relay erases what lies on the phone, and nothing before', async () => {
  const given = await begin()
  await answer(given, [word])
  const waiting = async (): Promise<number> => {
    let count = 0
    given.line.break = async (path, pass) => {
      const response = await pass()
      if (path === paths.replies) count = (await response.clone().arrayBuffer()).byteLength
      return response
    }
    await fetchAnswers(given.desk, given.one())
    given.line.break = passes
    return count
  }
  expect(await waiting()).toBeGreaterThan(4_000)
  given.store.look((view) => ({ ...view, trouble: 'busy' }))
  await confirmAnswer(given.desk, only(given))
  expect(await waiting()).toBeGreaterThan(4_000)
  given.store.look((view) => ({ ...view, trouble: null }))
  await confirmAnswer(given.desk, only(given))
  expect(await waiting()).toBeLessThan(100)
})

test('ANSWER-480 an answer that the phone turns out to have no room for waits at the relay', async () => {
  const phone = { full: false }
  const given = start(undefined, undefined, refusing(phone))
  await makeShare(given.desk, wish)
  await answer(given, [word])
  phone.full = true
  expect(await fetchAnswers(given.desk, given.one())).toMatchObject({ fresh: 1 })
  // She opens it at once, before the phone has said that it has no room.
  await confirmAnswer(given.desk, only(given))
  const later = await fetchReplies(given.desk.relay, given.one())
  expect(later.ok && later.replies.length).toBe(1)
  phone.full = false
  given.desk.send(put({ ...only(given), from: 'Handläggaren' }))
  await confirmAnswer(given.desk, only(given))
  expect(await fetchReplies(given.desk.relay, given.one())).toEqual({ ok: true, replies: [] })
})

test('ANSWER-3 without a network nothing is lost, whichever call it is', async () => {
  const given = await begin()
  await answer(given, [word])
  given.line.break = cut
  expect(await fetchAnswers(given.desk, given.one())).toEqual({ ok: false, why: 'offline' })
  given.line.break = passes
  await fetchAnswers(given.desk, given.one())
  given.line.break = lose(paths.taken)
  await confirmAnswer(given.desk, only(given))
  given.line.break = passes
  expect(await fetchAnswers(given.desk, given.one())).toMatchObject({ ok: true, fresh: 0 })
  expect(repliesOf(given)).toHaveLength(1)
})

test('ANSWER-4 rubbish that only a reader could send is told, erased, and hides no answer', async () => {
  const given = await begin()
  const box = await boxOf(given)
  await sendReply(given.desk.relay, box, newReplyId(), new Uint8Array(500).fill(1))
  await sendReply(given.desk.relay, box, newReplyId(), new Uint8Array(500).fill(9))
  await answer(given, [word])
  const first = await fetchAnswers(given.desk, given.one())
  expect(first).toEqual({ ok: true, fresh: 1, damaged: 1, newer: 1 })
  const again = await fetchAnswers(given.desk, given.one())
  expect(again).toEqual({ ok: true, fresh: 0, damaged: 0, newer: 1 })
})

test('ANSWER-5 she takes over item by item; each entry keeps where it came from', async () => {
  const given = await begin()
  await answer(given, [date, card])
  await fetchAnswers(given.desk, given.one())
  const before = given.store.state().record
  given.store.send(takeOver(only(given), 0, stamp))
  const { record } = given.store.state()
  expect(record.appointment.get(stamp.id)).toMatchObject({
    title: 'Möte hos oss',
    start: '2026-12-01T10:00',
    uid: originOf(only(given), 0),
  })
  expect(record.contact).toBe(before.contact)
  given.store.send(takeOver(only(given), 1, { ...stamp, id: 'second' }))
  expect(given.store.state().record.contact.get('second')).toMatchObject({
    organisation: 'Skolan',
    phones: [{ label: '', number: '031-3900603' }],
    source: originOf(only(given), 1),
  })
  expect(isWaiting(only(given))).toBe(false)
})

test('ANSWER-6 what she lets go makes no entry, and nobody is told', async () => {
  const given = await begin()
  await answer(given, [date])
  await fetchAnswers(given.desk, given.one())
  const asked: string[] = []
  given.line.break = (path, pass) => {
    asked.push(path)
    return pass()
  }
  const { appointment } = given.store.state().record
  given.store.send(letGo(only(given), 0))
  expect(given.store.state().record.appointment).toBe(appointment)
  expect(isWaiting(only(given))).toBe(false)
  expect(asked).toEqual([])
})

test('ANSWER-7 a proposed step goes into her plan, with who does it', async () => {
  const given = await begin()
  const by = (who: 'us' | 'you'): ReplyItem => ({
    kind: 'step',
    text: 'Ringa',
    on: '2026-12-01',
    by: who,
  })
  await answer(given, [by('us'), by('you'), by('us')])
  await fetchAnswers(given.desk, given.one())
  const stepAt = (at: number, contact: string | null) => {
    given.store.send(takeOver(only(given), at, { ...stamp, contact }))
    return given.store.state().record.step.get(stamp.id)
  }
  const same = { by: '2026-12-01', note: 'Från ett svar' }
  expect(stepAt(0, null)).toMatchObject({ ...same, what: 'Handläggaren: Ringa', contact: null })
  expect(stepAt(1, 'sara')).toMatchObject({ ...same, what: 'Ringa', contact: null })
  expect(stepAt(2, 'sara')).toMatchObject({ ...same, what: 'Ringa', contact: 'sara' })
})

test('ANSWER-7 whoever answered is a contact of hers only where one name fits one', async () => {
  const given = await begin()
  await answer(given, [word])
  await fetchAnswers(given.desk, given.one())
  const { record } = given.store.state()
  expect(contactNamed(record, only(given))).toBeNull()
  const sara: Contact = {
    ...blankContact,
    id: 'sara',
    person: 'Handläggaren',
    source: 'own',
    written: now,
    edited: now,
  }
  const one = put(sara)(record)
  expect(contactNamed(one, only(given))).toBe('sara')
  expect(contactNamed(put({ ...sara, id: 'other' })(one), only(given))).toBeNull()
})
