import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Store } from '../../src/relay/store.ts'
import { rounds } from '../thorough.ts'
import { askOf, newSecrets, noon, ownerOf, shareOf } from './given.ts'

// A pause and a resume that come in another order than she asked for them, run on every driver.

type Get = () => Store
type Said = { readonly wish: 'pause' | 'resume'; readonly order: number }

const wishes = fc.constantFrom('pause' as const, 'resume' as const)

/** What she said, one after the other, and how it comes: in any order, some of it twice, some never. */
const comings = fc
  .array(wishes, { minLength: 1, maxLength: 5 })
  .chain((said) =>
    fc
      .array(fc.nat(said.length - 1), { minLength: 1, maxLength: 8 })
      .map((at) => [said, at] as const),
  )
  .map(([said, at]) =>
    at.map((place): Said => ({ wish: said[place] ?? 'pause', order: place + 1 })),
  )

export const testOrder = (store: Get): void => {
  test('RELAY-600 in whatever order they come, the last that she asked for of those that came holds', async () => {
    const property = fc.asyncProperty(comings, async (coming) => {
      const secrets = newSecrets()
      await store().create(shareOf(secrets))
      const last = { wish: 'resume', order: 0 }
      for (const { wish, order } of coming) {
        if (order > last.order) Object.assign(last, { wish, order })
        const state = last.wish === 'pause' ? 'paused' : 'live'
        const told = await store()[wish]({ ...ownerOf(secrets), order }, noon)
        expect(told).toMatchObject({ state, order: last.order })
      }
      const opened = await store().open(askOf(secrets), noon)
      expect(opened !== null).toBe(last.wish === 'resume')
    })
    await fc.assert(property, { numRuns: rounds(20, 500) })
  })

  test('RELAY-600 the same resume again gives no tries back', async () => {
    const secrets = newSecrets()
    await store().create(shareOf(secrets, { tries: 1 }))
    const resumed = { ...ownerOf(secrets), order: 1 }
    expect(await store().resume(resumed, noon)).toMatchObject({ state: 'live' })
    await store().open(askOf(secrets, { pass: secrets.owner }), noon)
    expect(await store().resume(resumed, noon)).toMatchObject({ state: 'paused' })
  })

  test('RELAY-601 without a number a pause is always done, and a resume only while none had one', async () => {
    const secrets = newSecrets()
    await store().create(shareOf(secrets))
    const owner = ownerOf(secrets)
    expect(await store().pause(owner, noon)).toMatchObject({ state: 'paused', order: 0 })
    expect(await store().resume(owner, noon)).toMatchObject({ state: 'live', order: 0 })
    await store().resume({ ...owner, order: 7 }, noon)
    expect(await store().pause(owner, noon)).toMatchObject({ state: 'paused', order: 7 })
    expect(await store().resume(owner, noon)).toMatchObject({ state: 'paused', order: 7 })
    expect(await store().resume({ ...owner, order: 8 }, noon)).toMatchObject({ state: 'live' })
  })
}
