// Which keys mean "leave now". Pure, because a false exit costs her the page she writes on, and a
// missed one may cost more: both are tried ten thousand times in tests.

/** A key going down or up; anything else that she does is `other`. `time` is in milliseconds. */
export type Stroke =
  | {
      readonly kind: 'down' | 'up'
      readonly key: string
      /** The physical key. Virtual keyboards send none, and their Shift means nothing here. */
      readonly code: string
      readonly repeat: boolean
      readonly time: number
    }
  | { readonly kind: 'other' }

/** How far she has come: the key pressed so far, when, and whether it is down. */
export type Progress = {
  readonly key: 'Escape' | 'Shift' | null
  readonly times: readonly number[]
  readonly down: string | null
}

export const nothing: Progress = { key: null, times: [], down: null }

const needed = { Escape: { count: 2, within: 1000 }, Shift: { count: 3, within: 2000 } } as const

const watched = (key: string): 'Escape' | 'Shift' | null =>
  key === 'Escape' || key === 'Shift' ? key : null

const pressed = (was: Progress, key: 'Escape' | 'Shift', code: string, time: number): Progress => {
  // Left and right Shift held together belong to typing and to screen readers.
  if (was.down !== null && was.down !== code) return { key, times: [], down: code }
  const times = was.key === key ? was.times : []
  return { key, times: [...times, time].slice(-needed[key].count), down: code }
}

const complete = ({ key, times }: Progress): boolean => {
  const [first, last] = [times[0], times.at(-1)]
  if (key === null || first === undefined || last === undefined) return false
  return times.length === needed[key].count && last - first <= needed[key].within
}

/** The next progress, and whether she leaves. A press counts only when it ends with no other key between. */
export const follow = (was: Progress, stroke: Stroke): readonly [Progress, boolean] => {
  if (stroke.kind === 'other') return [nothing, false]
  const { key: name, code, time } = stroke
  const key = watched(name)
  if (!key || code === '') return stroke.kind === 'up' ? [was, false] : [nothing, false]
  if (stroke.repeat) return [was, false]
  const isDown = stroke.kind === 'down'
  // Of an Escape that closes the browser's own picker only the end is heard.
  if (isDown || (key === 'Escape' && was.down !== code)) {
    const now = pressed(was, key, code, time)
    // Escape types nothing, so its second press need not wait for its end.
    if (key === 'Escape' && complete(now)) return [nothing, true]
    return [isDown ? now : { ...now, down: null }, false]
  }
  const now = { ...was, down: was.down === code ? null : was.down }
  return key === 'Shift' && was.down === code && complete(now) ? [nothing, true] : [now, false]
}
