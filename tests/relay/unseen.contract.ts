import { expect, test } from 'vitest'
import type { Store } from '../../src/relay/store.ts'
import { limits } from '../../src/share/contract.ts'
import { askOf, newSecrets, noon, ownerOf, shareOf, type Secrets } from './given.ts'

// Content that was fetched and never shown, on every driver.

type Get = () => Store

const made = async (store: Store, secrets: Secrets, more = {}): Promise<Secrets> => {
  await store.create(shareOf(secrets, more))
  return secrets
}

const testFetches = (store: Get): void => {
  test('RELAY-301 what is fetched and never shown is counted, and not without end', async () => {
    const secrets = await made(store(), newSecrets(false), { openers: 1 })
    const receipt = (at: number) => store().look(ownerOf(secrets), at)
    // One after the other, each with a name of its own, after the place before is free again.
    const most = 1 + limits.unseen
    const at = (turn: number): number => noon + 2 * limits.held * turn
    const shared = { ...secrets }
    for (let turn = 0; turn < most; turn++) {
      const ask = askOf(shared)
      expect(await store().open(ask, at(turn)), String(turn)).not.toBeNull()
      // The same browser again within its time is the same fetch.
      expect(await store().open(ask, at(turn)), String(turn)).not.toBeNull()
      expect(await receipt(at(turn))).toMatchObject({ unseen: turn + 1, opens: 0, openers: 0 })
    }
    expect(await receipt(at(most))).toMatchObject({ state: 'paused', unseen: most })
    expect(await store().open(askOf(shared), at(most))).toBeNull()
    expect(await store().resume(ownerOf(secrets), at(most))).toMatchObject({
      state: 'live',
      unseen: 0,
    })
    expect(await store().open(askOf(shared), at(most))).not.toBeNull()
  })
}

const testSeen = (store: Get): void => {
  test('RELAY-301 what is shown is no fetch without a view, and a passcode counts at once', async () => {
    const [open, coded] = [
      await made(store(), newSecrets(false), { openers: 3 }),
      await made(store(), newSecrets()),
    ]
    for (let turn = 0; turn < 3; turn++) {
      const ask = askOf(open)
      await store().open(ask, noon)
      expect(await store().look(ownerOf(open), noon)).toMatchObject({ unseen: 1, openers: turn })
      expect(await store().shown(ask, noon)).toBe(true)
      await store().open(ask, noon)
      await store().shown(ask, noon)
    }
    expect(await store().look(ownerOf(open), noon)).toMatchObject({ unseen: 0, openers: 3 })
    await store().open(askOf(coded), noon)
    expect(await store().look(ownerOf(coded), noon)).toMatchObject({ unseen: 0, openers: 1 })
  })
}

export const testUnseen = (store: Get): void => {
  testFetches(store)
  testSeen(store)
}
