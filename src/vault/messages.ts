// What the page may ask of the vault's worker, and what comes back. Keys never cross this line;
// plaintext crosses it only as the items that the page is to show or to keep.

/** One entry as bytes under its name, which is at most 255 bytes of UTF-8. */
export type Item = readonly [name: string, bytes: Uint8Array]

export type Ask =
  /** Make the container if there is none; answer with the disguise's own state. */
  | { readonly ask: 'wake' }
  /** Keep the disguise's own state: text of at most 1,800 bytes of UTF-8. */
  | { readonly ask: 'remember'; readonly state: string }
  /** Try a code on all regions. Wrong, empty and damaged are all `open: false`, in the same time. */
  | { readonly ask: 'try'; readonly code: string }
  /** Begin a new vault under a code, in a region of the worker's choosing, and open it. */
  | { readonly ask: 'setUp'; readonly code: string }
  | { readonly ask: 'read' }
  /** All of it is kept, or none of it. */
  | { readonly ask: 'commit'; readonly put: readonly Item[]; readonly drop: readonly string[] }
  /** A copy of all that is open, as one file under a recovery key of 16 bytes. */
  | { readonly ask: 'backup'; readonly key: Uint8Array }
  /** What a file holds. Changes nothing and needs nothing open. */
  | { readonly ask: 'inspect'; readonly file: Uint8Array; readonly key: Uint8Array }
  /** Put all that can be read of a file into what is open: all of it, or none. */
  | { readonly ask: 'restore'; readonly file: Uint8Array; readonly key: Uint8Array }
  /** Zero the keys and let go of the file; the page ends the worker after the answer. */
  | { readonly ask: 'lock' }

/** `full`: no room on the phone or in the region. `busy`: another tab holds the vault. `none`: this
 * browser gives no storage at all. */
export type Why = 'full' | 'busy' | 'none'

/** `unread`: nothing of a copy's file opens under this key. */
export type Refusal = Why | 'unread'

/** The names that a file gave, and how many more it held when it was made. */
export type Contents = { readonly names: readonly string[]; readonly missing: number }

/** A `database` may leave old copies behind: it hides what is kept, and not that something is. */
export type Storage = 'file' | 'database' | 'none'

export type Answers = {
  wake: { readonly state: string; readonly storage: Storage }
  remember: Record<string, never>
  try: { readonly open: boolean }
  setUp: { readonly ok: true } | { readonly ok: false; readonly why: Why }
  read: { readonly items: readonly Item[]; readonly damaged: number }
  commit: { readonly ok: true } | { readonly ok: false; readonly why: Why }
  backup: { readonly file: Uint8Array }
  /** Wrong digits, another file and one damaged beyond use are one answer: null. */
  inspect: { readonly contents: Contents | null }
  restore:
    | { readonly ok: true; readonly contents: Contents }
    | { readonly ok: false; readonly why: Refusal }
  lock: Record<string, never>
}

export type Question = Ask & { readonly id: number }
export type Answer = { readonly id: number; readonly answer: Answers[keyof Answers] }

/** What the worker says when it wants a throwaway worker, and the name of that one. */
export type Wanted = 'stretch'
