import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Values } from '../i18n/words.ts'
import type { Attaching } from './attaching.ts'
import type { State, Store } from './store.ts'
import { back, go, swap, type Screen } from './view.ts'

const StoreContext = createContext<Store | null>(null)

export const StoreProvider = StoreContext.Provider

export const useStore = (): Store => {
  const store = useContext(StoreContext)
  if (!store) throw new Error('drawn outside the app')
  return store
}

const AttachingContext = createContext<Attaching | null>(null)

export const AttachingProvider = AttachingContext.Provider

export const useAttaching = (): Attaching => {
  const attaching = useContext(AttachingContext)
  if (!attaching) throw new Error('drawn outside the app')
  return attaching
}

/** Draws again whenever the record, the view or the language changed. */
export const useShown = (): State => {
  const store = useStore()
  const [state, setState] = useState(store.state())
  useEffect(() => {
    // It may have changed between the first drawing and now.
    setState(store.state())
    return store.subscribe(() => setState(store.state()))
  }, [store])
  return state
}

export type App = State &
  Pick<Store, 'send' | 'look' | 'time' | 'local' | 'newId'> & {
    readonly t: (key: string, values?: Values) => string
    readonly go: (screen: Screen) => void
    readonly swap: (screen: Screen) => void
    readonly back: () => void
  }

/** All that a screen works with. */
export const useApp = (): App => {
  const store = useStore()
  const state = store.state()
  return {
    ...state,
    t: state.words.t,
    send: store.send,
    look: store.look,
    time: store.time,
    local: store.local,
    newId: store.newId,
    go: (screen) => store.look(go(screen)),
    swap: (screen) => store.look(swap(screen)),
    back: () => store.look(back),
  }
}

/**
 * The fields of a form. What she types is kept sealed at every pause; `resumed` says that an earlier
 * unfinished text was found, and `restart` throws it away. `leave`: the locale key of the way out, which says whether
 * what she typed is kept.
 */
export const useFields = <F extends Readonly<Record<string, string>>>(form: string, first: F) => {
  const store = useStore()
  const [draft] = useState(() => store.state().record.draft.get(form))
  const [fields, setFields] = useState<F>(draft ? { ...first, ...draft.fields } : first)
  const [resumed, setResumed] = useState(draft !== undefined)
  const [begun, setBegun] = useState(draft !== undefined)
  const set = (change: Partial<F>): void => {
    const next = { ...fields, ...change }
    setBegun(true)
    setFields(next)
    store.draft(form, next)
  }
  const restart = (): void => {
    store.undraft(form)
    setFields(first)
    setResumed(false)
    setBegun(false)
  }
  const leave = begun ? 'story.later' : 'action.cancel'
  return { fields, set, resumed, restart, leave, done: () => store.undraft(form) }
}
