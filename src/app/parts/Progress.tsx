import { useEffect, useRef, useState } from 'preact/hooks'
import '../../look/progress.css'

export type ProgressProps = {
  readonly label: string
  /** From 0 to 1; without it, that something is under way is all that is known. */
  readonly value?: number | undefined
  /** Milliseconds to stay unseen, so that quick work does not flicker. */
  readonly after?: number | undefined
}

const useLate = (after: number) => {
  const [late, setLate] = useState(after === 0)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), after)
    return () => clearTimeout(timer)
  }, [after])
  return late
}

/** Said once, in a place that stands there before: a bar alone is heard by nobody who does not look for it. */
const Saying = ({ label }: { readonly label: string }) => {
  const [said, say] = useState('')
  useEffect(() => say(label), [label])
  // The line keeps its height meanwhile.
  return <p role="status">{said || '\u00a0'}</p>
}

export const Progress = ({ label, value, after = 300 }: ProgressProps) => {
  const late = useLate(after)
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    bar.current?.style.setProperty('inline-size', value === undefined ? null : `${value * 100}%`)
  }, [value, late])
  if (!late) return null
  return (
    <div class="progress">
      <Saying label={label} />
      <div
        class={value === undefined ? 'progress-track going' : 'progress-track'}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={value === undefined ? undefined : Math.round(value * 100)}
      >
        <div ref={bar} class="progress-bar" />
      </div>
    </div>
  )
}
