import { random } from '../crypto/random.ts'
import { wipe } from '../crypto/wipe.ts'
import type { Header, PageRef } from './header.ts'
import type { Copy } from './layout.ts'
import type { Item } from './messages.ts'
import { repack, unpack, type Page } from './packing.ts'
import { readPage, writeHeader, writePage, type Found, type Spot } from './region.ts'

/** An open vault: the only thing that holds keys and plaintext. */
export type Vault = {
  /** Items in no order, and how many pages would not open. */
  readonly read: () => { readonly items: readonly Item[]; readonly damaged: number }
  /** All of it or nothing; false when there is no room. Throws when the disk refuses. */
  readonly commit: (put: readonly Item[], drop: readonly string[]) => Promise<boolean>
  /** Makes both header copies alike, so that no header knows the keys of replaced pages. */
  readonly settle: () => Promise<void>
  readonly lock: () => void
}

const other = (copy: Copy): Copy => (copy === 0 ? 1 : 0)

const refsOf = (pages: readonly Page[]): PageRef[] => pages.flatMap((page) => page.ref ?? [])

/**
 * Slots that the newest header does not name. The older copy's pages may go: it is the one that is
 * written next, and until that is done the newest stays whole.
 */
const freeSlots = (pages: number, header: Header): number[] => {
  const taken = new Set(header.pages.map((ref) => ref.slot))
  return Array.from({ length: pages }, (_, slot) => slot).filter((slot) => !taken.has(slot))
}

const forget = (old: readonly PageRef[], kept: readonly PageRef[]): void => {
  const keys = new Set(kept.map((ref) => ref.key))
  wipe(...old.map((ref) => ref.key).filter((key) => !keys.has(key)))
}

export const openVault = ({ spot, header: first, copy: from }: Found): Vault => {
  let header = first
  let copy = from
  let settled = false
  let pages: readonly Page[] = header.pages.map((ref) => readPage(spot, ref))

  const advance = async (next: readonly Page[]): Promise<void> => {
    const fresh = { ...header, generation: header.generation + 1, pages: refsOf(next) }
    await writeHeader(spot, other(copy), fresh)
    forget(header.pages, fresh.pages)
    header = fresh
    copy = other(copy)
    settled = false
    pages = next
  }

  const settle = async (): Promise<void> => {
    if (settled) return
    await advance(pages)
    settled = true
  }

  const commit = async (put: readonly Item[], drop: readonly string[]): Promise<boolean> => {
    const repacked = repack(pages, put, drop)
    const free = freeSlots(spot.pages, header)
    if (free.length < repacked.filter((page) => page.ref === null).length) return false
    const next = repacked.map((page) =>
      page.ref ? page : writePage(spot, page, free.shift() ?? 0, header.generation + 1),
    )
    await spot.disk.flush()
    await advance(next)
    if (drop.length > 0) await settle()
    return true
  }

  const lock = (): void => {
    wipe(spot.key, header.vaultKey, ...header.pages.map((ref) => ref.key))
    wipe(...pages.flatMap((page) => page.pieces.map((piece) => piece.bytes)))
    pages = []
  }

  const read = () => ({
    items: unpack(pages),
    damaged: pages.filter((page) => !page.readable).length,
  })

  return { read, commit, settle, lock }
}

/** Begins an empty vault in a region: both copies, so that nothing older opens there. */
export const beginVault = async (spot: Spot): Promise<Vault> => {
  const header: Header = { generation: 1, vaultKey: random(32), pages: [] }
  await writeHeader(spot, 0, header)
  const vault = openVault({ spot, header, copy: 0 })
  await vault.settle()
  return vault
}
