import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../src/relay/store.ts'
import { limits } from '../../src/share/contract.ts'
import { testFiles } from './files.contract.ts'
import { testInbox } from './inbox.contract.ts'
import { askOf, day, newSecrets, noon, ownerOf, shareOf } from './given.ts'
import { livingParts } from './living.contract.ts'

export type Driver = { readonly open: () => Store; readonly drop: () => void | Promise<void> }

const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
const opened = async (asked: Promise<unknown>[]): Promise<number> =>
  (await Promise.all(asked)).filter((answer) => answer !== null).length

type Get = () => Store

const testMaking = (store: Get): void => {
  test('RELAY-1 gives a share back as it was made', async () => {
    const secrets = newSecrets()
    const body = randomBytes(20_480)
    expect(await store().create(shareOf(secrets, { body }))).toEqual({ ok: true })
    const answer = await store().open(askOf(secrets), noon)
    expect(answer && Buffer.from(answer.body).equals(body)).toBe(true)
    expect(answer && Buffer.from(answer.serverShare).equals(secrets.serverShare)).toBe(true)
    expect(answer).toMatchObject({ until: noon + 7 * day, counter: 1 })
  })

  test('RELAY-1 opens a share without a passcode when none is given', async () => {
    const secrets = newSecrets(false)
    await store().create(shareOf(secrets))
    expect(await store().open(askOf(secrets, { pass: randomBytes(32) }), noon)).toBeNull()
    expect(await store().open(askOf(secrets), noon)).not.toBeNull()
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ wrong: 0 })
  })

  test('RELAY-2 refuses a locator that is in use, and changes nothing about it', async () => {
    const secrets = newSecrets()
    await store().create(shareOf(secrets))
    const thief = { ...newSecrets(), locator: secrets.locator }
    expect(await store().create(shareOf(thief))).toEqual({ ok: false, why: 'taken' })
    expect(await store().open(askOf(thief), noon)).toBeNull()
    expect(await store().open(askOf(secrets), noon)).not.toBeNull()
  })
}

const testGuesses = (store: Get): void => {
  test('RELAY-4 counts a wrong passcode only from somebody who holds the link', async () => {
    const secrets = newSecrets()
    await store().create(shareOf(secrets))
    const link = randomBytes(32)
    await store().open(askOf(secrets, { link, pass: randomBytes(32) }), noon)
    await store().open(askOf(secrets, { pass: null }), noon)
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ wrong: 0 })
    await store().open(askOf(secrets, { pass: randomBytes(32) }), noon)
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ wrong: 1, opens: 0 })
  })

  test('RELAY-5 pauses after the last try, and the owner can resume', async () => {
    const secrets = newSecrets()
    await store().create(shareOf(secrets, { tries: 2 }))
    for (const pass of many(3, () => randomBytes(32)))
      await store().open(askOf(secrets, { pass }), noon)
    expect(await store().open(askOf(secrets), noon)).toBeNull()
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ state: 'paused', wrong: 2 })
    expect(await store().resume(ownerOf(secrets), noon)).toMatchObject({ state: 'live', wrong: 2 })
    expect(await store().open(askOf(secrets), noon)).not.toBeNull()
  })

  test('RELAY-5 a right passcode between wrong ones gives no tries back', async () => {
    const secrets = newSecrets()
    await store().create(shareOf(secrets, { tries: 2 }))
    const guess = () => store().open(askOf(secrets, { pass: randomBytes(32) }), noon)
    await guess()
    expect(await store().open(askOf(secrets), noon)).not.toBeNull()
    await guess()
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ state: 'paused' })
  })
}

const testCrowds = (store: Get): void => {
  test('RELAY-5 twenty wrong passcodes at once cost exactly the tries there are', async () => {
    const secrets = newSecrets()
    await store().create(shareOf(secrets, { tries: 7 }))
    await Promise.all(many(20, () => store().open(askOf(secrets, { pass: randomBytes(32) }), noon)))
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ state: 'paused', wrong: 7 })
    await store().resume(ownerOf(secrets), noon)
    await Promise.all(many(6, () => store().open(askOf(secrets, { pass: randomBytes(32) }), noon)))
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ state: 'live', wrong: 13 })
  })

  test('RELAY-6 a thousand openers at once get exactly the five places there are', async () => {
    const secrets = newSecrets()
    await store().create(shareOf(secrets, { openers: 5 }))
    expect(await opened(many(1000, () => store().open(askOf(secrets), noon)))).toBe(5)
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ openers: 5, opens: 5 })
  })

  test('RELAY-6 forty shares of one place, twenty openers each, open forty times', async () => {
    const all = many(40, () => newSecrets())
    await Promise.all(all.map((secrets) => store().create(shareOf(secrets, { openers: 1 }))))
    const asked = all.flatMap((secrets) => many(20, () => store().open(askOf(secrets), noon)))
    expect(await opened(asked)).toBe(40)
  })
}

