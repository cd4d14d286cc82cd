import { expect, test } from 'vitest'
import { createBudget } from '../../src/relay/budget.ts'
import { Busy, createOutgoing } from '../../src/relay/outgoing.ts'
import type { Store } from '../../src/relay/store.ts'
import {
  askOf,
  create,
  createFrame,
  newSecrets,
  noon,
  open,
  openRequest,
  ownerOf,
  pieceOf,
  relayOn,
  replyOf,
  shareOf,
} from './given.ts'
import { storeHere } from './here.ts'

const here = storeHere()

test('RELAY-202 bodies on their way out have a bound, and each caller a part of it', async () => {
  const outgoing = createOutgoing(1_000_000, 400_000)
  const hers = await outgoing.enter('her', 1)
  hers?.room(300_000)
  const again = await outgoing.enter('her', 1)
  expect(() => again?.room(200_000)).toThrow(Busy)
  for (const who of ['one', 'two']) (await outgoing.enter(who, 1))?.room(250_000)
  const late = await outgoing.enter('late', 1)
  expect(() => late?.room(300_000)).toThrow(Busy)
  hers?.over()
  hers?.over()
  late?.room(300_000)
  const more = await outgoing.enter('more', 1)
  more?.room(100_000)
  expect(await outgoing.enter('last', 0.01)).toBeNull()
})

test('RELAY-202 an answer for which there is no room changes nothing', async () => {
  const secrets = newSecrets()
  await here.store.create(shareOf(secrets))
  await here.store.reply(replyOf(secrets), noon)
  const none = (): void => {
    throw new Busy()
  }
  await expect(here.store.open(askOf(secrets), noon, none)).rejects.toThrow(Busy)
  await expect(here.store.own(ownerOf(secrets), noon, none)).rejects.toThrow(Busy)
  await expect(here.store.replies(ownerOf(secrets), none)).rejects.toThrow(Busy)
  expect(await here.store.look(ownerOf(secrets), noon)).toMatchObject({ opens: 0, openers: 0 })
})

test('RELAY-202 is told to come again', async () => {
  const secrets = newSecrets()
  await create(relayOn(here.store, { now: noon }), createFrame(secrets))
  const crowded: Store = {
    ...here.store,
    open: (ask, now, room) => Promise.resolve(room?.(6e6)).then(() => here.store.open(ask, now)),
  }
  const answer = await open(relayOn(crowded, { now: noon }, { inFlight: 0 }), openRequest(secrets))
  expect([answer.status, await answer.json()]).toEqual([503, { why: 'busy' }])
  expect(await here.store.look(ownerOf(secrets), noon)).toMatchObject({ opens: 0 })
})

test('RELAY-201 who has its share of the bytes waits, and holds up nobody behind', async () => {
  const budget = createBudget(100, 40)
  expect(await budget.take('her', 40, 1)).toBe(true)
  const more = budget.take('her', 30, 5)
  expect(await budget.take('other', 40, 1)).toBe(true)
  expect(await budget.take('third', 41, 0.01)).toBe(false)
  budget.give('her', 40)
  expect(await more).toBe(true)
  expect(await budget.take('third', 40, 0.01)).toBe(false)
})

test('RELAY-206 work that throws fails alone, and undoes what it had begun', async () => {
  const [hers, theirs] = [newSecrets(), newSecrets()]
  for (const secrets of [hers, theirs]) await here.store.create(shareOf(secrets))
  const broken = (): void => {
    throw new Error('a bad body')
  }
  const [bad, good] = await Promise.allSettled([
    here.store.open(askOf(hers), noon, broken),
    here.store.open(askOf(theirs), noon),
  ])
  expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled'])
  expect(await here.store.look(ownerOf(hers), noon)).toMatchObject({ opens: 0, openers: 0 })
  expect(await here.store.look(ownerOf(theirs), noon)).toMatchObject({ opens: 1, openers: 1 })
})

test('RELAY-207 replies are refused before they take what stops and opens need', async () => {
  await here.again(400_000)
  const secrets = newSecrets()
  await here.store.create(shareOf(secrets, { openers: 100 }))
  const said = new Set<unknown>()
  for (let at = 0; at < 12; at++) {
    said.add(await here.store.reply(replyOf(secrets, { sealed: new Uint8Array(60_000) }), noon))
  }
  expect(said).toEqual(new Set(['kept', 'full']))
  expect(await here.store.open(askOf(secrets), noon)).not.toBeNull()
  expect(await here.store.stop(ownerOf(secrets), noon)).toMatchObject({ state: 'ended' })
})

test('RELAY-208 a piece that is overwritten while it is read is gone, and no fault', async () => {
  const secrets = newSecrets()
  const piece = pieceOf(secrets, { sealed: new Uint8Array(500_000) })
  await here.store.put(piece, noon)
  await here.store.create(shareOf(secrets, { files: [{ id: piece.file, pieces: 1 }] }))
  const ask = askOf(secrets)
  await here.store.open(ask, noon)
  const reads = Array.from({ length: 8 }, () =>
    here.store.piece({ ...ask, file: piece.file, part: 0 }, noon),
  )
  await here.store.stop(ownerOf(secrets), noon)
  const got = await Promise.all(reads)
  expect(got.every((bytes) => bytes === null || bytes.length === 500_000)).toBe(true)
})
