import type { Status } from '../../../record/types.ts'

/** Half the height of a node, in units of the drawing. */
export const nodeSize = 13

const corners: Readonly<Partial<Record<Status, string>>> = {
  mine: '0,-14 13,10 -13,10',
  theirs: '-11,-11 11,-11 11,11 -11,11',
  ended: '0,-12 12,0 0,12 -12,0',
}

/** How it stands, told by shape first: colour only helps. */
export const Shape = ({ status }: { readonly status: Status }) => {
  const points = corners[status]
  if (points) return <polygon class={`web-node ${status}`} points={points} />
  return <circle class={`web-node ${status}`} r={nodeSize} />
}
