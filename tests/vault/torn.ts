import type { Written } from './memoryDisk.ts'

const sector = 4_096

const applied = (image: Uint8Array, { at, bytes, cut }: Written, length: number): Uint8Array => {
  if (cut) return image.slice(0, at)
  const longer = new Uint8Array(Math.max(image.length, at + length))
  longer.set(image)
  longer.set(bytes.subarray(0, length), at)
  return longer
}

/** The longest write that is torn at each 4 KiB; longer ones are runs of random or copied bytes. */
const longestFine = 131_072

/** Where a write is torn: at each 4 KiB of a page or header, and at `coarse` places of a long run. */
const cutsOf = ({ bytes }: Written, coarse: number): number[] => {
  const step =
    bytes.length > longestFine ? Math.ceil(bytes.length / coarse / sector) * sector : sector
  return Array.from({ length: Math.ceil(bytes.length / step) || 1 }, (_, n) => n * step)
}

/** What the file may look like after a kill in the middle of these writes, in order of time. */
export function* torn(
  start: Uint8Array,
  writes: readonly Written[],
  coarse: number,
): Generator<Uint8Array> {
  let image = start
  for (const write of writes) {
    for (const length of cutsOf(write, coarse))
      yield applied(image, { ...write }, write.cut ? 0 : length)
    image = applied(image, write, write.bytes.length)
  }
  yield image
}

const inOrder = (image: Uint8Array, writes: readonly Written[]): Uint8Array =>
  writes.reduce((now, write) => applied(now, write, write.bytes.length), image)

/** The writes of each time between two flushes. */
const between = (writes: readonly Written[]): readonly (readonly Written[])[] =>
  [...new Set(writes.map(({ flushed }) => flushed))].map((time) =>
    writes.filter(({ flushed }) => flushed === time),
  )

const tossed = (): boolean => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % 2 === 0

/** All subsets of a few; of many so many by chance, and as many again without one or with one alone. */
const subsets = <T>(all: readonly T[], chosen: number): readonly (readonly T[])[] => {
  if (all.length <= 4)
    return Array.from({ length: 2 ** all.length }, (_, bits) =>
      all.filter((_one, n) => (bits & (1 << n)) > 0),
    )
  const without = all.map((one) => all.filter((other) => other !== one))
  const alone = all.map((one) => [one])
  const some = Array.from({ length: chosen }, () => all.filter(tossed))
  return [...without.slice(0, chosen), ...alone.slice(0, chosen), ...some]
}

/**
 * What the file may look like after the power went: until a flush comes back the phone may keep any of what was
 * written since the one before, and not only the first of it.
 */
export function* lost(
  start: Uint8Array,
  writes: readonly Written[],
  chosen: number,
): Generator<Uint8Array> {
  let image = start
  for (const together of between(writes)) {
    for (const kept of subsets(together, chosen)) yield inOrder(image, kept)
    image = inOrder(image, together)
  }
}
