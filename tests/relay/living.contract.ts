import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Replacement, Store } from '../../src/relay/store.ts'
import { limits } from '../../src/share/contract.ts'
import type { Secrets } from './given.ts'
import { testOrder } from './order.contract.ts'
import { testUnseen } from './unseen.contract.ts'
import { askOf, day, newSecrets, noon, ownerOf, shareOf } from './given.ts'

// What a share does over time, run on every driver: shown, paused, read back, replaced.

type Get = () => Store

const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
const served = async (asked: Promise<unknown>[]): Promise<number> =>
  (await Promise.all(asked)).filter((answer) => answer !== null).length
const wrong = (secrets: Secrets, opener: Uint8Array) =>
  askOf(secrets, { pass: randomBytes(32), opener })

const replacement = (secrets: Secrets, more: Partial<Replacement> = {}): Replacement => ({
  ...ownerOf(secrets),
  serverShare: randomBytes(32),
  until: noon + 7 * day,
  counter: 2,
  files: [],
  body: Buffer.from('sealed anew'),
  ...more,
})

const made = async (store: Store, secrets: Secrets, more = {}): Promise<Secrets> => {
  await store.create(shareOf(secrets, more))
  return secrets
}

const testShown = (store: Get): void => {
  test('RELAY-140 without a passcode a view counts once the page shows it, and once', async () => {
    const secrets = await made(store(), newSecrets(false))
    const ask = askOf(secrets)
    const receipt = () => store().look(ownerOf(secrets), noon)
    expect(await store().open(ask, noon)).not.toBeNull()
    expect(await receipt()).toMatchObject({ openers: 0, opens: 0, lastOpen: null })
    expect(await store().shown(ask, noon)).toBe(true)
    expect(await store().shown(ask, noon)).toBe(false)
    expect(await receipt()).toMatchObject({ openers: 1, opens: 1 })
    await store().open(ask, noon)
    expect(await store().shown(ask, noon)).toBe(true)
    expect(await receipt()).toMatchObject({ openers: 1, opens: 2 })
  })

  test('RELAY-140 a page that never says that it shows anything uses up no view', async () => {
    const secrets = await made(store(), newSecrets(false), { openers: 1 })
    expect(await store().open(askOf(secrets), noon)).not.toBeNull()
    expect(await store().open(askOf(secrets), noon)).toBeNull()
    const later = noon + 2 * limits.held
    const ask = askOf(secrets)
    expect(await store().open(ask, later)).not.toBeNull()
    expect(await store().shown(ask, later)).toBe(true)
    expect(await store().look(ownerOf(secrets), later)).toMatchObject({ openers: 1, opens: 1 })
  })
}

const testNotShown = (store: Get): void => {
  test('RELAY-140 who says so without the link, late, or of another share counts nothing', async () => {
    const secrets = await made(store(), newSecrets(false), { openers: 1 })
    const coded = await made(store(), newSecrets())
    const ask = askOf(secrets)
    await store().open(ask, noon)
    expect(await store().shown({ ...ask, link: randomBytes(32) }, noon)).toBe(false)
    expect(await store().shown({ ...ask, opener: randomBytes(32) }, noon)).toBe(false)
    expect(await store().shown(askOf(coded), noon)).toBe(false)
    const later = noon + 2 * limits.held
    const other = askOf(secrets)
    await store().open(other, later)
    expect(await store().shown(ask, later)).toBe(false)
    await store().stop(ownerOf(secrets), later)
    expect(await store().shown(other, later)).toBe(false)
  })

  test('RELAY-140 a sweep lets go of the places that were held', async () => {
    const secrets = await made(store(), newSecrets(false), { openers: 1 })
    const ask = askOf(secrets)
    await store().open(ask, noon)
    const later = noon + 2 * limits.held
    await store().sweep(later)
    expect(await store().shown(ask, later)).toBe(false)
  })
}

const testCrowds = (store: Get): void => {
  test('RELAY-141 without a passcode, too, a thousand at once get the five places there are', async () => {
    const secrets = await made(store(), newSecrets(false), { openers: 5 })
    const asks = many(1000, () => askOf(secrets))
    expect(await served(asks.map((ask) => store().open(ask, noon)))).toBe(5)
    const counted = await Promise.all(asks.map((ask) => store().shown(ask, noon)))
    expect(counted.filter(Boolean)).toHaveLength(5)
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ openers: 5, opens: 5 })
  })

  test('RELAY-141 forty such shares of one place, twenty pages each, are served forty times', async () => {
    const all = many(40, () => newSecrets(false))
    await Promise.all(all.map((secrets) => made(store(), secrets, { openers: 1 })))
    const asks = all.flatMap((secrets) => many(20, () => askOf(secrets)))
    expect(await served(asks.map((ask) => store().open(ask, noon)))).toBe(40)
  })
}

