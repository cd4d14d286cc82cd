import { steady } from '../crypto/steady.ts'
import { wipe } from '../crypto/wipe.ts'
import { whyOf } from './full.ts'
import type { Beside, Header, PageRef } from './header.ts'
import { pageAt, pageBytes, type Copy } from './layout.ts'
import type { Item } from './messages.ts'
import { repack, unpack, type Page } from './packing.ts'
import { readPage, writeHeader, writePage, type Found, type Spot } from './region.ts'

/** An open vault: the only thing that holds keys and plaintext. */
export type Vault = {
  /** Which of the equal regions it lies in. */
  readonly region: number
  /** Items in no order, and how many pages would not open. */
  readonly read: () => { readonly items: readonly Item[]; readonly damaged: number }
  /**
   * All of it or nothing, but what is only let go where room is short; false when there is no room. Throws when the
   * disk refuses.
   */
  readonly commit: (put: readonly Item[], drop: readonly string[]) => Promise<boolean>
  /** Puts what a copy had, whose place may have had no slot free: tighter, or into the spare one, rather than not. */
  readonly fill: (put: readonly Item[]) => Promise<boolean>
  /** Makes both header copies alike, so that no header knows the keys of replaced pages. */
  readonly settle: () => Promise<void>
  /** How many codes had been tried when she last looked, and a way to remember that she did. */
  readonly seen: () => number
  readonly see: (tried: number) => void
  /** The region has so many slots from now on. */
  readonly widen: (pages: number) => void
  /** The vault that this one writes its openings into, and a way to remember it; the key is copied. */
  readonly beside: () => Beside | null
  readonly know: (beside: Beside) => void
  /** Does what a phone may break down over; null when it did so once, in whatever session. */
  readonly dare: <T>(attempt: () => Promise<T>) => Promise<T | null>
  /** Where this one lies; the key stays its own. */
  readonly spot: () => Spot
  /** Writes all of it anew to another disk, under another key, into the same region. */
  readonly carry: (to: Spot, beside: Beside | null) => Promise<void>
  /** What a code that clears left is overwritten now, unless this was locked meanwhile. */
  readonly cleared: () => Promise<void>
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

type Open = {
  spot: Spot
  header: Header
  copy: Copy
  /** Both copies are alike. */
  settled: boolean
  /** No header of it stands on the disk before the first entries do. */
  unborn: boolean
  /** Null until somebody asks: how long reading takes would tell which code was typed. */
  pages: readonly Page[] | null
  /** The keys are gone. */
  locked: boolean
}

const pagesOf = (vault: Open): readonly Page[] => {
  vault.pages ??= vault.header.pages.map((ref) => readPage(vault.spot, ref))
  return vault.pages
}

/** Writes the next generation over the older copy; from then on it is the newest. */
const advance = async (vault: Open, next: readonly Page[]): Promise<void> => {
  const { spot, header, copy } = vault
  const fresh = { ...header, generation: header.generation + 1, pages: refsOf(next) }
  await writeHeader(spot, other(copy), fresh)
  forget(header.pages, fresh.pages)
  vault.header = fresh
  vault.copy = other(copy)
  vault.settled = false
  vault.pages = next
}

const settle = async (vault: Open): Promise<void> => {
  if (vault.settled || vault.unborn) return
  await advance(vault, pagesOf(vault))
  vault.settled = true
}

/** After what is kept already: where there is no room for the second header, the next save makes both alike. */
const settleWhereItFits = (vault: Open): Promise<unknown> => settle(vault).catch(whyOf)

type Wish = { readonly put: readonly Item[]; readonly drop: readonly string[] }

/** What is put leaves so many slots free: an item that is let go has one page at most to be written anew. */
const spare = 1

/** `left`: slots that stay free. */
const commitAtOnce = async (vault: Open, { put, drop }: Wish, left: number): Promise<boolean> => {
  const { spot, header } = vault
  const repacked = repack(pagesOf(vault), put, drop)
  const free = freeSlots(spot.pages, header)
  if (free.length < repacked.filter((page) => page.ref === null).length + left) return false
  const next = repacked.map((page) =>
    page.ref ? page : writePage(spot, page, free.shift() ?? 0, header.generation + 1),
  )
  await spot.disk.flush()
  await advance(vault, next)
  if (vault.unborn) {
    vault.unborn = false
    await settleWhereItFits(vault)
  }
  return true
}

/** One item after the other, each of which frees a slot: a kill leaves some of them. What has no room waits for others. */
const letGo = async (vault: Open, drop: readonly string[]): Promise<boolean> => {
  const left: string[] = []
  for (const name of drop)
    if (!(await commitAtOnce(vault, { put: [], drop: [name] }, 0))) left.push(name)
  return left.length === 0 || (left.length < drop.length && letGo(vault, left))
}

const commit = async (vault: Open, wish: Wish): Promise<boolean> => {
  const { put, drop } = wish
  const isOnlyGone = put.length === 0
  const isDone =
    (await commitAtOnce(vault, wish, isOnlyGone ? 0 : spare)) ||
    (isOnlyGone && (await letGo(vault, drop)))
  if (isDone && drop.length > 0) await settleWhereItFits(vault)
  return isDone
}

const fill = async (vault: Open, put: readonly Item[]): Promise<boolean> => {
  const largestFirst = put.toSorted(([, a], [, b]) => b.length - a.length)
  if (await commitAtOnce(vault, { put: largestFirst, drop: [] }, spare)) return true
  // In the order of the file each one fits where it was.
  return commitAtOnce(vault, { put, drop: [] }, 0)
}

/** A page that will not open is taken along byte by byte, to where it can be tried again. */
const moveAsItIs = (from: Spot, to: Spot, page: Page, { slot, key, ...ref }: PageRef): Page => {
  const at = pageAt(from.region, slot)
  to.disk.write(at, from.disk.read(at, pageBytes))
  return { ...page, ref: { ...ref, slot, key: steady(key.slice()) } }
}

const carry = async (vault: Open, to: Spot, beside: Beside | null): Promise<void> => {
  const { spot, header } = vault
  const pages = pagesOf(vault)
  const stuck = header.pages.filter((ref) =>
    pages.some((page) => !page.readable && page.ref === ref),
  )
  const free = freeSlots(to.pages, { ...header, pages: stuck })
  const generation = header.generation + 1
  const moved = pages.map((page) =>
    !page.readable && page.ref
      ? moveAsItIs(spot, to, page, page.ref)
      : writePage(to, page, free.shift() ?? 0, generation),
  )
  const fresh = { ...header, daring: false, beside, clearing: null, pages: refsOf(moved) }
  await writeHeader(to, 0, { ...fresh, generation })
  await writeHeader(to, 1, { ...fresh, generation: generation + 1 })
  wipe(...fresh.pages.map((ref) => ref.key))
}

/** Changes what the header says besides its pages; it is written with the next one. */
const note = (
  vault: Open,
  change: Partial<Pick<Header, 'seen' | 'beside' | 'daring' | 'clearing'>>,
): void => {
  vault.header = { ...vault.header, ...change }
  vault.settled = false
}

/** Runs `attempt`, unless the phone broke down over it once: then null. */
const dare = async <T>(vault: Open, attempt: () => Promise<T>): Promise<T | null> => {
  if (vault.header.daring) return null
  note(vault, { daring: true })
  await settle(vault)
  try {
    return await attempt()
  } finally {
    // Also after one that was broken off: a phone that broke down comes to none of this.
    note(vault, { daring: false })
    await settle(vault)
  }
}

const know = (vault: Open, { region, key }: Beside): void => {
  if (vault.header.beside) wipe(vault.header.beside.key)
  note(vault, { beside: { region, key: steady(key.slice()) } })
}

const cleared = async (vault: Open): Promise<void> => {
  if (vault.locked) return
  note(vault, { clearing: null })
  await settle(vault)
}

const lock = (vault: Open): void => {
  vault.locked = true
  wipe(vault.spot.key, vault.header.vaultKey, ...vault.header.pages.map((ref) => ref.key))
  if (vault.header.beside) wipe(vault.header.beside.key)
  wipe(...(vault.pages ?? []).flatMap((page) => page.pieces.map((piece) => piece.bytes)))
  vault.pages = []
}

/** `unborn`: it is no vault yet, and becomes one with its first entries. */
export const openVault = ({ spot, header, copy }: Found, unborn = false): Vault => {
  const vault: Open = { spot, header, copy, settled: false, unborn, pages: null, locked: false }
  return {
    region: spot.region,
    read: () => ({
      items: unpack(pagesOf(vault)),
      damaged: pagesOf(vault).filter((page) => !page.readable).length,
    }),
    commit: (put, drop) => commit(vault, { put, drop }),
    fill: (put) => fill(vault, put),
    settle: () => settle(vault),
    seen: () => vault.header.seen,
    see: (tried) => note(vault, { seen: tried }),
    beside: () => vault.header.beside,
    know: (beside) => know(vault, beside),
    dare: (attempt) => dare(vault, attempt),
    spot: () => vault.spot,
    widen: (pages) => {
      vault.spot = { ...vault.spot, pages }
    },
    carry: (to, beside) => carry(vault, to, beside),
    cleared: () => cleared(vault),
    lock: () => lock(vault),
  }
}
