// Where the name of a sector is written: along the rim of the drawing, where it lies on nobody.
// Lengths are in units of the drawing.

export type Spot = { readonly x: number; readonly y: number }

type Wedge = { readonly from: number; readonly width: number; readonly reach: number }

/** What a node takes with its name beneath, from its middle. */
const node = { aside: 40, above: 16, below: 32 }

const tries = 12

/** On the rim of the square that the drawing is, a little inside. */
const onRim = (angle: number, reach: number): Spot => {
  const [x, y] = [Math.sin(angle), -Math.cos(angle)]
  const far = (0.93 * reach) / Math.max(Math.abs(x), Math.abs(y))
  return { x: Math.round(far * x * 10) / 10, y: Math.round(far * y * 10) / 10 }
}

/** The middle of the words: at the sides they are written inwards. */
const middleOf = ({ x, y }: Spot, half: number, reach: number): Spot => ({
  x: Math.abs(x) > reach / 2 ? x - Math.sign(x) * half : x,
  y,
})

/** How far the words are from a node, in the direction that parts them most; negative when on it. */
const apart = (words: Spot, half: number, { x, y }: Spot): number => {
  const aside = Math.abs(words.x - x) - half - node.aside
  const high = words.y < y ? y - words.y - node.above : words.y - y - node.below
  return Math.max(aside, high - 6)
}

/** The freest place on the rim of a sector; of equals, the one nearest to its middle. */
export const nameSpot = (places: readonly Spot[], { from, width, reach }: Wedge): Spot => {
  const half = reach / 4
  const freedom = (spot: Spot): number => {
    const words = middleOf(spot, half, reach)
    return Math.min(20, ...places.map((place) => apart(words, half, place)))
  }
  const spots = Array.from({ length: tries - 1 }, (_, at) => at + 1)
    .toSorted((a, b) => Math.abs(a - tries / 2) - Math.abs(b - tries / 2))
    .map((at) => onRim(from + (width * at) / tries, reach))
  return spots.reduce((best, spot) => (freedom(spot) > freedom(best) ? spot : best))
}
