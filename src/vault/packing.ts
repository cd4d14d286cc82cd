import type { PageRef } from './header.ts'
import type { Item } from './messages.ts'
import { longestPiece, pageRoom, pieceOf, type Piece } from './page.ts'

/**
 * A page in memory. `ref` is null while its pieces are not on disk. A page that would not open has no
 * pieces and is carried along untouched: what cannot be read today is never written over.
 */
export type Page = {
  readonly ref: PageRef | null
  readonly pieces: readonly Piece[]
  readonly readable: boolean
}

const used = (page: Page): number => page.pieces.reduce((sum, piece) => sum + piece.size, 0)

const cut = ([name, bytes]: Item, room: number): Piece[] => {
  const longest = longestPiece(name, room)
  const parts = Math.max(1, Math.ceil(bytes.length / longest))
  return Array.from({ length: parts }, (_, part) =>
    pieceOf({ name, part, parts, bytes: bytes.slice(part * longest, (part + 1) * longest) }),
  )
}

const without = (page: Page, names: ReadonlySet<string>): Page =>
  page.pieces.some((piece) => names.has(piece.name))
    ? { ...page, ref: null, pieces: page.pieces.filter((piece) => !names.has(piece.name)) }
    : page

/** Pages with room, as the pieces are laid in; remembers sizes, because adding them up is slow. */
const layer = (pages: readonly Page[], room: number) => {
  const open = pages.map((page) => ({ page, used: used(page) }))
  const fits = (piece: Piece) => (spot: { page: Page; used: number }) =>
    spot.page.readable && spot.used + piece.size <= room
  return {
    add: (piece: Piece): void => {
      // A page that changes anyway costs nothing more to write; else the last one, which is fullest of news.
      const spot =
        open.find((s) => s.page.ref === null && fits(piece)(s)) ?? open.findLast(fits(piece))
      if (!spot) {
        open.push({
          page: { ref: null, pieces: [piece], readable: true },
          used: piece.size,
        })
        return
      }
      spot.page = { ...spot.page, ref: null, pieces: [...spot.page.pieces, piece] }
      spot.used += piece.size
    },
    done: (): Page[] => open.map((spot) => spot.page),
  }
}

/**
 * The pages after a change: those that it touches have no `ref`, empty ones are gone. `room`: bytes
 * for pieces in each page.
 */
export const repack = (
  pages: readonly Page[],
  put: readonly Item[],
  drop: readonly string[],
  room = pageRoom,
): Page[] => {
  const names = new Set([...put.map(([name]) => name), ...drop])
  const laying = layer(
    pages.map((page) => without(page, names)),
    room,
  )
  for (const item of put) for (const piece of cut(item, room)) laying.add(piece)
  return laying.done().filter((page) => page.pieces.length > 0 || !page.readable)
}

const piecesByName = (pages: readonly Page[]): ReadonlyMap<string, readonly Piece[]> => {
  const byName = new Map<string, Piece[]>()
  for (const { pieces } of pages) {
    for (const piece of pieces) {
      const known = byName.get(piece.name)
      if (known) known.push(piece)
      else byName.set(piece.name, [piece])
    }
  }
  return byName
}

const isWhole = ([, pieces]: readonly [string, readonly Piece[]]): boolean =>
  pieces.length === pieces[0]?.parts

const lengthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + piece.bytes.length, 0)

/**
 * The items of all pages; one whose pieces are not all there is left out. Their bytes stand in one
 * buffer, which can be handed over whole: ten thousand small ones would take long to copy.
 */
export const unpack = (pages: readonly Page[]): Item[] => {
  const entries = [...piecesByName(pages)].filter(isWhole)
  const whole = new Uint8Array(entries.reduce((sum, [, pieces]) => sum + lengthOf(pieces), 0))
  let at = 0
  return entries.map(([name, pieces]): Item => {
    const from = at
    for (const { bytes } of pieces.toSorted((a, b) => a.part - b.part)) {
      whole.set(bytes, at)
      at += bytes.length
    }
    return [name, whole.subarray(from, at)]
  })
}
