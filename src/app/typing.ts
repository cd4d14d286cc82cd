import type { Draft } from '../record/draft.ts'
import type { Time } from '../record/types.ts'

/** A pause in typing, in ms. */
const pause = 400

/** What is being typed and not kept yet. */
export type Typing = {
  readonly type: (id: string, fields: Draft['fields']) => void
  readonly forget: (id: string) => void
  /** Hands everything over now, without waiting for the pause. */
  readonly keep: () => void
}

/** Gathers keystrokes, so that a draft is kept once a pause and not once a letter. */
export const createTyping = (keep: (drafts: readonly Draft[]) => void, now: () => Time): Typing => {
  const typed = new Map<string, Draft>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const keepAll = (): void => {
    clearTimeout(timer)
    const drafts = [...typed.values()]
    typed.clear()
    if (drafts.length > 0) keep(drafts)
  }
  return {
    type: (id, fields) => {
      typed.set(id, { kind: 'draft', id, fields, edited: now() })
      clearTimeout(timer)
      timer = setTimeout(keepAll, pause)
    },
    forget: (id) => typed.delete(id),
    keep: keepAll,
  }
}
