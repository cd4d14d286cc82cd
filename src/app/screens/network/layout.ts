import type { Group } from '../../../record/groups.ts'
import type { Contact, Id } from '../../../record/types.ts'
import { nameSpot } from './naming.ts'

// Her in the middle, at 0,0, and around her a sector for each group. The same contacts always stand
// at the same places: a picture that moved by itself would have to be learnt anew each time. Lengths
// are in units of the drawing.

export type Place = {
  readonly contact: Contact
  readonly group: string
  readonly x: number
  readonly y: number
}

export type Sector = {
  readonly name: string
  /** Where its name stands. */
  readonly x: number
  readonly y: number
  /** The line that begins it, in radians; null when there is only one. */
  readonly edge: number | null
}

export type Layout = {
  readonly places: readonly Place[]
  readonly sectors: readonly Sector[]
  /** From the middle to the edge of the drawing. */
  readonly reach: number
}

const firstRing = 96
const step = 52
/** From node to node along a ring, and from a node to the edge of its sector. */
const gap = 52
const margin = 40

const at = (radius: number, angle: number) => ({
  x: Math.round(radius * Math.sin(angle) * 10) / 10,
  y: Math.round(-radius * Math.cos(angle) * 10) / 10,
})

/** How many find room on a ring of a sector; the first ring always takes one. */
const roomOn = (radius: number, width: number): number =>
  Math.max(radius === firstRing ? 1 : 0, Math.floor((radius * width) / gap))

/** The contacts of a sector, ring after ring, each row spread evenly. */
const rings = (contacts: readonly Contact[], width: number): readonly (readonly Contact[])[] => {
  const found: (readonly Contact[])[] = []
  let next = 0
  for (let radius = firstRing; next < contacts.length; radius += step) {
    const room = roomOn(radius, width)
    found.push(contacts.slice(next, next + room))
    next += room
  }
  return found
}

const placesIn = ({ name, contacts }: Group, from: number, width: number): Place[] =>
  rings(contacts, width).flatMap((row, ring) =>
    row.map((contact, seat) => ({
      contact,
      group: name,
      ...at(firstRing + ring * step, from + (width * (seat + 0.5)) / row.length),
    })),
  )

/** A sector is as wide as its contacts are many, and never too narrow for its name. */
const widths = (groups: readonly Group[]): number[] => {
  const total = groups.reduce((sum, { contacts }) => sum + contacts.length + 2, 0)
  return groups.map(({ contacts }) => (2 * Math.PI * (contacts.length + 2)) / Math.max(total, 1))
}

const reachOf = (places: readonly Place[]): number =>
  Math.ceil(Math.max(firstRing, ...places.map(({ x, y }) => Math.hypot(x, y)))) + margin

/** Places for everyone. A contact of several groups stands in the first. */
export const layOut = (groups: readonly Group[]): Layout => {
  const seen = new Set<Id>()
  const own = groups.map(({ name, contacts }) => ({
    name,
    contacts: contacts.filter(({ id }) => !seen.has(id) && seen.add(id)),
  }))
  const shown = own.filter(({ contacts }) => contacts.length > 0)
  const wide = widths(shown)
  const starts = wide.map((_, index) => wide.slice(0, index).reduce((sum, one) => sum + one, 0))
  const places = shown.flatMap((group, index) =>
    placesIn(group, starts[index] ?? 0, wide[index] ?? 0),
  )
  const reach = reachOf(places)
  const sectors = shown.map(({ name }, index) => ({
    name,
    ...nameSpot(places, { from: starts[index] ?? 0, width: wide[index] ?? 0, reach }),
    edge: shown.length > 1 ? (starts[index] ?? 0) : null,
  }))
  return { places, sectors, reach }
}