const testOwnTries = (store: Get): void => {
  test('RELAY-142 one browser has five tries, and others go on', async () => {
    const secrets = await made(store(), newSecrets(), { tries: 20 })
    const opener = randomBytes(32)
    await Promise.all(many(12, () => store().open(wrong(secrets, opener), noon)))
    const seen = { state: 'live', wrong: limits.ownTries, locked: 1 }
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject(seen)
    expect(await store().open(askOf(secrets, { opener }), noon)).toBeNull()
    expect(await store().open(askOf(secrets), noon)).not.toBeNull()
    expect(await store().resume(ownerOf(secrets), noon)).toMatchObject({ locked: 0 })
    expect(await store().open(askOf(secrets, { opener }), noon)).not.toBeNull()
  })

  test('RELAY-142 a resume forgives who was let in before, and takes no place twice', async () => {
    const secrets = await made(store(), newSecrets(), { openers: 1, tries: 20 })
    const opener = randomBytes(32)
    await store().open(askOf(secrets, { opener }), noon)
    await Promise.all(many(5, () => store().open(wrong(secrets, opener), noon)))
    expect(await store().open(askOf(secrets, { opener }), noon)).toBeNull()
    await store().resume(ownerOf(secrets), noon)
    expect(await store().open(askOf(secrets, { opener }), noon)).not.toBeNull()
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ openers: 1, opens: 2 })
  })
}

const testPause = (store: Get): void => {
  test('RELAY-143 the owner pauses a share and lets it go on, with a passcode or without', async () => {
    for (const secrets of [newSecrets(), newSecrets(false)]) {
      await made(store(), secrets)
      expect(await store().pause(ownerOf(secrets), noon)).toMatchObject({ state: 'paused' })
      expect(await store().open(askOf(secrets), noon)).toBeNull()
      expect(await store().resume(ownerOf(secrets), noon)).toMatchObject({ state: 'live' })
      expect(await store().open(askOf(secrets), noon)).not.toBeNull()
    }
  })

  test('RELAY-144 the owner reads her own share, paused too, and uses up nothing', async () => {
    const secrets = await made(store(), newSecrets(), { openers: 1 })
    await store().pause(ownerOf(secrets), noon)
    const own = await store().own(ownerOf(secrets), noon)
    expect(own && Buffer.from(own.body).toString()).toBe('sealed')
    expect(await store().look(ownerOf(secrets), noon)).toMatchObject({ openers: 0, opens: 0 })
    await store().stop(ownerOf(secrets), noon)
    expect(await store().own(ownerOf(secrets), noon)).toBeNull()
  })

  test('RELAY-10 nobody else pauses, reads or replaces', async () => {
    const secrets = await made(store(), newSecrets())
    const stranger = { ...secrets, owner: secrets.link }
    expect(await store().pause(ownerOf(stranger), noon)).toBeNull()
    expect(await store().own(ownerOf(stranger), noon)).toBeNull()
    expect(await store().replace(replacement(stranger), noon)).toBeNull()
    const opened = await store().open(askOf(secrets), noon)
    expect(opened).toMatchObject({ counter: 1 })
  })
}

const testReplace = (store: Get): void => {
  test('RELAY-145 new content stands under the same link, and the one before is gone', async () => {
    const secrets = await made(store(), newSecrets(), { openers: 1 })
    const opener = randomBytes(32)
    await store().open(askOf(secrets, { opener }), noon)
    const share = replacement(secrets, { until: noon + 9 * day })
    expect(await store().replace(share, noon)).toEqual({ ok: true })
    const opened = await store().open(askOf(secrets, { opener }), noon + 8 * day)
    expect(opened && Buffer.from(opened.body).toString()).toBe('sealed anew')
    expect(opened).toMatchObject({ counter: 2, until: noon + 9 * day })
    const receipt = await store().look(ownerOf(secrets), noon)
    expect(receipt).toMatchObject({ counter: 2, openers: 1, opens: 2, until: noon + 9 * day })
  })

  test('RELAY-145 a shorter end holds, and an ended share is not brought back', async () => {
    const secrets = await made(store(), newSecrets())
    await store().replace(replacement(secrets, { until: noon + 600 }), noon)
    expect(await store().open(askOf(secrets), noon + 600)).toBeNull()
    expect(await store().replace(replacement(secrets, { counter: 3 }), noon + 600)).toBeNull()
    expect(await store().sweep(noon + 600)).toMatchObject({ ended: 1 })
  })
}

const testVersions = (store: Get): void => {
  test('RELAY-145 of many at once exactly one of each version counts, and none goes back', async () => {
    const secrets = await made(store(), newSecrets())
    const done = await Promise.all(many(8, () => store().replace(replacement(secrets), noon)))
    expect(done.filter((one) => one?.ok)).toHaveLength(1)
    expect(done.filter((one) => one?.ok === false && one.why === 'taken')).toHaveLength(7)
    await store().replace(replacement(secrets, { counter: 5 }), noon)
    const back = await store().replace(replacement(secrets, { counter: 4 }), noon)
    expect(back).toEqual({ ok: false, why: 'taken' })
    expect(await store().open(askOf(secrets), noon)).toMatchObject({ counter: 5 })
  })

  test('RELAY-145 who opens while it is replaced gets one version whole', async () => {
    const secrets = await made(store(), newSecrets(), { openers: 100 })
    const opens = many(30, () => store().open(askOf(secrets), noon))
    const swaps = [2, 3, 4].map((counter) =>
      store().replace(replacement(secrets, { counter, body: Buffer.alloc(9000, counter) }), noon),
    )
    await Promise.all(swaps)
    for (const opened of await Promise.all(opens)) {
      const first = opened && Buffer.from(opened.body)
      const whole =
        opened?.counter === 1 ? Buffer.from('sealed') : Buffer.alloc(9000, opened?.counter)
      expect(first?.equals(whole)).toBe(true)
    }
  })
}

export const livingParts: readonly ((store: Get) => void)[] = [
  testShown,
  testUnseen,
  testNotShown,
  testCrowds,
  testOwnTries,
  testPause,
  testOrder,
  testReplace,
  testVersions,
]
