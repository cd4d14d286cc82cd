import { derive } from '../crypto/derive.ts'
import { random } from '../crypto/random.ts'
import { open, seal } from '../crypto/seal.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { wipe } from '../crypto/wipe.ts'
import type { Disk } from './disk.ts'
import { openHeader, sealHeader, type Header, type PageRef } from './header.ts'
import { headerAt, headerBytes, pageAt, pageBytes, placeOf, regions, type Copy } from './layout.ts'
import { decodePage, encodePage } from './page.ts'
import type { Page } from './packing.ts'

/** Where a vault lies and the key of its headers. */
export type Spot = {
  readonly sodium: Sodium
  readonly disk: Disk
  readonly pages: number
  readonly region: number
  readonly key: Uint8Array
}

/** A header that opened, and the copy that it was read from. */
export type Found = { readonly spot: Spot; readonly header: Header; readonly copy: Copy }

const copies: readonly Copy[] = [0, 1]

export const headerKey = (sodium: Sodium, root: Uint8Array, region: number): Uint8Array =>
  derive(sodium, root, `header ${region}`)

const readHeader = (spot: Spot, copy: Copy): Found | null => {
  const sealed = spot.disk.read(headerAt(spot.region, copy), headerBytes)
  const header = openHeader(spot.sodium, spot.key, spot.region, copy, sealed)
  return header ? { spot, header, copy } : null
}

const isBetter = (one: Found, best: Found): boolean =>
  one.header.opens !== null || one.header.generation > best.header.generation

const bestOf = (found: readonly (Found | null)[]): Found | null =>
  found.reduce((best, one) => (one && (!best || isBetter(one, best)) ? one : best), null)

/** The newest header of a region; null when its key opens none. */
export const findIn = (spot: Spot): Found | null =>
  bestOf(copies.map((copy) => readHeader(spot, copy)))

/** Tries every copy in every region, so that the time does not tell which one opened. */
export const findVault = (
  sodium: Sodium,
  disk: Disk,
  pages: number,
  root: Uint8Array,
): Found | null => {
  const found = Array.from({ length: regions }, (_, region) => {
    const spot = { sodium, disk, pages, region, key: headerKey(sodium, root, region) }
    const best = findIn(spot)
    if (!best) wipe(spot.key)
    return best
  })
  return bestOf(found)
}

export const writeHeader = async (spot: Spot, copy: Copy, header: Header): Promise<void> => {
  const sealed = sealHeader(spot.sodium, spot.key, spot.region, copy, header)
  spot.disk.write(headerAt(spot.region, copy), sealed)
  await spot.disk.flush()
}

export const readPage = (spot: Spot, ref: PageRef): Page => {
  const sealed = spot.disk.read(pageAt(spot.region, ref.slot), pageBytes)
  const place = placeOf('page', spot.region, ref.slot, ref.generation)
  const plain = open(spot.sodium, ref.key, sealed, place)
  if (!plain) return { ref, pieces: [], readable: false }
  const pieces = decodePage(plain)
  wipe(plain)
  return { ref, pieces, readable: true }
}

/** Seals a page under a fresh key into a free slot; kept only once a header names it. */
export const writePage = (spot: Spot, page: Page, slot: number, generation: number): Page => {
  const key = random(32)
  const plain = encodePage(page.pieces)
  const place = placeOf('page', spot.region, slot, generation)
  spot.disk.write(pageAt(spot.region, slot), seal(spot.sodium, key, plain, place))
  wipe(plain)
  return { ...page, ref: { slot, generation, key } }
}
