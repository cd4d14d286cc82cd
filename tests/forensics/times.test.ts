import { expect, test } from 'vitest'
import { attach, widenTo } from '../vault/chunks.ts'
import { item, keeperOver, type Keeper } from '../vault/desk.ts'
import type { Asked } from '../../src/vault/messages.ts'
import { rounds } from '../thorough.ts'

// What a list of files tells of one session after the other, whether there is a second vault or not.

const [code, second, shred] = ['483+92*7-165', '847193', '555555+5']

/** Both files as a list of them shows: how long they are, and whether they were written just now. */
type Listed = readonly [
  container: number,
  isWritten: boolean,
  space: number,
  isSpaceWritten: boolean,
]

const listed = ({ disk, space }: Keeper): Listed => [
  disk.size(),
  disk.writes().length > 0,
  space.size(),
  space.writes().length > 0,
]

type Own = Pick<Asked<'recode'>, 'others' | 'shred'>

const opens =
  (typed: string) =>
  async (keeper: Keeper): Promise<void> => {
    await keeper.opens(typed)
    while (await keeper.rest()) continue
  }

const keeps = (text: string) => (keeper: Keeper) =>
  keeper.ask({ ask: 'commit', put: [item('story/1', text)], drop: [] })

/** As the app does at each opening: into the other vault as well, if there is one. */
const notes = async (keeper: Keeper): Promise<void> => {
  await keeper.ask({ ask: 'tries' })
  const looked = await keeper.ask({ ask: 'lookBeside', name: 'note/1' })
  if ('beside' in looked && looked.beside)
    await keeper.ask({ ask: 'keepBeside', put: [item('note/1', 'opened')] })
  await keeper.ask({ ask: 'commit', put: [item('note/1', 'opened')], drop: [] })
}

/** Thirty megabytes for each phone, which takes its time. */
const photographs: readonly ((keeper: Keeper) => Promise<unknown>)[] = [
  (keeper) => widenTo(keeper, 8),
  (keeper) => attach(keeper, new Uint8Array(3_000_000), [0, 1, 2]),
  (keeper) => keeper.ask({ ask: 'clearChunks', slots: [1] }),
]

const days = (own: Own): readonly ((keeper: Keeper) => Promise<unknown>)[] => [
  (keeper) => keeper.ask({ ask: 'wake' }),
  (keeper) => keeper.ask({ ask: 'setUp', code }),
  keeps('first'),
  (keeper) => keeper.ask({ ask: 'recode', code, ...own }),
  (keeper) => keeper.ask({ ask: 'lock' }),
  (keeper) => keeper.ask({ ask: 'wake' }),
  (keeper) => keeper.ask({ ask: 'remember', state: '{"shown":"7"}' }),
  opens('12*3456'),
  opens(code),
  notes,
  keeps('long '.repeat(50_000)),
  ...(rounds(0, 1) === 1 ? photographs : []),
  (keeper) => keeper.ask({ ask: 'read' }),
  (keeper) => keeper.ask({ ask: 'lock' }),
  (keeper) => keeper.ask({ ask: 'wake' }),
]

const listsOf = async (own: Own): Promise<readonly Listed[]> => {
  const keeper = keeperOver()
  const lists: Listed[] = []
  for (const step of days(own)) {
    await step(keeper)
    lists.push(listed(keeper))
  }
  return lists
}

const other = (bytes: number) => ({ begin: [item('note/1', 'x'.repeat(bytes))], to: second })

test('FORENSIC-13 a second vault, small or full, with a shred code or without, changes no size and no time of a file', async () => {
  const alone = await listsOf({ others: [], shred: null })
  expect(alone.filter(([, isWritten]) => isWritten).length).toBeGreaterThan(6)
  expect(alone.filter(([, isWritten]) => !isWritten).length).toBeGreaterThan(2)
  const groups: readonly Own[] = [
    { others: [other(10)], shred: null },
    { others: [other(1_900_000)], shred: null },
    { others: [other(10)], shred: { code: shred, opens: 0 } },
  ]
  for (const own of groups.slice(0, rounds(1, 3))) expect(await listsOf(own)).toEqual(alone)
}, 60_000)

test('FORENSIC-13 the decoy is opened and written to as a sole vault is', async () => {
  const sessions = async (own: Own, typed: string): Promise<readonly Listed[]> => {
    const keeper = keeperOver()
    await keeper.ask({ ask: 'setUp', code })
    await keeper.ask({ ask: 'recode', code, ...own })
    await keeper.ask({ ask: 'lock' })
    keeper.disk.writes()
    const lists: Listed[] = []
    for (const step of [
      opens(typed),
      notes,
      keeps('hers'),
      (one: Keeper) => one.ask({ ask: 'lock' }),
    ]) {
      await step(keeper)
      lists.push(listed(keeper))
    }
    return lists
  }
  const alone = await sessions({ others: [], shred: null }, code)
  expect(await sessions({ others: [other(10)], shred: null }, second)).toEqual(alone)
})
