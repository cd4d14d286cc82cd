import { expect, test } from 'vitest'
import { clearLog, putAway } from '../../src/app/ending.ts'
import { look } from '../../src/app/noting.ts'
import { makeShare, stopSharing } from '../../src/app/sharing.ts'
import { standingOf } from '../../src/app/screens/share/standing.ts'
import { changeEnd } from '../../src/app/updating.ts'
import { listOf, put } from '../../src/record/record.ts'
import type { Share } from '../../src/record/types.ts'
import { spell } from '../../src/share/bytes.ts'
import type { Relay } from '../../src/share/call.ts'
import { paths } from '../../src/share/contract.ts'
import { locatorOf } from '../../src/share/keys.ts'
import { parseLink } from '../../src/share/link.ts'
import { newReplyId, sendReply } from '../../src/share/replies.ts'
import { sealReply } from '../../src/share/reply.ts'
import { day, noon } from '../relay/given.ts'
import { clock, cut, lose, openedBy, passes, phone, start, wish } from './line.ts'

const made = async (over: Partial<typeof wish> = {}) => {
  const line = start()
  await makeShare(line.desk, { ...wish, ...over })
  return line
}

const standing = ({ desk, one }: Awaited<ReturnType<typeof made>>) => standingOf(one(), desk.time())

/** What an agency does that was given the link. */
const answerTo = async (relay: Relay, { secret, reply }: Share, text: string): Promise<void> => {
  const link = await parseLink(secret)
  if (!link || !reply) throw new Error('takes no answers')
  const box = { key: reply.key, locator: spell(await locatorOf(link)) }
  const id = newReplyId()
  const content = { language: 'sv', from: '', sent: '2027-01-15T09:00:00Z' }
  const items = [{ kind: 'message' as const, text }]
  const sealed = await sealReply({ version: 1, ...content, items }, box, id)
  if (!sealed || !(await sendReply(relay, box, id, sealed)).ok) throw new Error('not sent')
}

test('SHARING-200 a phone that runs ahead does not lose the way to stop what is still open', async () => {
  const line = await made()
  const { desk, one, shares } = line
  phone.now = noon + 8 * day
  expect(standing(line)).toBe('ended')
  const { owner } = one()
  expect(await clearLog(desk)).toEqual({ ok: true })
  expect(shares()).toHaveLength(1)
  expect(one()).toMatchObject({ owner, ended: '' })
  expect(await stopSharing(desk, one())).toEqual({ ok: true })
  expect(await openedBy(desk.relay, one())).toMatchObject({ ok: false })
})

test('SHARING-200 off the list means that the relay ended it, whatever the clock says', async () => {
  const { desk, one, line } = await made()
  phone.now = noon + 8 * day
  const still = one()
  line.break = cut
  expect(await putAway(desk, one())).toEqual({ ok: false, why: 'offline' })
  expect(one()).toEqual(still)
  line.break = passes
  expect(await putAway(desk, one())).toEqual({ ok: true })
  expect(one()).toMatchObject({ owner: '', secret: '', filed: desk.time() })
  expect(await openedBy(desk.relay, still)).toMatchObject({ ok: false, why: 'gone' })
})

test('SHARING-200 emptying the log without a network takes out only what was surely over', async () => {
  const { desk, shares, line, one } = await made()
  await stopSharing(desk, one())
  const [stopped] = shares()
  await makeShare(desk, wish)
  phone.now = clock.now = noon + 8 * day
  line.break = (path, pass) => (path === paths.look ? cut(path, pass) : pass())
  expect(await clearLog(desk)).toEqual({ ok: false, why: 'offline' })
  expect(shares().map(({ id }) => id === stopped?.id)).toEqual([false])
  line.break = passes
  expect(await clearLog(desk)).toEqual({ ok: true })
  expect(shares()).toEqual([])
})

test('SHARING-201 after a lost answer the next receipt brings the end of the link', async () => {
  const line = await made()
  const { desk, one } = line
  line.line.break = lose(paths.replace)
  expect(await changeEnd(desk, one(), 20 * day)).toMatchObject({ ok: false })
  line.line.break = passes
  phone.now = clock.now = noon + 8 * day
  expect(standing(line)).toBe('ended')
  expect(await look(desk, one())).toMatchObject({ ok: true, receipt: { state: 'live' } })
  expect(Date.parse(one().grant.until) / 1000).toBe(noon + 20 * day)
  expect(standing(line)).toBe('open')
})

test('SHARING-201 the word of a receipt is not taken for an end that she never sealed', async () => {
  const { desk, one, line } = await made()
  const { until } = one().grant
  line.break = async (path, pass) => {
    const answer = await pass()
    if (path !== paths.look) return answer
    return Response.json({ ...(await answer.json()), until: noon + 25 * day })
  }
  expect(await look(desk, one())).toMatchObject({ ok: true })
  expect(one().grant.until).toBe(until)
})

test('SHARING-202 what waits of answers is fetched before the key to them goes', async () => {
  for (const leave of [putAway, clearLog]) {
    const { desk, one, line } = await made()
    const share = one()
    await answerTo(desk.relay, share, 'Ring mig')
    await stopSharing(desk, share)
    line.break = (path, pass) => (path === paths.replies ? cut(path, pass) : pass())
    expect(await leave(desk, one())).toEqual({ ok: false, why: 'offline' })
    expect(one().reply).toEqual(share.reply)
    line.break = passes
    expect(await leave(desk, one())).toEqual({ ok: true })
    const replies = listOf(desk.state().record, 'reply')
    expect(replies.map(({ items }) => items)).toMatchObject([[{ text: 'Ring mig' }]])
  }
})

/** The relay's clock jumps ahead, she looks, and somebody puts it right. */
const madeBesideAClockAhead = async () => {
  const line = await made()
  const before = line.one()
  clock.now = noon + 20 * day
  await look(line.desk, line.one())
  expect(standing(line)).toBe('ended')
  clock.now = noon + 60
  return { ...line, before }
}

test('SHARING-493 when the clock of the relay is right again, so is what the phone says', async () => {
  const line = await madeBesideAClockAhead()
  await look(line.desk, line.one())
  expect(standing(line)).toBe('open')
  expect(await openedBy(line.desk.relay, line.one())).toMatchObject({ ok: true })
})

test.each([
  ['the list', (line: Awaited<ReturnType<typeof made>>) => putAway(line.desk, line.one())],
  [
    'the log',
    async (line: Awaited<ReturnType<typeof made>>) => {
      clock.now = noon + 20 * day
      const done = await clearLog(line.desk)
      clock.now = noon + 60
      return done
    },
  ],
] as const)(
  'SHARING-493 what leaves %s while the relay’s clock is wrong opens no more when it is right',
  async (_, leave) => {
    const line = await madeBesideAClockAhead()
    expect(await leave(line)).toEqual({ ok: true })
    expect(line.shares().every(({ owner }) => owner === '')).toBe(true)
    expect(await openedBy(line.desk.relay, line.before)).toMatchObject({ ok: false, why: 'gone' })
  },
)

test('SHARING-493 an answer that was on its way while the link was ended does not bring it back', async () => {
  const line = await made()
  const { desk, one } = line
  const before = Promise.withResolvers<void>()
  line.line.break = async (path, pass) => {
    const answer = await pass()
    if (path === paths.look) await before.promise
    return answer
  }
  const looking = look(desk, one())
  await new Promise((done) => setTimeout(done, 50))
  line.line.break = passes
  desk.send(put({ ...one(), ended: desk.time() }))
  before.resolve()
  await looking
  expect(one().ended).toBe(desk.time())
})
