import type { Arranged } from '../record/arranged.ts'
import type { Level, Area } from '../record/areas.ts'
import type { PrecautionTopic } from '../record/precaution.ts'
import type { Owner } from '../record/hanging.ts'
import type { MomentKind, Whose } from '../record/timeline.ts'
import type { Change, Id, Kind, LocalDate, Topic } from '../record/types.ts'
import type { Setting } from '../record/setting.ts'

/** The words that a list is searched by. */
export type Sought = { readonly query: string }

/** Every place in the app; the noun first, then what is done there. */
export type Screen =
  | { readonly at: 'home' }
  | { readonly at: 'search'; readonly as?: Sought }
  /** `as`: how she has laid the list out; a part of where she is, so that going back finds it again. */
  | { readonly at: 'contacts'; readonly as?: Arranged }
  | { readonly at: 'contact'; readonly id: Id }
  | { readonly at: 'contactForm'; readonly id: Id | null }
  | { readonly at: 'contactSafety'; readonly id: Id }
  | { readonly at: 'contactLinks'; readonly id: Id }
  | { readonly at: 'alike' }
  | { readonly at: 'merge'; readonly id: Id; readonly other: Id }
  | { readonly at: 'network' }
  | {
      readonly at: 'directory'
      readonly need?: Area
      readonly as?: { readonly level: Level | ''; readonly query: string }
    }
  | { readonly at: 'directoryApart' }
  | { readonly at: 'packs' }
  | { readonly at: 'service'; readonly id: string }
  | { readonly at: 'import' }
  | { readonly at: 'appointments' }
  | { readonly at: 'week'; readonly day: LocalDate }
  | { readonly at: 'appointment'; readonly id: Id; readonly day?: LocalDate }
  | { readonly at: 'appointmentForm'; readonly id: Id | null; readonly contact: Id | null }
  | { readonly at: 'timeline'; readonly only: readonly MomentKind[]; readonly whose?: Whose }
  | { readonly at: 'incident'; readonly id: Id }
  | { readonly at: 'incidentForm'; readonly id: Id | null }
  | { readonly at: 'stories' }
  | { readonly at: 'story'; readonly id: Id }
  | { readonly at: 'storyForm'; readonly id: Id | null; readonly topic: Topic }
  | { readonly at: 'more' }
  | { readonly at: 'trash' }
  | { readonly at: 'plan' }
  | { readonly at: 'needs'; readonly child: Id | null }
  | { readonly at: 'step'; readonly id: Id }
  | {
      readonly at: 'stepForm'
      readonly id: Id | null
      readonly area: Area | ''
      readonly child: Id | null
    }
  | { readonly at: 'children' }
  | { readonly at: 'child'; readonly id: Id }
  | { readonly at: 'childForm'; readonly id: Id | null }
  | {
      readonly at: 'rate'
      readonly contact: Id | null
      readonly appointment: Id | null
      readonly on: LocalDate
    }
  | { readonly at: 'council' }
  | { readonly at: 'ratings'; readonly contact?: Id | null }
  | { readonly at: 'deadlines'; readonly contact: Id | null; readonly appointment: Id | null }
  | {
      readonly at: 'deadline'
      readonly name: string
      readonly contact: Id | null
      readonly appointment: Id | null
    }
  | { readonly at: 'safety' }
  | { readonly at: 'precautions'; readonly topic: PrecautionTopic }
  | { readonly at: 'precautionForm'; readonly id: Id }
  | { readonly at: 'talks' }
  | { readonly at: 'talk'; readonly id: Id }
  | { readonly at: 'talkForm'; readonly id: Id | null }
  | { readonly at: 'attachment'; readonly id: Id }
  | { readonly at: 'addendumForm'; readonly of: Owner }
  | { readonly at: 'statements' }
  | { readonly at: 'shares' }
  | { readonly at: 'share'; readonly id: Id }
  /** `asked`: an item of an answer that asks for one more part, by its name; or "network". */
  | { readonly at: 'shareForm'; readonly asked?: string }
  /** `more`: what is new is ticked already. */
  | { readonly at: 'shareChange'; readonly id: Id; readonly more?: boolean }
  | { readonly at: 'reply'; readonly id: Id }
  | { readonly at: 'grants'; readonly as?: Sought }
  | { readonly at: 'consent'; readonly id: Id }
  | { readonly at: 'setting' }
  | { readonly at: 'limits' }
  | { readonly at: 'backup' }
  | { readonly at: 'codes' }
  | { readonly at: 'ownCode' }
  | { readonly at: 'decoy' }
  | { readonly at: 'shred' }
  | { readonly at: 'openings' }
  | { readonly at: 'erase' }

