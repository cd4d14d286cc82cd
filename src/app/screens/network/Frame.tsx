import { useEffect, useRef, useState } from 'preact/hooks'
import type { Tie } from '../../../record/links.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { useApp } from '../../use.ts'
import type { Layout } from './layout.ts'
import { Picture } from './Picture.tsx'

type Props = {
  readonly layout: Layout
  readonly ties: readonly Tie[]
  readonly chosen: Id | null
  readonly onChoose: (id: Id) => void
  readonly sectorName: (name: string) => string
}

const zooms = [1, 1.5, 2.25, 3.5] as const

const along: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
}

/** Who is chosen by a key: the next around the circle. */
const stepped = ({ layout: { places }, chosen }: Props, key: string): Id | null => {
  const step = along[key]
  if (step === undefined || places.length === 0) return null
  const now = places.findIndex(({ contact }) => contact.id === chosen)
  const next = now < 0 ? 0 : (now + step + places.length) % places.length
  return places[next]?.contact.id ?? null
}

/** Keeps the chosen one in sight when the drawing is larger than its window. */
const useInSight = ({ layout, chosen }: Props, zoom: number) => {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = frame.current
    const place = layout.places.find(({ contact }) => contact.id === chosen)
    if (!box) return
    const part = (at: number): number => (at + layout.reach) / (2 * layout.reach)
    box.scrollLeft = part(place?.x ?? 0) * box.scrollWidth - box.clientWidth / 2
    box.scrollTop = part(place?.y ?? 0) * box.scrollHeight - box.clientHeight / 2
  }, [layout, chosen, zoom])
  return frame
}

const useZoom = () => {
  const [level, setLevel] = useState(0)
  const to = (by: number): void =>
    setLevel((now) => Math.min(Math.max(now + by, 0), zooms.length - 1))
  return {
    zoom: zooms[level] ?? 1,
    closer: () => to(1),
    wider: () => to(-1),
    whole: () => setLevel(0),
  }
}

/** The window on the drawing: fingers, keys and buttons all do the same. */
export const Frame = (props: Props) => {
  const { t, go } = useApp()
  const { zoom, closer, wider, whole } = useZoom()
  const frame = useInSight(props, zoom)
  const { chosen, onChoose } = props
  const onKey = (event: KeyboardEvent): void => {
    const next = stepped(props, event.key)
    if (next !== null) {
      event.preventDefault()
      onChoose(next)
    }
    if (event.key === '+') closer()
    if (event.key === '-') wider()
    if (event.key === '0') whole()
    if (event.key === 'Enter' && chosen !== null) go({ at: 'contact', id: chosen })
  }
  return (
    <>
      <div
        ref={frame}
        class="web"
        role="group"
        tabIndex={0}
        aria-label={t('network.title')}
        aria-describedby="web-keys"
        onKeyDown={onKey}
      >
        <Picture {...props} zoom={zoom} me={t('network.me')} />
      </div>
      <p id="web-keys" class="unseen">
        {t('network.keys')}
      </p>
      <div class="ways">
        <Button kind="quiet" onPress={closer}>
          {t('network.closer')}
        </Button>
        <Button kind="quiet" onPress={wider}>
          {t('network.wider')}
        </Button>
      </div>
    </>
  )
}
