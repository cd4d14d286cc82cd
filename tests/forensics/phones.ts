import { headerAt, headerBytes, regions } from '../../src/vault/layout.ts'
import { keeperOver, type Keeper } from '../vault/desk.ts'

// Containers as they lie on many phones, made by the real keeper.

export type Phone = {
  readonly image: Uint8Array
  /** Which regions hold a vault. */
  readonly used: ReadonlySet<number>
}

const room = 2_000_000

/** From 0 to below 1. */
export const chance = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32

const upTo = (most: number): number => Math.floor(chance() * most)

const words = 'hon ringde mötet handläggaren lägenheten skolan på torsdag i går igen nej ja '

/** Her words, so that a fault in sealing would show as words. */
const write = async (keeper: Keeper, bytes: number): Promise<void> => {
  const text = new TextEncoder().encode(words.repeat(Math.ceil(bytes / words.length)))
  const entries = 1 + upTo(60)
  const size = Math.floor(bytes / entries)
  const put = Array.from(
    { length: entries },
    (_, n) => [`story/${n}`, text.slice(0, size)] as const,
  )
  await keeper.ask({ ask: 'commit', put, drop: [] })
  for (let n = upTo(4); n > 0; n--) {
    const name = `story/${upTo(entries)}`
    if (chance() < 0.5) await keeper.ask({ ask: 'commit', put: [], drop: [name] })
    else await keeper.ask({ ask: 'commit', put: [[name, text.slice(0, upTo(size))]], drop: [] })
  }
}

const addUp = async (keeper: Keeper): Promise<void> => {
  await keeper.ask({ ask: 'wake' })
  for (let n = upTo(2); n > 0; n--) {
    await keeper.ask({ ask: 'remember', state: `{"shown":"${upTo(1_000)}"}` })
  }
}

const regionOf = (at: number): number =>
  Array.from({ length: regions }, (_, region) => region).findLast(
    (region) => headerAt(region, 0) <= at,
  ) ?? -1

/** A phone with vaults that are full to the given shares, 0 to 1. */
export const phone = async (fills: readonly number[]): Promise<Phone> => {
  const keeper = keeperOver()
  await addUp(keeper)
  keeper.disk.writes()
  for (const [n, fill] of fills.entries()) {
    await keeper.ask({ ask: 'setUp', code: `${n}+${n}` })
    await write(keeper, fill * room)
    await keeper.ask({ ask: 'lock' })
    await addUp(keeper)
  }
  const headers = keeper.disk.writes().filter(({ bytes }) => bytes.length === headerBytes)
  return { image: keeper.disk.image(), used: new Set(headers.map(({ at }) => regionOf(at))) }
}

/** The bytes of one region. */
export const regionIn = (image: Uint8Array, region: number): Uint8Array =>
  image.subarray(headerAt(region, 0), headerAt(region + 1, 0))
