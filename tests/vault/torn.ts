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
