import { randomBytes } from 'node:crypto'
import process from 'node:process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareRows } from '../../src/relay/sqlite/rows.ts'
import { openDatabase } from '../../src/relay/sqlite/schema.ts'
import type { Store } from '../../src/relay/store.ts'
import { rounds } from '../thorough.ts'
import { fillRows } from './filled.ts'
import { dropFolder, newFolder, noon, sqliteIn } from './given.ts'

let folder: string
let bare: string
beforeEach(() => {
  folder = newFolder()
  bare = newFolder()
})
afterEach(() => [folder, bare].forEach(dropFolder))

const count = rounds(10_000, 100_000)

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

const atOnce = 150

/** The same rows emptied by the simplest statement there is, as many at a time: what no sweep can undercut. */
const sweepBare = () => {
  const db = openDatabase(bare)
  const empty = db.prepare<[number, number]>(
    'UPDATE share SET link = NULL, pass = NULL, wrapKey = NULL, serverShare = NULL WHERE id BETWEEN ? AND ?',
  )
  const step = db.transaction((from: number) => empty.run(from, from + atOnce - 1))
  const steps: number[] = []
  for (let from = 1; from <= count; from += atOnce) {
    const before = spent()
    step(from)
    steps.push(spent() - before)
  }
  db.close()
  const work = steps.reduce((sum, one) => sum + one, 0)
  return { work, second: steps.toSorted((a, b) => b - a)[1] ?? 0 }
}

test(
  `RELAY-95 ${count} ended shares are made unreadable in small steps`,
  { timeout: 120_000 },
  async () => {
    fillRows(folder, count)
    fillRows(bare, count)
    const control = sweepBare()
    const store = sqliteIn(folder)
    const { swept, wall, work, longest, second } = await sweep(store)
    expect(swept).toEqual({ ended: count, forgotten: 0 })
    console.log(
      `${count} shares unreadable in ${wall.toFixed(0)} ms, ${work.toFixed(0)} of them work, ` +
        `bare ${control.work.toFixed(0)}; the longest steps ${longest.toFixed(1)} and ` +
        `${second.toFixed(1)} ms of work, bare ${control.second.toFixed(1)}`,
    )
    // Work and not the clock, because a busy machine makes everybody wait; beside the bare statement,
    // because a slow one makes everybody work.
    expect(work).toBeLessThan(Math.max(500, 4 * control.work))
    expect(second).toBeLessThan(Math.max(10, 5 * control.second))
    await store.close()
  },
)

const guests = 20
const replies = { shares: 12, each: 20, atOnce: 8 }

/** What hangs on shares, in rows: openers, held places, replies of the greatest size, pieces. */
const fillBeside = (folder: string): void => {
  const db = openDatabase(folder)
  const rows = prepareRows(db)
  const fill = db.transaction(() => {
    for (let id = 1; id <= 400; id++) {
      for (let at = 0; at < guests; at++) {
        const one = { id, token: randomBytes(32) }
        if (at % 2 === 0) rows.admit.run(one)
        else rows.hold.run({ ...one, held: noon })
      }
    }
    for (let id = 1; id <= replies.shares; id++) {
      for (let at = 0; at < replies.each; at++) {
        rows.putReply.run({ id, token: randomBytes(16), sealed: randomBytes(65_536) })
      }
    }
    for (let part = 0; part < 2000; part++) {
      const piece = {
        locator: randomBytes(16),
        owner: randomBytes(32),
        file: randomBytes(16),
        part,
      }
      const place = { name: randomBytes(16).toString('hex'), length: 9, wrapKey: randomBytes(32) }
      rows.putPiece.run({ ...piece, ...place, until: noon })
    }
  })
  fill()
  db.exec(`UPDATE share SET forget = ${noon} WHERE id <= 400`)
  db.close()
}

/** The least that erasing so many replies takes at a time. */
const dropBare = (): number => {
  const db = openDatabase(bare)
  const drop = db.prepare<[number, number]>('DELETE FROM reply WHERE place BETWEEN ? AND ?')
  const step = db.transaction((from: number) => drop.run(from, from + replies.atOnce - 1))
  const steps: number[] = []
  for (let from = 1; from <= replies.shares * replies.each; from += replies.atOnce) {
    const before = spent()
    step(from)
    steps.push(spent() - before)
  }
  db.close()
  return steps.toSorted((a, b) => b - a)[1] ?? 0
}

test('RELAY-95 openers, replies and pieces of what has ended go in small steps, too', async () => {
  for (const one of [folder, bare]) {
    fillRows(one, count)
    fillBeside(one)
  }
  const control = dropBare()
  const store = sqliteIn(folder)
  const { swept, longest, second } = await sweep(store)
  expect(swept).toEqual({ ended: count, forgotten: 400 })
  console.log(
    `the longest steps ${longest.toFixed(1)} and ${second.toFixed(1)} ms of work, ` +
      `bare ${control.toFixed(1)}`,
  )
  expect(second).toBeLessThan(Math.max(10, 5 * control))
  // The longest may be the collector's, and still is none of thousands of rows at once.
  expect(longest).toBeLessThan(Math.max(25, 5 * control))
  await store.close()
  const db = openDatabase(folder)
  const left = ['opener', 'reply', 'piece'].map((table) =>
    db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  )
  expect(left).toEqual([0, 0, 0])
  expect(db.prepare('SELECT bytes FROM tally').pluck().get()).toBe(0)
  db.close()
})

test('RELAY-501 a sweep in the data folder that a stop meets comes to its end', async () => {
  fillRows(folder, 2_000)
  const store = sqliteIn(folder)
  const swept = store.sweep(noon)
  await store.close()
  expect(await swept).toEqual({ ended: 2_000, forgotten: 0 })
})
