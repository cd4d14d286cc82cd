import type { Words } from '../i18n/words.ts'
import { undo } from '../record/difference.ts'
import { all, drop, put } from '../record/record.ts'
import { remembering } from '../record/trash.ts'
import type { Draft } from '../record/draft.ts'
import type { Change, ClientRecord, Id, LocalTime, Time } from '../record/types.ts'
import { localOf, timeOf } from './clock.ts'
import type { Keep, Outcome } from './keep.ts'
import type { Answers, Storage } from '../vault/messages.ts'
import { createTyping, type Typing } from './typing.ts'
import { beginning, leaveFrom } from './place.ts'
import { firstView, screenOf, type View } from './view.ts'

export type State = { readonly record: ClientRecord; readonly view: View; readonly words: Words }

/** What the store needs from outside. */
export type Means = {
  /** `first`: what is on the phone already. */
  readonly keep: (told: (outcome: Outcome) => void, first: ClientRecord) => Keep
  readonly now: () => Date
  readonly newId: () => Id
  readonly speak: (tag: string) => Promise<Words>
  /** All that is kept, as one file under a recovery key. */
  readonly copy: (key: Uint8Array) => Promise<Answers['backup']>
  readonly storage: Storage
  /** Twice the room for what is kept; false when the phone has none to give. */
  readonly grow: () => Promise<boolean>
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
  /** The file of a copy, with everything up to the last letter in it. */
  readonly copy: (key: Uint8Array) => Promise<Answers['backup']>
  readonly time: () => Time
  readonly local: () => LocalTime
  readonly newId: () => Id
  readonly storage: Storage
  /** Makes room, and keeps what did not fit before. */
  readonly grow: () => Promise<boolean>
  readonly subscribe: (listener: () => void) => () => void
  /** All that was kept is read now: everything done since the first drawing is done to it as well. */
  readonly whole: () => void
  /** When all that was done so far is on the phone, or was refused. */
  readonly settled: () => Promise<void>
  /** How far down the first screen she was when she left, in CSS pixels. */
  readonly scroll: number
  /**
   * Keeps what is still in her hands, and where she is; called when she leaves. `isBroken`: something threw where
   * she was, and the code must not bring her there again.
   */
  readonly leave: (scroll?: number, isBroken?: boolean) => void
}

type Parts = { readonly set: (next: Partial<State>) => void; readonly get: () => State }

/** The state, and who is told when it changes. */
const holding = (first: State) => {
  let state = first
  const listeners = new Set<() => void>()
  const set = (next: Partial<State>): void => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return { get: () => state, set, subscribe, silence: () => listeners.clear() }
}

/**
 * What comes before keeping when the first screen is drawn from less than everything: no other screen
 * ever is, and nothing is kept. `readAll` reads the rest at once, however long that takes.
 */
const keepingAll = (held: Parts, keep: Means['keep'], readAll: () => ClientRecord) => {
  const made: Change[] = []
  let keeping: Keep | null = null
  let begin = (): void => undefined
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const whole = (): Keep => {
    if (keeping) return keeping
    const first = readAll()
    keeping = keep(telling(held), first)
    const record = all(...made)(first)
    held.set({ record })
    if (record !== first) keeping.record(record)
    begin()
    return keeping
  }
  const changed = (change: Change): void => {
    if (keeping) keeping.record(held.get().record)
    else made.push(change)
  }
  const settled = () => begun.then(() => keeping?.settled())
  return { whole, changed, settled }
}

const looking =
  ({ get, set }: Parts, whole: () => void): Store['look'] =>
  (move) => {
    const view = move(get().view)
    if (screenOf(view).at !== 'home') whole()
    set({ view })
  }

const sending =
  ({ get, set }: Parts, changed: (change: Change) => void, now: () => Time): Store['send'] =>
  (wanted, said) => {
    const { record: before, view } = get()
    // Nothing is open by then that could keep it.
    if (view.erasing) return
    // What is said was her own doing: it can be looked up and taken back for a while.
    const change = said ? remembering(wanted, now()) : wanted
    const after = change(before)
    if (after === before) return
    const told = said ? { ...view, said: { key: said, undo: undo(before, after) } } : view
    set({ record: after, view: told })
    changed(change)
  }

/** What did not fit is kept at once, and not only with the next change. */
const growing =
  ({ get }: Pick<Parts, 'get'>, whole: () => Keep, means: Pick<Means, 'grow'>): Store['grow'] =>
  async () => {
    const grown = await means.grow()
    if (grown) whole().record(get().record)
    return grown
  }

/** Says on the screen why something could not be kept, until it could. */
const telling =
  ({ get, set }: Parts) =>
  (outcome: Outcome): void => {
    const trouble = outcome.ok ? null : outcome.why
    const { view } = get()
    if (trouble !== view.trouble) set({ view: { ...view, trouble } })
  }

/** What is in her hands goes the ordinary way: she stays, and may take it back. */
const copying =
  (means: Means, typing: Pick<Typing, 'keep'>, whole: () => Keep): Store['copy'] =>
  async (key) => {
    typing.keep()
    await whole().settled()
    return means.copy(key)
  }

const outside = ({ now, newId, storage }: Means) => ({
  time: (): Time => timeOf(now()),
  local: (): LocalTime => localOf(now()),
  newId,
  storage,
})

/** `readAll`: reads what `record` has not got yet; null when it has everything. */
export const createStore = (
  means: Means,
  record: ClientRecord,
  words: Words,
  readAll: (() => ClientRecord) | null = null,
): Store => {
  const { view, scroll } = beginning(record)
  const held = holding({ record, view, words })
  const { whole, changed, settled } = keepingAll(held, means.keep, readAll ?? (() => record))
  if (!readAll || screenOf(view).at !== 'home') whole()
  const around = { ...outside(means), settled }
  const send = sending(held, changed, around.time)
  const typing = createTyping((drafts) => send(all(...drafts.map(put))), around.time)
  return {
    state: held.get,
    send,
    look: looking(held, whole),
    speak: async (tag) => held.set({ words: await means.speak(tag) }),
    draft: typing.type,
    undraft: (id) => {
      typing.forget(id)
      send(drop('draft', id))
    },
    ...around,
    grow: growing(held, whole, means),
    subscribe: held.subscribe,
    copy: copying(means, typing, whole),
    whole: () => void whole(),
    scroll,
    leave: (left = 0, isBroken = false) => {
      held.silence()
      send(isBroken ? leaveFrom(firstView, 0) : leaveFrom(held.get().view, left))
      typing.keep()
      whole().flush()
    },
  }
}
