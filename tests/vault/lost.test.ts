import { expect, test } from 'vitest'
import type { Asked, Ask } from '../../src/vault/messages.ts'
import { rounds } from '../thorough.ts'
import { item, type Keeper } from './desk.ts'
import type { Written } from './memoryDisk.ts'
import { lost } from './torn.ts'
import { opening, withVaults } from './vaults.ts'

// The power goes, and of what was written since the last flush the phone has kept whatever it had got to.

const [real, decoy] = ['483+92*7-165', '111+222']
const next = { real: '7/2.5*91-63', decoy: '555+666' }
const all = [real, decoy, next.real, next.decoy]
const [none, chosen] = [undefined, rounds(2, 24)]

const recoded: Asked<'recode'> = {
  ask: 'recode',
  code: next.real,
  others: [{ code: decoy, to: next.decoy }],
  shred: null,
}

const before = [real, decoy, none, none]
const saved: Ask = { ask: 'commit', put: [item('note/1', 'after')], drop: ['note/2'] }

/** What is asked, and what the codes may open if the power goes meanwhile. */
const changes: Readonly<Record<string, readonly [Ask, ...(readonly (string | undefined)[])[]]>> = {
  'a save': [saved, before, ['after', decoy, none, none]],
  'a refreshed decoy': [
    { ask: 'refresh', code: decoy, put: [item('note/1', 'after')], drop: [] },
    before,
    [real, 'after', none, none],
  ],
  growing: [{ ask: 'grow' }, before],
  'changed codes': [recoded, before, [none, none, real, decoy]],
}

type Broken = { readonly start: Uint8Array; readonly writes: readonly Written[] }

/** Her vault is open and the decoy lies beside it; what is written while one thing is asked. */
const asking = async (ask: Ask): Promise<Broken> => {
  const keeper: Keeper = await withVaults([decoy, real])
  await keeper.ask({ ask: 'lock' })
  await keeper.opens(real)
  const start = keeper.disk.image()
  keeper.disk.writes()
  const answer = await keeper.ask(ask)
  expect(answer).toMatchObject({ ok: true })
  return { start, writes: keeper.disk.writes() }
}

const found = async ({ start, writes }: Broken): Promise<readonly string[]> => {
  const seen = new Set<string>()
  for (const image of lost(start, writes, chosen))
    seen.add(JSON.stringify((await opening(image, all)).notes))
  return [...seen]
}

const texts = (states: readonly unknown[]): readonly string[] =>
  states.map((state) => JSON.stringify(state))

test.each(Object.entries(changes))(
  'VAULT-300 whatever is lost between two flushes, %s leaves the state before or after',
  async (_, [ask, ...states]) => {
    const seen = await found(await asking(ask))
    expect(seen.toSorted()).toEqual(texts(states).toSorted())
  },
  600_000,
)

test('VAULT-300 erasing leaves each vault whole or gone, whatever is lost between two flushes', async () => {
  for (const state of await found(await asking({ ask: 'erase' }))) {
    const notes: readonly (string | null)[] = JSON.parse(state)
    notes.forEach((note, n) => expect([before[n] ?? null, null]).toContain(note))
  }
}, 600_000)

test('VAULT-300 a disk whose flushes are worth nothing does lose what was kept', async () => {
  const { start, writes } = await asking(saved)
  const unordered = writes.map((write) => ({ ...write, flushed: 0 }))
  const states = texts([before, ['after', decoy, none, none]])
  const seen = await found({ start, writes: unordered })
  expect(seen.filter((state) => !states.includes(state))).not.toEqual([])
})
