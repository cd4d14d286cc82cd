import { clearUncarried, type OpenSpace } from './attachments.ts'
import { random } from '../crypto/random.ts'
import { wipe } from '../crypto/wipe.ts'
import type { Disk } from './disk.ts'
import type { Clearing } from './header.ts'
import { headerAt, headerBytes, pageAt, pageBytes, regions } from './layout.ts'
import { findIn, headerKey, writeHeader, type Found, type Spot } from './region.ts'

// A shred code destroys every vault but the one that it opens, and becomes that one's code. After it
// there is nothing left to tell that it was ever more than that.

/** Random bytes over both header copies; no key opens what they named. */
const dropHeaders = (disk: Disk, region: number): void =>
  disk.write(headerAt(region, 0), random(2 * headerBytes))

/** Writes both copies of a header under another key, with what is left to overwrite. */
const rekey = async (
  { spot, header: before, copy }: Found,
  key: Uint8Array,
  clearing: Clearing,
): Promise<Found> => {
  const other = copy === 0 ? 1 : 0
  const header = { ...before, clearing }
  const fresh = { spot: { ...spot, key }, header: { ...header, generation: header.generation + 2 } }
  // The older copy first, so that one of the two opens at any time.
  await writeHeader(fresh.spot, other, { ...header, generation: header.generation + 1 })
  await writeHeader(fresh.spot, copy, fresh.header)
  return { ...fresh, copy }
}

/** The newest header of the region that stays, under its old key or, after a kill, its next one. */
const findStaying = (old: Spot, next: Spot): Found | null => {
  const [one, two] = [findIn(old), findIn(next)]
  if (one && two) return one.header.generation > two.header.generation ? one : two
  return one ?? two
}

/**
 * Random bytes over all that these regions held, a page or a chunk at a time; their keys are gone
 * already. False when not all of it could be reached.
 */
export async function* overwrite(
  { disk, pages }: Pick<Spot, 'disk' | 'pages'>,
  dropped: readonly number[],
  openSpace: OpenSpace,
): AsyncGenerator<unknown, boolean> {
  for (const region of dropped) {
    for (let slot = 0; slot < pages; slot++) {
      disk.write(pageAt(region, slot), random(pageBytes))
      // What lies in one value goes there as a whole: a save that is refused in between would take this back.
      if (disk.kind === 'file') yield
    }
  }
  await disk.flush()
  return yield* clearUncarried(openSpace, dropped)
}

/** Of the regions that were to be overwritten, those in which no vault was begun since. */
export const stillDropped = (
  { regions: dropped, counter: from }: Clearing,
  counter: number,
): readonly number[] => {
  const begun = (counter - from + 256) % 256
  const taken = Array.from({ length: Math.min(begun, regions) }, (_, n) => (from + n) % regions)
  return dropped.filter((region) => !taken.includes(region))
}

/** `found`: null when what should stay is damaged. `clearing`: what is left to overwrite afterwards, so
 * that the answer is not late; the header that stays names it, for whoever opens it after a kill. */
export type Shredded = { readonly found: Found | null; readonly clearing: Clearing }

/**
 * Destroys what a shred header says. Its own region goes last: whoever types the code again after a
 * kill goes on where it stopped. `counter`: of set-ups.
 */
export const shred = async (root: Uint8Array, trap: Found, counter: number): Promise<Shredded> => {
  const { spot, header } = trap
  const stays = header.opens ?? spot.region
  const dropped = Array.from({ length: regions }, (_, region) => region).filter((r) => r !== stays)
  const clearing = { regions: dropped, counter }
  for (const region of dropped) if (region !== spot.region) dropHeaders(spot.disk, region)
  await spot.disk.flush()
  const key = headerKey(spot.sodium, root, stays)
  const there = { ...spot, region: stays }
  const staying = findStaying({ ...there, key: header.vaultKey }, { ...there, key })
  const found = staying && (await rekey(staying, key, clearing))
  dropHeaders(spot.disk, spot.region)
  await spot.disk.flush()
  wipe(header.vaultKey, spot.key)
  return { found, clearing }
}
