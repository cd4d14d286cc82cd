import type { Tie } from '../../../record/links.ts'
import { titleOf } from '../../../record/order.ts'
import type { Id } from '../../../record/types.ts'
import type { Layout, Place } from './layout.ts'
import { nodeSize, Shape } from './Shape.tsx'

type Props = {
  readonly layout: Layout
  readonly ties: readonly Tie[]
  readonly chosen: Id | null
  readonly zoom: number
  readonly me: string
  readonly sectorName: (name: string) => string
  readonly onChoose: (id: Id) => void
}

const longest = 13

const short = (text: string): string => {
  const letters = Array.from(text)
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text
}

type End = Pick<Place, 'x' | 'y'>

/** A line that bends towards her, and stops where the node begins. */
const bend = (from: End, to: End): string => {
  const [mx, my] = [((from.x + to.x) / 2) * 0.7, ((from.y + to.y) / 2) * 0.7]
  const length = Math.max(Math.hypot(to.x - mx, to.y - my), 1)
  const back = (nodeSize + 5) / length
  const [x, y] = [to.x - (to.x - mx) * back, to.y - (to.y - my) * back]
  return `M${from.x} ${from.y}Q${mx} ${my} ${x.toFixed(1)} ${y.toFixed(1)}`
}

const Ties = ({ layout, ties, chosen }: Pick<Props, 'layout' | 'ties' | 'chosen'>) => {
  const ends = new Map(layout.places.map((place) => [place.contact.id, place]))
  return ties.map((tie) => {
    const [from, to] = [ends.get(tie.from), ends.get(tie.to)]
    const faint = chosen !== null && chosen !== tie.from && chosen !== tie.to
    return (
      from &&
      to && (
        <path
          key={`${tie.from} ${tie.kind} ${tie.to}`}
          class={`web-tie ${tie.kind} ${faint ? 'faint' : ''}`}
          d={bend(from, to)}
          marker-end="url(#web-arrow)"
        />
      )
    )
  })
}

/** A name at the side of the drawing is written inwards. */
const side = (part: number): string => (part > 0.5 ? 'from-end' : part < -0.5 ? 'from-start' : '')

const Sectors = ({ layout, sectorName }: Pick<Props, 'layout' | 'sectorName'>) =>
  layout.sectors.map(({ name, x, y, edge }) => (
    <g key={name}>
      {edge !== null && (
        <line
          class="web-edge"
          x1={40 * Math.sin(edge)}
          y1={-40 * Math.cos(edge)}
          x2={layout.reach * Math.sin(edge)}
          y2={-layout.reach * Math.cos(edge)}
        />
      )}
      <text class={`web-sector ${side(x / layout.reach)}`} x={x} y={y}>
        {sectorName(name)}
      </text>
    </g>
  ))

const Node = ({
  place,
  on,
  named,
}: {
  readonly place: Place
  readonly on: boolean
  readonly named: boolean
}) => (
  <g transform={`translate(${place.x} ${place.y})`}>
    {on && <circle class="web-on" r={nodeSize + 7} />}
    <Shape status={place.contact.status} />
    {(named || on) && (
      <text class="web-name" y={nodeSize + 13}>
        {short(titleOf(place.contact))}
      </text>
    )}
  </g>
)

/** The nearest node to a touch, as far as a finger may miss; null beside all of them. */
const nearest = (layout: Layout, event: MouseEvent): Place | null => {
  const drawing = event.currentTarget
  if (!(drawing instanceof Element)) return null
  const box = drawing.getBoundingClientRect()
  const unit = (2 * layout.reach) / box.width
  const x = (event.clientX - box.left) * unit - layout.reach
  const y = (event.clientY - box.top) * unit - layout.reach
  const far = ({ x: px, y: py }: Place): number => Math.hypot(px - x, py - y)
  const [first] = layout.places.toSorted((a, b) => far(a) - far(b))
  return first && far(first) <= Math.max(24, 28 * unit) ? first : null
}

/** How large a letter is on a phone, as a part of the drawing's reach: the same at every zoom. */
const letters = 0.07
/** Letters larger than this, beside their nodes, would write names over each other. */
const largest = 9.6

/** The drawing itself: for eyes and fingers. Keys and words are beside it. */
export const Picture = (props: Props) => {
  const { layout, chosen, zoom, me, onChoose } = props
  const { reach, places } = layout
  const letter = (letters * reach) / zoom
  const named = letter <= largest
  const choose = (event: MouseEvent): void => {
    const place = nearest(layout, event)
    if (place) onChoose(place.contact.id)
  }
  return (
    <svg
      class="web-drawing"
      width={`${zoom * 100}%`}
      viewBox={`${-reach} ${-reach} ${2 * reach} ${2 * reach}`}
      font-size={letter}
      aria-hidden="true"
      onClick={choose}
    >
      <marker
        id="web-arrow"
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="7"
        markerHeight="7"
        orient="auto"
      >
        <path class="web-arrow" d="M0 0 8 4 0 8z" />
      </marker>
      <Sectors {...props} />
      {places.map(({ contact, x, y }) => (
        <line key={contact.id} class={`web-spoke ${contact.status}`} x1="0" y1="0" x2={x} y2={y} />
      ))}
      <Ties {...props} />
      <circle class="web-me" r="24" />
      <text class="web-me-name" y="5">
        {me}
      </text>
      {places.map((place) => (
        <Node key={place.contact.id} place={place} on={place.contact.id === chosen} named={named} />
      ))}
    </svg>
  )
}
