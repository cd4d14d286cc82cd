import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { NewReply, Store } from '../../src/relay/store.ts'
import { limits } from '../../src/share/contract.ts'
import { askOf, day, newSecrets, noon, ownerOf, replyOf, shareOf } from './given.ts'

const most = limits.inbox.replies
const replies = (count: number): unknown[] => Array.from({ length: count })
const later = noon + 8 * day

type Get = () => Store

const given = async (store: Store, more: Parameters<typeof shareOf>[1] = {}) => {
  const secrets = newSecrets()
  await store.create(shareOf(secrets, more))
  return secrets
}

const testReplies = (store: Get): void => {
  test('RELAY-110 replies wait for her as they were sent, in the order of coming', async () => {
    const secrets = await given(store())
    const sent = [300, 65_536, 1].map((size) => replyOf(secrets, { sealed: randomBytes(size) }))
    for (const reply of sent) expect(await store().reply(reply, noon)).toBe('kept')
    const waiting = await store().replies(ownerOf(secrets))
    expect(waiting?.map(({ id }) => Buffer.from(id).toString('hex'))).toEqual(
      sent.map(({ id }) => Buffer.from(id).toString('hex')),
    )
    const bytes = (one: Pick<NewReply, 'sealed'>): string => Buffer.from(one.sealed).toString('hex')
    expect(waiting?.map(bytes)).toEqual(sent.map(bytes))
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ replies: 3, opens: 0 })
  })

  test('RELAY-111 no reply comes in without the proof, or to what is over or takes none', async () => {
    const [secrets, ended, stopped] = [
      await given(store()),
      await given(store(), { until: noon + 600 }),
      await given(store()),
    ]
    await store().stop(ownerOf(stopped), noon)
    const mute = newSecrets()
    await store().create({ ...shareOf(mute), reply: null })
    const wrong = replyOf(secrets, { proof: randomBytes(32) })
    const all = [wrong, ...[ended, stopped, mute, newSecrets()].map((one) => replyOf(one))]
    for (const reply of all) expect(await store().reply(reply, noon + 600)).toBeNull()
    expect(await store().replies(ownerOf(secrets))).toEqual([])
    expect(await store().replies(ownerOf(mute))).toEqual([])
  })
}

const testCrowds = (store: Get): void => {
  test('RELAY-112 the same reply again changes nothing, and twenty wait at most', async () => {
    const secrets = await given(store())
    const same = replyOf(secrets)
    const again = await Promise.all(replies(9).map(() => store().reply(same, noon)))
    expect(new Set(again)).toEqual(new Set(['kept']))
    const told = await Promise.all(replies(60).map(() => store().reply(replyOf(secrets), noon)))
    expect(told.filter((one) => one === 'kept')).toHaveLength(most - 1)
    expect(told.filter((one) => one === 'full')).toHaveLength(61 - most)
    expect(await store().reply(same, noon)).toBe('kept')
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ replies: most })
  })

  test('RELAY-113 what she has taken makes room; nobody else can fetch or take', async () => {
    const secrets = await given(store())
    const sent = replies(most).map(() => replyOf(secrets))
    for (const reply of sent) await store().reply(reply, noon)
    const ids = sent.slice(0, 5).map(({ id }) => id)
    const stranger = ownerOf({ ...secrets, owner: secrets.reply })
    expect(await store().replies(stranger)).toBeNull()
    expect(await store().taken(stranger, ids, noon)).toBeNull()
    const receipt = await store().taken(ownerOf(secrets), [...ids, randomBytes(16)], noon)
    expect(receipt).toMatchObject({ state: 'live', replies: most - 5 })
    expect(await store().reply(replyOf(secrets), noon)).toBe('kept')
  })
}

const testBytes = (store: Get): void => {
  test('RELAY-300 what waits for one share has a bound in bytes, which what she takes frees', async () => {
    const secrets = await given(store())
    const large = () => replyOf(secrets, { sealed: randomBytes(limits.inbox.bytes) })
    const first = large()
    expect(await store().reply(first, noon)).toBe('kept')
    const told = await Promise.all([1, 2, 3].map(() => store().reply(large(), noon)))
    expect(told.filter((one) => one === 'kept')).toHaveLength(1)
    expect(await store().reply(replyOf(secrets), noon)).toBe('kept')
    const waiting = await store().replies(ownerOf(secrets))
    expect(waiting?.reduce((sum, { sealed }) => sum + sealed.length, 0)).toBeLessThanOrEqual(
      limits.inbox.all,
    )
    const [same] = waiting ?? []
    expect(Buffer.from(first.sealed).equals(same?.sealed ?? Buffer.alloc(0))).toBe(true)
    await store().taken(ownerOf(secrets), [first.id], noon)
    expect(await store().reply(large(), noon)).toBe('kept')
  })
}

const testEnds = (store: Get): void => {
  test('RELAY-114 replies wait after the end and after a stop, and go with the counters', async () => {
    const [ended, stopped] = [await given(store()), await given(store())]
    for (const secrets of [ended, stopped]) await store().reply(replyOf(secrets), noon)
    await store().stop(ownerOf(stopped), noon)
    await store().sweep(later)
    for (const secrets of [ended, stopped]) {
      expect(await store().replies(ownerOf(secrets))).toHaveLength(1)
      expect(await store().look(ownerOf(secrets), later)).toMatchObject({ replies: 1 })
    }
    await store().sweep(later + limits.afterlife + 3600)
    for (const secrets of [ended, stopped]) {
      expect(await store().replies(ownerOf(secrets))).toBeNull()
    }
  })

  test('RELAY-115 guesses that pause a share do not close her inbox', async () => {
    const secrets = await given(store(), { tries: 1 })
    await store().open(askOf(secrets, { pass: randomBytes(32) }), noon)
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ state: 'paused' })
    expect(await store().reply(replyOf(secrets), noon)).toBe('kept')
  })
}

/** Where replies wait, on every driver. */
export const testInbox = (store: Get): void => {
  for (const part of [testReplies, testCrowds, testBytes, testEnds]) part(store)
}
