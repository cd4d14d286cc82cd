// What the page may ask of the vault's worker, and what comes back. Keys never cross this line, but
// those of copies and of single attachments; plaintext crosses it only as the items, and the chunks,
// that the page is to show or to keep.

/** One entry as bytes under its name, which is at most 255 bytes of UTF-8. */
export type Item = readonly [name: string, bytes: Uint8Array]

/** One chunk of an attachment: the key of 32 bytes, the id, and the place. */
export type ChunkSpot = {
  readonly key: Uint8Array
  readonly attachment: string
  readonly slot: number
  readonly index: number
}

export type Ask =
  /** Make the container if there is none; answer with the disguise's own state. */
  | { readonly ask: 'wake' }
  /** Keep the disguise's own state: text of at most 1,800 bytes of UTF-8. */
  | { readonly ask: 'remember'; readonly state: string }
  /** Try a code on all regions. Wrong, empty and damaged are all `open: false`, in the same time. */
  | { readonly ask: 'try'; readonly code: string }
  /**
   * Begin a new vault under a code, in a region of the worker's choosing, and open it. `brings`: it begins with what
   * `restore` puts into it; until then no code opens it.
   */
  | { readonly ask: 'setUp'; readonly code: string; readonly brings?: boolean }
  | { readonly ask: 'read' }
  /** All of it is kept, or none of it. What is only dropped may go one by one where there is little room. */
  | { readonly ask: 'commit'; readonly put: readonly Item[]; readonly drop: readonly string[] }
  /** A copy of all that is open, as one file under a recovery key of 16 bytes. */
  | { readonly ask: 'backup'; readonly key: Uint8Array }
  /** What a file holds, and the items whose names begin with one of `show`. Changes nothing and needs
   * nothing open. */
  | {
      readonly ask: 'inspect'
      readonly file: Uint8Array
      readonly key: Uint8Array
      readonly show: readonly string[]
    }
  /** Put all that can be read of a file into what is open, with `put` in the place of what it has under
   * those names: all of it, or none. */
  | {
      readonly ask: 'restore'
      readonly file: Uint8Array
      readonly key: Uint8Array
      readonly put: readonly Item[]
    }
  /** How much room there is for attachments. */
  | { readonly ask: 'space' }
  /** Grow that room one stride towards `slots` for every region; asked again until it is whole. */
  | { readonly ask: 'widen'; readonly slots: number }
  /** Seal one chunk, of at most `chunkRoom` bytes, into a free slot. In order, from index 0. */
  | ({ readonly ask: 'writeChunk'; readonly bytes: Uint8Array; readonly last: boolean } & ChunkSpot)
  | ({ readonly ask: 'readChunk' } & ChunkSpot)
  /** One chunk for a copy with this key of 16 bytes; random bytes for a slot that nothing names. */
  | {
      readonly ask: 'copyChunk'
      readonly copyKey: Uint8Array
      readonly spot: ChunkSpot | null
    }
  /** One sealed chunk of a copy, `length` bytes within, into its slot. In order, as `writeChunk`. */
  | ({
      readonly ask: 'bringChunk'
      readonly copyKey: Uint8Array
      readonly bytes: Uint8Array
      readonly length: number
      readonly last: boolean
    } & ChunkSpot)
  /** Random bytes over slots that no entry names any more. */
  | { readonly ask: 'clearChunks'; readonly slots: readonly number[] }
  /**
   * Change codes. What is open goes on under `code`. Everything not named here is overwritten, and no
   * code from before opens anything.
   */
  | {
      readonly ask: 'recode'
      readonly code: string
      readonly others: readonly Other[]
      /** A code that destroys all other vaults and then opens this one of `others`. */
      readonly shred: { readonly code: string; readonly opens: number } | null
    }
  /** Whether this is the code of what is open. */
  | { readonly ask: 'confirm'; readonly code: string }
  /** Whether this code, typed in the disguise, would destroy what is open. */
  | { readonly ask: 'clears'; readonly code: string }
  /** What another vault holds, by its code, while this one stays open. */
  | { readonly ask: 'peek'; readonly code: string }
  /** A commit into another vault, by its code, while this one stays open. */
  | {
      readonly ask: 'refresh'
      readonly code: string
      readonly put: readonly Item[]
      readonly drop: readonly string[]
    }
  /**
   * What the vault that goes along with this one keeps under a name, and when codes were tried since it
   * last looked. It is the first of `others` when codes were changed, or what was looked into since.
   */
  | { readonly ask: 'lookBeside'; readonly name: string }
  /** A commit into that one, which has looked at all tries by then, as if it had been opened now. */
  | { readonly ask: 'keepBeside'; readonly put: readonly Item[] }
  /** More room: 2, 4, 8, 16 MiB, for all regions together. */
  | { readonly ask: 'grow' }
  /** When codes were tried that did not open this vault, since this was last asked. */
  | { readonly ask: 'tries' }
  /**
   * Overwrite and remove all that is kept, under whatever code. Nothing is open after it; asked again, it goes on with
   * what was left.
   */
  | { readonly ask: 'erase' }
  /** Zero the keys and let go of the file; the page ends the worker after the answer. */
  | { readonly ask: 'lock' }

