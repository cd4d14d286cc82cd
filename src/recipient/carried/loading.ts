import type { Bytes } from '../../share/bytes.ts'
import type { Why } from '../../share/client.ts'

// One file on its way to the page, a piece at a time. What has come stays, whatever happens to the line, and
// nothing is shown before the last piece is there.

export type Load = {
  readonly at: 'idle' | 'going' | 'paused' | 'whole' | Stuck
  /** The pieces that have come, opened, in their order. */
  readonly parts: readonly Bytes[]
}

/** `broken`: the line, or nobody has time just now; `wrong`: not the bytes that were sent. */
type Stuck = 'broken' | 'gone' | 'wrong'

export const idle: Load = { at: 'idle', parts: [] }

const stuck: Readonly<Record<Why, Stuck>> = {
  offline: 'broken',
  slow: 'broken',
  refused: 'broken',
  full: 'broken',
  gone: 'gone',
  damaged: 'wrong',
  older: 'wrong',
}

type Fetched =
  { readonly ok: true; readonly content: Bytes } | { readonly ok: false; readonly why: Why }

export type Way = {
  readonly fetch: (at: number) => Promise<Fetched>
  /** How many pieces the file has. */
  readonly count: number
  readonly isPaused: () => boolean
  /** Called with every step, the last one included. */
  readonly told: (load: Load) => void
}

/** Goes on from what has come; gives how far it got. */
export const goOn = async (way: Way, had: readonly Bytes[]): Promise<void> => {
  const parts = [...had]
  way.told({ at: 'going', parts: [...parts] })
  while (parts.length < way.count) {
    if (way.isPaused()) return way.told({ at: 'paused', parts })
    const got = await way.fetch(parts.length)
    if (!got.ok) return way.told({ at: stuck[got.why], parts })
    parts.push(got.content)
    way.told({ at: 'going', parts: [...parts] })
  }
  way.told({ at: 'whole', parts })
}
