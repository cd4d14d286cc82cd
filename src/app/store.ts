import type { Words } from '../i18n/words.ts'
import { undo } from '../record/difference.ts'
import { drop, put } from '../record/record.ts'
import type { Change, ClientRecord, Draft, Id, LocalTime, Time } from '../record/types.ts'
import { localOf, timeOf } from './clock.ts'
import type { Keep, Outcome } from './keep.ts'
import { firstView, type View } from './view.ts'

export type State = { readonly record: ClientRecord; readonly view: View; readonly words: Words }

/** What the store needs from outside. */
export type Means = {
  readonly keep: (told: (outcome: Outcome) => void) => Keep
  readonly now: () => Date
  readonly newId: () => Id
  readonly speak: (tag: string) => Promise<Words>
}

/**
 * The one-way flow: `send(change)` makes a new record, which is drawn and, beside it, kept. Nothing
 * else changes the record; `look` changes the view.
 */
export type Store = {
  readonly state: () => State
  /** `said`: the locale key of a short word about it, which offers to take it back. */
  readonly send: (change: Change, said?: string) => void
  readonly look: (move: (view: View) => View) => void
  readonly speak: (tag: string) => Promise<void>
  /** Remembers typing; it is kept at the next pause, or at once when she leaves. */
  readonly draft: (id: string, fields: Draft['fields']) => void
  readonly undraft: (id: string) => void
  readonly time: () => Time
  readonly local: () => LocalTime
  readonly newId: () => Id
  readonly subscribe: (listener: () => void) => () => void
  /** Keeps what is still in her hands; called when she leaves. */
  readonly leave: () => void
}

/** A pause in typing, in ms. */
const pause = 400

export const createStore = (means: Means, record: ClientRecord, words: Words): Store => {
  let state: State = { record, view: firstView, words }
  const listeners = new Set<() => void>()
  const typing = new Map<string, Draft>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const set = (next: Partial<State>): void => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const look: Store['look'] = (move) => set({ view: move(state.view) })
  const keep = means.keep((outcome) => {
    const trouble = outcome.ok ? null : outcome.why
    if (trouble !== state.view.trouble) look((view) => ({ ...view, trouble }))
  })
  const send: Store['send'] = (change, said) => {
    const before = state.record
    const after = change(before)
    if (after === before) return
    const view = said
      ? { ...state.view, said: { key: said, undo: undo(before, after) } }
      : state.view
    set({ record: after, view })
    keep.record(after)
  }
  const keepDrafts = (): void => {
    clearTimeout(timer)
    const drafts = [...typing.values()]
    typing.clear()
    if (drafts.length > 0) send((record) => drafts.reduce((next, one) => put(one)(next), record))
  }
  const time = (): Time => timeOf(means.now())

  return {
    state: () => state,
    send,
    look,
    speak: async (tag) => set({ words: await means.speak(tag) }),
    draft: (id, fields) => {
      typing.set(id, { kind: 'draft', id, fields, edited: time() })
      clearTimeout(timer)
      timer = setTimeout(keepDrafts, pause)
    },
    undraft: (id) => {
      typing.delete(id)
      send(drop('draft', id))
    },
    time,
    local: () => localOf(means.now()),
    newId: means.newId,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    leave: () => {
      keepDrafts()
      keep.flush()
      listeners.clear()
    },
  }
}
