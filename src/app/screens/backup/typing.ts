import {
  digitIn,
  groupDigits,
  isKeyPiece,
  keyGroups,
  pieceGroups,
} from '../../../vault/recoveryKey.ts'

/** Groups of five digits as they are typed; `at` is where the next digit goes, null when all are full. */
export type Typed = { readonly groups: readonly string[]; readonly at: number | null }

export const nothingTyped = (groups: number): Typed => ({
  groups: Array.from({ length: groups }, () => ''),
  at: 0,
})

const isFull = (group: string): boolean => group.length === groupDigits

export const isAllTyped = ({ groups }: Typed): boolean => groups.every(isFull)

/** The next group with room: after this one, else from the beginning. */
const nextOpen = (groups: readonly string[], at: number): number | null => {
  const after = groups.findIndex((group, place) => place > at && !isFull(group))
  const found = after < 0 ? groups.findIndex((group) => !isFull(group)) : after
  return found < 0 ? null : found
}

/** A full group that she went back to begins anew. */
const withDigit = ({ groups, at }: Typed, digit: string): Typed => {
  if (at === null) return { groups, at }
  const before = groups[at] ?? ''
  const group = isFull(before) ? digit : before + digit
  const next = groups.with(at, group)
  return { groups: next, at: isFull(group) ? nextOpen(next, at) : at }
}

/** Takes one digit back; from an empty group it goes on in the one before. */
const withoutDigit = ({ groups, at }: Typed): Typed => {
  const here = at ?? groups.length - 1
  const place = groups[here] === '' && here > 0 ? here - 1 : here
  return { groups: groups.with(place, (groups[place] ?? '').slice(0, -1)), at: place }
}

/** After one more key: a digit, or B for one back. */
export const typedWith = (typed: Typed, key: string): Typed =>
  key === 'B' ? withoutDigit(typed) : withDigit(typed, key)

/** With room for what the first digit begins: a key has eight groups, a piece of one nine. */
export const fitted = ({ groups, at }: Typed): Typed => {
  if (groups[0] === '') return { groups, at }
  const wanted = isKeyPiece(groups[0] ?? '') ? pieceGroups : keyGroups
  if (groups.length === wanted) return { groups, at }
  const next = Array.from({ length: wanted }, (_, place) => groups[place] ?? '')
  const here = at === null || at >= wanted ? nextOpen(next, wanted) : at
  return { groups: next, at: here }
}

/** The key for a key of the keyboard; null when it is not for digits. */
export const keyFor = (pressed: string): string | null =>
  pressed === 'Backspace' ? 'B' : digitIn(pressed)

/** Some of the places from 0 to 7, in order: enough to know that she has the digits on paper. */
export const drawPlaces = (count: number, below: (limit: number) => number): readonly number[] => {
  const places = Array.from({ length: keyGroups }, (_, place) => place)
  while (places.length > count) places.splice(below(places.length), 1)
  return places
}

/** The first place whose group is not the same; null when all are. */
export const differentPlace = (
  typed: Typed,
  places: readonly number[],
  groups: readonly string[],
): number | null => places.find((place, at) => typed.groups[at] !== groups[place]) ?? null
