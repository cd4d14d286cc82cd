import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import '../../look/row.css'

type GrowingProps<T> = {
  readonly entries: readonly T[]
  /** What the button says that draws more of them. */
  readonly more: string
  /** How many at a time: more than any screen shows, and drawn within a frame. */
  readonly piece?: number | undefined
  /** Whether rows of a List are drawn; otherwise whole lists are. */
  readonly inList?: boolean | undefined
  readonly children: (some: readonly T[]) => ComponentChildren
}

/** How far below the screen the next ones are drawn already, for a quick finger or Tab key. */
const ahead = '1500px 0px'

const buttonsBeside = (end: HTMLElement): HTMLButtonElement[] => [
  ...(end.closest('.page')?.querySelectorAll('button') ?? []),
]

/** Whoever stood on the button goes on with the first of what it drew. */
const useFocus = (end: RefObject<HTMLElement | null>, drawn: number) => {
  const place = useRef(-1)
  useLayoutEffect(() => {
    if (place.current >= 0 && end.current) buttonsBeside(end.current)[place.current]?.focus()
    place.current = -1
  }, [drawn])
  return (): void => {
    const button = document.activeElement
    const isHere = button instanceof HTMLButtonElement && end.current?.contains(button) === true
    place.current = isHere && end.current ? buttonsBeside(end.current).indexOf(button) : -1
  }
}

const useGrowing = (count: number, piece: number) => {
  const end = useRef<HTMLDivElement>(null)
  const [drawn, draw] = useState(piece)
  const noteFocus = useFocus(end, drawn)
  const grow = (): void => {
    noteFocus()
    draw((before) => before + piece)
  }
  useEffect(() => {
    const rest = end.current
    if (!rest) return
    const watcher = new IntersectionObserver(
      (seen) => (seen.some(({ isIntersecting }) => isIntersecting) ? grow() : undefined),
      { root: rest.closest('.page'), rootMargin: ahead },
    )
    watcher.observe(rest)
    return () => watcher.disconnect()
  }, [drawn, count > drawn])
  return { drawn, end, grow }
}

type PieceProps<T> = Pick<GrowingProps<T>, 'entries' | 'children'> & {
  readonly from: number
  readonly to: number
}

/** What is drawn stays as it is while more comes. */
const Piece = <T,>({ entries, from, to, children }: PieceProps<T>) =>
  useMemo(() => <>{children(entries.slice(from, to))}</>, [entries, from, to, children])

/**
 * Thousands of entries, drawn as far as she scrolls or tabs: all at once would hold the page up. What
 * is not drawn yet keeps its room, so that the screen is as long as it will be.
 */
export const Growing = <T,>({ entries, more, piece = 60, inList, children }: GrowingProps<T>) => {
  const { drawn, end, grow } = useGrowing(entries.length, piece)
  const left = entries.length - drawn
  const pieces = Math.ceil(Math.min(drawn, entries.length) / piece)
  const rest = left > 0 && (
    <div ref={end} class="list-rest" style={{ '--left': left }}>
      <button type="button" onClick={grow}>
        {more}
      </button>
    </div>
  )
  return (
    <>
      {Array.from({ length: pieces }, (_, n) => (
        <Piece key={n} entries={entries} from={n * piece} to={(n + 1) * piece}>
          {children}
        </Piece>
      ))}
      {rest && inList ? <li>{rest}</li> : rest}
    </>
  )
}