const testComingBack = (store: Get): void => {
  test('RELAY-7 a known opener opens again without using up a place', async () => {
    const secrets = newSecrets()
    await store().create(shareOf(secrets, { openers: 1 }))
    const opener = randomBytes(32)
    expect(await opened(many(3, () => store().open(askOf(secrets, { opener }), noon)))).toBe(3)
    expect(await store().open(askOf(secrets), noon)).toBeNull()
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ openers: 1, opens: 3 })
  })

  test('RELAY-8 a stop ends a share for good, and may be repeated', async () => {
    const secrets = newSecrets()
    await store().create(shareOf(secrets))
    await store().open(askOf(secrets), noon)
    const first = await store().stop(ownerOf(secrets), noon)
    expect(first).toMatchObject({ state: 'ended', openers: 1, opens: 1 })
    expect(await store().stop(ownerOf(secrets), noon)).toEqual(first)
    expect(await store().open(askOf(secrets), noon)).toBeNull()
    expect(await store().resume(ownerOf(secrets), noon)).toEqual(first)
    expect(await store().create(shareOf(secrets))).toEqual({ ok: false, why: 'taken' })
  })
}

const testStops = (store: Get): void => {
  test('RELAY-8 stopping again does not keep the counters longer', async () => {
    const secrets = newSecrets()
    await store().create(shareOf(secrets))
    await store().stop(ownerOf(secrets), noon)
    const late = noon + 3600 + limits.afterlife
    await store().stop(ownerOf(secrets), late - 1)
    expect(await store().sweep(late)).toEqual({ ended: 0, forgotten: 1 })
  })
}

const testEnds = (store: Get): void => {
  test('RELAY-9 a share is over at its end, before any sweep', async () => {
    const secrets = newSecrets()
    await store().create(shareOf(secrets, { until: noon + 600 }))
    expect(await store().open(askOf(secrets), noon + 599)).not.toBeNull()
    expect(await store().open(askOf(secrets), noon + 600)).toBeNull()
    expect(await store().look(ownerOf(secrets), noon + 600)).toMatchObject({ state: 'ended' })
  })

  test('RELAY-9 a sweep ends what is over, spares what is not, and forgets later', async () => {
    const [over, live] = [newSecrets(), newSecrets()]
    await store().create(shareOf(over, { until: noon + 600 }))
    await store().create(shareOf(live))
    expect(await store().sweep(noon + 600)).toEqual({ ended: 1, forgotten: 0 })
    expect(await store().look(ownerOf(over), noon + 600)).toMatchObject({ state: 'ended' })
    expect(await store().open(askOf(live), noon + 600)).not.toBeNull()
    const late = noon + 600 + limits.afterlife + 3600
    expect(await store().sweep(late)).toMatchObject({ forgotten: 1 })
    expect(await store().look(ownerOf(over), late)).toBeNull()
  })

  test('RELAY-9 one sweep ends more shares than it takes at a time', async () => {
    const all = many(1100, () => newSecrets())
    await Promise.all(all.map((secrets) => store().create(shareOf(secrets, { until: noon }))))
    expect(await store().sweep(noon)).toEqual({ ended: 1100, forgotten: 0 })
    expect(await store().sweep(noon)).toEqual({ ended: 0, forgotten: 0 })
  })
}

const testOwners = (store: Get): void => {
  test('RELAY-10 only the owner may look, stop and resume', async () => {
    const secrets = newSecrets()
    await store().create(shareOf(secrets))
    const stranger = ownerOf({ ...secrets, owner: secrets.link })
    for (const wish of ['look', 'stop', 'resume'] as const) {
      expect(await store()[wish](stranger, noon)).toBeNull()
      expect(await store()[wish](ownerOf(newSecrets()), noon)).toBeNull()
    }
    expect(await store().open(askOf(secrets), noon)).not.toBeNull()
  })

  test('RELAY-11 a receipt tells the hour of the last open and nothing finer', async () => {
    const secrets = newSecrets()
    await store().create(shareOf(secrets))
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ lastOpen: null })
    await store().open(askOf(secrets), noon + 1234)
    const receipt = await store().look(ownerOf(secrets), noon + 2000)
    expect(receipt?.lastOpen).toBe(noon + 1234 - ((noon + 1234) % 3600))
    expect(Number(receipt?.lastOpen) % 3600).toBe(0)
  })

  test('RELAY-12 says that it is ready', async () => {
    expect(await store().ready()).toBe(true)
  })
}

const parts = [
  testFiles,
  testInbox,
  testMaking,
  testGuesses,
  testCrowds,
  testComingBack,
  testStops,
  testEnds,
  testOwners,
]

/** What every driver must do, run on each of them. */
export const testStore = (name: string, driver: () => Driver): void => {
  describe(name, () => {
    let made: Driver
    let store: Store
    beforeEach(() => {
      made = driver()
      store = made.open()
    })
    afterEach(async () => {
      await store.close()
      await made.drop()
    })
    for (const part of [...parts, ...livingParts]) part(() => store)
  })
}
