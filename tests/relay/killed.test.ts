import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rounds } from '../thorough.ts'
import { dropFolder } from './given.ts'
import type { Book } from './load.ts'
import { faultsIn, keepBusy, newBook, sound } from './load.ts'
import { endOf, newHouse, startApart } from './running.ts'

let house: string
beforeEach(() => {
  house = newHouse()
})
afterEach(() => dropFolder(house))

const killRound = async (): Promise<Book> => {
  const book = newBook()
  const relay = await startApart(house)
  let over = false
  const busy = keepBusy(relay.url, book, 6, () => over)
  await wait(150 + (book.live.length % 7) * 20)
  while (book.live.length < 15) await wait(10)
  relay.child.kill('SIGKILL')
  over = true
  await busy
  await endOf(relay.child)
  return book
}

const times = rounds(3, 8, 20)

test(
  `RELAY-90 ${times} kills under load lose no share, revive none and let nobody in too often`,
  { timeout: times * 10_000 },
  async () => {
    const books: Book[] = []
    for (let at = 0; at < times; at++) books.push(await killRound())
    const relay = await startApart(house)
    for (const book of books) expect(await faultsIn(relay.url, book)).toEqual(sound)
    expect(books.flatMap(({ live }) => live).length).toBeGreaterThanOrEqual(times * 15)
    expect(books.flatMap(({ stopped }) => stopped).length).toBeGreaterThan(0)
    relay.child.kill('SIGTERM')
    expect(await endOf(relay.child)).toBe(0)
  },
)

test('RELAY-94 a restart under load loses nothing that was acknowledged', async () => {
  const book = newBook()
  const first = await startApart(house)
  let over = false
  const busy = keepBusy(first.url, book, 6, () => over)
  while (book.live.length < 20) await wait(10)
  first.child.kill('SIGTERM')
  expect(await endOf(first.child)).toBe(0)
  over = true
  await busy
  const second = await startApart(house)
  expect(await faultsIn(second.url, book)).toEqual(sound)
  second.child.kill('SIGTERM')
  await endOf(second.child)
})
