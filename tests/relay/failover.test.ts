import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { median } from '../bench/figures.ts'
import { rounds } from '../thorough.ts'
import { dropFolder, newSecrets } from './given.ts'
import type { Book } from './load.ts'
import { createOne, faultsIn, keepBusy, newBook, sound } from './load.ts'
import { signal } from './nodes.ts'
import type { Apart } from './running.ts'
import { endOf, newHouse, startApart } from './running.ts'
import { startThree } from './standbys.ts'

// A relay that runs on through all of this, and sweeps all the time, on a PostgreSQL whose primary is killed again
// and again.

const three = await startThree()
const house = newHouse()
let relay: Apart | null = null

beforeAll(async () => {
  if (three) relay = await startApart(house, { DATABASE_URL: three.url(), SAMLAD_SWEEP: '1' })
}, 60_000)
afterAll(async () => {
  relay?.child.kill('SIGTERM')
  if (relay) await endOf(relay.child)
  dropFolder(house)
}, 60_000)

/** Milliseconds until a new share is acknowledged again. */
const untilServed = async (url: string): Promise<number> => {
  const begin = performance.now()
  while ((await createOne(url, newSecrets())) !== 201) await wait(20)
  return performance.now() - begin
}

type Round = { readonly book: Book; readonly outage: number }

/**
 * Under load: one standby falls asleep, the primary is killed, the standby that has more takes over. Where
 * they `swap`, it is the one that acknowledged alone that is asleep when the primary dies.
 */
const killPrimary = async (url: string, swap: boolean): Promise<Round> => {
  if (!three) throw new Error('There is no PostgreSQL.')
  const book = newBook()
  let over = false
  const busy = keepBusy(url, book, 4, () => over)
  const first = randomInt(2)
  const [stalled, awake] = [three.standbys()[first], three.standbys()[1 - first]]
  if (!stalled || !awake) throw new Error('There are no two standbys.')
  signal(stalled, 'SIGSTOP')
  while (book.live.length < 15 || book.stopped.length < 5) await wait(10)
  if (swap) {
    signal(awake, 'SIGSTOP')
    signal(stalled, 'SIGCONT')
  }
  signal(three.primary(), 'SIGKILL')
  const served = untilServed(url)
  signal(swap ? awake : stalled, 'SIGCONT')
  await three.promote()
  const outage = await served
  over = true
  await busy
  await three.mend()
  return { book, outage }
}

const times = rounds(2, 6, 20)

test.skipIf(!three)(
  `RELAY-250 ${times} killed primaries lose nothing that was acknowledged and let nobody in too often`,
  { timeout: times * 60_000 },
  async () => {
    const url = relay?.url ?? ''
    const all: Round[] = []
    for (let at = 0; at < times; at++) {
      const round = await killPrimary(url, at % 2 === 1)
      expect({ ...(await faultsIn(url, round.book)), faults: [] }).toEqual(sound)
      all.push(round)
    }
    const outages = all.map(({ outage }) => Math.round(outage))
    console.log(`outage: median ${median(outages)} ms, most ${Math.max(...outages)} ms`)
    const kept = all.flatMap(({ book }) => book.live)
    const last = await faultsIn(url, { ...newBook(), live: kept })
    expect(last).toEqual(sound)
  },
)