export type Tab = 'home' | 'contacts' | 'appointments' | 'stories' | 'shares'

export const tabs: readonly Tab[] = ['home', 'contacts', 'appointments', 'stories', 'shares']

/** What a plain book of contacts and appointments has. */
const plainTabs: readonly Tab[] = ['home', 'contacts', 'appointments']

export const tabsOf = ({ plain }: Pick<Setting, 'plain'>): readonly Tab[] =>
  plain ? plainTabs : tabs

/** A short word about what was just done, and the way to take it back. */
export type Said = { readonly key: string; readonly undo: Change | null }

/** What she is looking at. Forgotten on exit, unlike the record. */
export type View = {
  /** Where she is, last, and how she got there. */
  readonly path: readonly Screen[]
  readonly said: Said | null
  /** Why the last change could not be kept on the phone yet. */
  readonly trouble: 'full' | 'busy' | 'none' | null
  /** Everything is being erased: no way leads back to entries that are no longer kept. */
  readonly erasing: boolean
}

export const firstView: View = { path: [{ at: 'home' }], said: null, trouble: null, erasing: false }

export const screenOf = (view: Pick<View, 'path'>): Screen => view.path.at(-1) ?? { at: 'home' }

/** Where back leads. */
export const beforeIn = ({ path }: Pick<View, 'path'>): Screen => path.at(-2) ?? { at: 'home' }

/** A name for the place itself, however she has laid it out. */
export const placeName = ({ path }: Pick<View, 'path'>): string => {
  const screen = screenOf({ path })
  const place = { ...screen, as: undefined, only: undefined, whose: undefined }
  // Another week is the same screen: whoever turns to the next stays on the button that turns.
  return `${path.length} ${JSON.stringify(screen.at === 'week' ? { at: 'week' } : place)}`
}

export const go =
  (screen: Screen) =>
  (view: View): View => ({ ...view, path: [...view.path, screen] })

/** A tab starts afresh: back never leads through the tabs that she passed, and no word hangs on. */
export const goTab =
  (tab: Tab) =>
  (view: View): View => ({
    ...view,
    said: null,
    path: tab === 'home' ? [{ at: 'home' }] : [{ at: 'home' }, { at: tab }],
  })

/** One step back, past the places of an entry that is gone. */
export const back = (view: View): View => ({
  ...view,
  path: view.path.length > 1 ? view.path.slice(0, -1) : view.path,
})

/** Puts another screen in place of this one: after saving, back does not lead to the form. */
export const swap =
  (screen: Screen) =>
  (view: View): View => ({ ...view, path: [...view.path.slice(0, -1), screen] })

/** Places that stand in for a tab's own. */
const within: Readonly<Record<string, Tab>> = { week: 'appointments' }

/** The tab that a place belongs to. */
export const tabOf = (view: View): Tab => {
  const second = view.path[1]?.at
  return tabs.find((tab) => tab === second) ?? within[second ?? ''] ?? 'home'
}

/** The name under which a form's draft is kept. */
export const formName = (kind: Kind, id: Id | null): string => `${kind}:${id ?? 'new'}`
