import { createContext, type ComponentChildren, type RefObject } from 'preact'
import { useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
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

/** How far down the screen she comes back to, in pixels; 0 on one that she opens anew. */
export const Down = createContext(0)

/** Enough for any screen: the touch that opens a list waits for no more, and the next come right after. */
const atOnce = 20

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

/** How many of a long list are drawn; `key`: what it is a list of, so that another begins anew. */
export const useGrowing = (count: number, piece = 60, key = '') => {
  const end = useRef<HTMLDivElement>(null)
  const first = useContext(Down) > 0 ? piece : Math.min(atOnce, piece)
  const [shown, draw] = useState({ key, drawn: first })
  const drawn = shown.key === key ? shown.drawn : Math.min(atOnce, piece)
  const noteFocus = useFocus(end, drawn)
  const grow = (): void => {
    noteFocus()
    draw({ key, drawn: drawn < piece ? piece : drawn + piece })
  }
  useEffect(() => {
    if (drawn < piece) grow()
  }, [key])
  useEffect(() => {
    const rest = end.current
    if (!rest) return
    const watcher = new IntersectionObserver(
      (seen) => (seen.some(({ isIntersecting }) => isIntersecting) ? grow() : undefined),
      { root: rest.closest('.page'), rootMargin: ahead },
    )
    watcher.observe(rest)
    return () => watcher.disconnect()
  }, [key, drawn, count > drawn])
  return { drawn, end, grow }
}

type RestProps = Pick<ReturnType<typeof useGrowing>, 'end' | 'grow'> & {
  readonly left: number
  readonly more: string
}

/** What is not drawn yet keeps its room, so that the screen is as long as it will be. */
export const Rest = ({ end, grow, left, more }: RestProps) => (
  <div ref={end} class="list-rest" style={{ '--left': left }}>
    <button type="button" onClick={grow}>
      {more}
    </button>
  </div>
)

type PieceProps<T> = Pick<GrowingProps<T>, 'entries' | 'children'> & {
  readonly from: number
  readonly to: number
}

/** What is drawn stays as it is while more comes. */
const Piece = <T,>({ entries, from, to, children }: PieceProps<T>) =>
  useMemo(() => <>{children(entries.slice(from, to))}</>, [entries, from, to, children])

/** Where each piece ends: a small one first, and as many as are drawn. */
const endsOf = (drawn: number, piece: number): readonly number[] => {
  const whole = Array.from({ length: Math.ceil(drawn / piece) }, (_, n) => (n + 1) * piece)
  return [...new Set([Math.min(atOnce, piece), ...whole])].filter((end) => end <= drawn)
}

/** Thousands of entries, drawn as far as she scrolls or tabs: all at once would hold the page up. */
export const Growing = <T,>({ entries, more, piece = 60, inList, children }: GrowingProps<T>) => {
  const { drawn, end, grow } = useGrowing(entries.length, piece)
  const left = entries.length - drawn
  const rest = left > 0 && <Rest end={end} grow={grow} left={left} more={more} />
  return (
    <>
      {endsOf(drawn, piece).map((to, n, ends) => (
        <Piece key={n} entries={entries} from={ends[n - 1] ?? 0} to={to}>
          {children}
        </Piece>
      ))}
      {rest && inList ? <li>{rest}</li> : rest}
    </>
  )
}