export type Asked<K extends Ask['ask']> = Extract<Ask, { readonly ask: K }>

/** A vault to carry over, from one code to the next, or one that begins with this content. */
export type Other =
  | { readonly code: string; readonly to: string }
  | { readonly begin: readonly Item[]; readonly to: string }

/** `full`: no room on the phone or in the region. `busy`: another tab holds the vault. `none`: this
 * browser gives no storage at all. */
export type Why = 'full' | 'busy' | 'none'

/** `taken`: the code opens something already, or clears. `shut`: what is there does not open. Nothing was begun. */
export type NotBegun = Why | 'taken' | 'shut'

/** `unread`: nothing of a copy's file opens under this key. */
export type Refusal = Why | 'unread'

/**
 * `kept`: something may be left. `files`: the file of attachments alone, which no key opens any more: somebody holds
 * it, or it does not open.
 */
export type NotErased = { readonly ok: false; readonly why: 'kept' | 'files' }

/** The names that a file gave, and how many more it held when it was made. */
export type Contents = { readonly names: readonly string[]; readonly missing: number }

/** `shown`: the items that were asked for. `behind`: where in the file the entries end. */
export type Inspected = Contents & { readonly shown: readonly Item[]; readonly behind: number }

/**
 * A `database` may leave old copies behind: it hides what is kept, and not that something is. What is
 * `fleeting` is gone when the private window is closed. `none`: nothing can be kept, or not sealed.
 */
export type Storage = 'file' | 'database' | 'fleeting' | 'none'

export type Answers = {
  wake: { readonly state: string; readonly storage: Storage }
  remember: Record<string, never>
  try: { readonly open: boolean }
  setUp: { readonly ok: true } | { readonly ok: false; readonly why: NotBegun }
  read: { readonly items: readonly Item[]; readonly damaged: number }
  commit: { readonly ok: true } | { readonly ok: false; readonly why: Why }
  /** `lostPages`: those that did not open; they count as missing in the file. `large`: more than one holds. */
  backup:
    | { readonly ok: true; readonly file: Uint8Array; readonly lostPages: number }
    | { readonly ok: false; readonly why: 'large' }
  /** Wrong digits, another file and one damaged beyond use are one answer: null. */
  inspect: { readonly contents: Inspected | null }
  restore:
    | { readonly ok: true; readonly contents: Contents }
    | { readonly ok: false; readonly why: Refusal }
  /** Slots of each region; 0 before the first attachment. `grown`: entries have more room than at first. */
  space: { readonly slots: number; readonly grown: boolean }
  /** Bytes that the file has, and those that it will have. */
  widen:
    | { readonly ok: true; readonly bytes: number; readonly whole: number }
    | { readonly ok: false; readonly why: Why }
  /** `hash`: SHA-256 of all chunks in hexadecimal, with the last one. By then all are on disk. */
  writeChunk:
    { readonly ok: true; readonly hash: string | null } | { readonly ok: false; readonly why: Why }
  /** A whole chunk with zeros behind its bytes; null when it does not open here. */
  readChunk: { readonly bytes: Uint8Array | null }
  /** `there`: false when a chunk that should be there did not open; random bytes stand for it. */
  copyChunk: { readonly sealed: Uint8Array; readonly there: boolean }
  bringChunk:
    | { readonly ok: true; readonly hash: string | null }
    | { readonly ok: false; readonly why: Refusal }
  clearChunks: Record<string, never>
  /**
   * `same`: two codes are equal. `unknown`: a code opens nothing. `at`: which of `others`; the shred
   * code stands behind them. `full` also when there are more than the container has regions.
   */
  recode:
    | { readonly ok: true }
    | { readonly ok: false; readonly why: Why }
    | { readonly ok: false; readonly why: 'same' | 'unknown'; readonly at: number }
  confirm: { readonly mine: boolean }
  clears: { readonly clears: boolean }
  /** null: the code opens nothing, or only what is open already. */
  peek: { readonly items: readonly Item[] | null }
  refresh: { readonly ok: true } | { readonly ok: false; readonly why: Why | 'unknown' }
  /** null: there is none; `bytes` null: it keeps nothing under that name. `times` as for `tries`. */
  lookBeside: {
    readonly beside: { readonly bytes: Uint8Array | null; readonly times: readonly number[] } | null
  }
  keepBeside: { readonly ok: true } | { readonly ok: false; readonly why: Why | 'unknown' }
  /** `full` also when it has the most already. */
  grow: { readonly ok: true } | { readonly ok: false; readonly why: Why }
  /** Minutes since 1970 UTC, oldest first, 63 at most. Long sums count, and so do openings of others. */
  tries: { readonly times: readonly number[] }
  erase: { readonly ok: true } | NotErased
  lock: Record<string, never>
}

export type Question = Ask & { readonly id: number }
export type Answer = { readonly id: number; readonly answer: Answers[keyof Answers] }

/** What the worker says when it wants a throwaway worker, and the name of that one. */
export type Wanted = 'stretch'
