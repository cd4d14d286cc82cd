import { randomBytes } from 'node:crypto'
import process from 'node:process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareRows } from '../../src/relay/rows.ts'
import { openDatabase } from '../../src/relay/schema.ts'
import type { Store } from '../../src/relay/store.ts'
import { rounds } from '../thorough.ts'
import { dropFolder, newFolder, noon, sqliteIn } from './given.ts'

let folder: string
beforeEach(() => {
  folder = newFolder()
})
afterEach(() => dropFolder(folder))

const count = rounds(10_000, 100_000)

/** Rows alone: where their bodies lie makes no difference to a sweep. */
const fillRows = (): void => {
  const db = openDatabase(folder)
  const { insert } = prepareRows(db)
  const terms = { openers: 5, tries: 10, counter: 1, forget: noon * 2 }
  const spot = { segment: noon, offset: 0, length: 0 }
  const secret = (): Uint8Array => randomBytes(32)
  const fill = db.transaction(() => {
    for (let at = 0; at < count; at++) {
      const secrets = { link: secret(), pass: secret(), owner: secret(), wrapKey: secret() }
      const locator = randomBytes(16)
      const row = {
        ...terms,
        ...spot,
        ...secrets,
        reply: null,
        locator,
        serverShare: secret(),
        until: noon,
      }
      insert.run(row)
    }
  })
  fill()
  db.close()
}

/** Milliseconds of the processor, of this thread. */
const spent = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

const watchTurns = () => {
  const turns: number[] = []
  let over = false
  let last = spent()
  const turn = (): void => {
    const now = spent()
    turns.push(now - last)
    last = now
    if (!over) setImmediate(turn)
  }
  setImmediate(turn)
  return () => {
    over = true
    return turns.toSorted((a, b) => b - a)
  }
}

const sweep = async (store: Store) => {
  const stop = watchTurns()
  const [began, before] = [performance.now(), spent()]
  const swept = await store.sweep(noon)
  const [wall, work] = [performance.now() - began, spent() - before]
  const turns = stop()
  // One may be the collector's, or the first, which is still being compiled.
  return { swept, wall, work, longest: turns[0] ?? 0, second: turns[1] ?? 0 }
}

test(
  `RELAY-95 ${count} ended shares are made unreadable in small steps`,
  { timeout: 60_000 },
  async () => {
    fillRows()
    const store = sqliteIn(folder)
    const { swept, wall, work, longest, second } = await sweep(store)
    expect(swept).toEqual({ ended: count, forgotten: 0 })
    console.log(
      `${count} shares unreadable in ${wall.toFixed(0)} ms, ${work.toFixed(0)} of them work, ` +
        `the longest step ${longest.toFixed(1)} ms of work`,
    )
    // Work and not the clock, because a busy machine makes everybody wait.
    expect(work).toBeLessThan(500)
    expect(second).toBeLessThan(10)
    expect(longest).toBeLessThan(25)
    await store.close()
  },
)
