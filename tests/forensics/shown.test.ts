import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import type { Other } from '../../src/vault/messages.ts'
import { readContainer, readPreamble, type Stretch } from '../vault/containerReader.ts'
import { rounds } from '../thorough.ts'
import { item, keeperOver, type Keeper } from '../vault/desk.ts'

// He has a copy of the phone and the code that she gave him: what does its place tell him?

const quick: Stretch = (typed, salt) =>
  sodium.crypto_generichash(64, new TextEncoder().encode(typed), salt)

beforeAll(() => sodium.ready)

/** How many places lie between what a code opens and where the next set-up would begin. */
const stepsToNext = (keeper: Keeper, code: string): number => {
  const image = keeper.disk.image()
  const [shown] = readContainer(sodium, image, code, quick)
  if (!shown) throw new Error('the code opens nothing')
  return (readPreamble(image).counter - shown.region + 256) % 4
}

const withOne = async (): Promise<Keeper> => {
  const keeper = keeperOver()
  await keeper.ask({ ask: 'setUp', code: '1+1' })
  await keeper.ask({ ask: 'commit', put: [item('note/1', 'hers')], drop: [] })
  return keeper
}

const begun: Other = { begin: [item('note/1', 'shown')], to: '2+2' }
const carried: Other = { code: '2+2', to: '2+2' }
const shred = { code: '3+3', opens: 0 }

const change = async (keeper: Keeper, other: Other, armed: boolean): Promise<void> => {
  const ask = { ask: 'recode', code: '1+1', others: [other], shred: armed ? shred : null } as const
  expect(await keeper.ask(ask)).toEqual({ ok: true })
}

test('CONTAINER-7 on a phone with one vault the next one would begin right behind it', async () => {
  const keeper = await withOne()
  expect(stepsToNext(keeper, '1+1')).toBe(1)
  await keeper.ask({ ask: 'recode', code: '4+4', others: [], shred: null })
  expect(stepsToNext(keeper, '4+4')).toBe(1)
})

test.each([
  ['a decoy', [[begun, false]]],
  ['a decoy and a shred code', [[begun, true]]],
  [
    'a shred code that came later',
    [
      [begun, false],
      [carried, true],
    ],
  ],
  [
    'a shred code that was changed',
    [
      [begun, true],
      [carried, true],
    ],
  ],
  [
    'a decoy that was begun anew',
    [
      [begun, true],
      [begun, true],
      [begun, true],
    ],
  ],
] as const)(
  'CONTAINER-7 so it is behind what he is shown, also with %s',
  async (_, changes) => {
    for (let n = 0; n < rounds(2, 8); n++) {
      const keeper = await withOne()
      for (const [other, armed] of changes) await change(keeper, other, armed)
      expect(stepsToNext(keeper, '2+2')).toBe(1)
    }
  },
  120_000,
)
