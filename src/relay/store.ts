import type { Receipt } from '../share/contract.ts'
import type { Room } from './outgoing.ts'

// What every driver promises. A driver sees hashes of proofs, never a proof; it is told the time;
// and it answers only after the change is on disk. Where it gives out bodies it asks for `room` before it
// reads one; when that throws nothing has changed.

/** A file whose pieces were put before; its name is 16 bytes. */
export type Named = { readonly id: Uint8Array; readonly pieces: number }

/** Bytes as they lie in the store: locator 16, hashes and server share 32 bytes each. */
export type NewShare = {
  readonly locator: Uint8Array
  readonly link: Uint8Array
  readonly pass: Uint8Array | null
  readonly owner: Uint8Array
  readonly reply: Uint8Array | null
  readonly serverShare: Uint8Array
  /** Seconds since 1970, as every time in this file. */
  readonly until: number
  readonly openers: number
  readonly tries: number
  readonly counter: number
  /** All pieces of these must be there: a share is whole or is none. */
  readonly files: readonly Named[]
  readonly body: Uint8Array
}

export type Created =
  { readonly ok: true } | { readonly ok: false; readonly why: 'taken' | 'full' | 'missing' }

/** An open with the proofs and the opener's token already hashed. */
export type OpenAsk = {
  readonly locator: Uint8Array
  readonly link: Uint8Array
  readonly pass: Uint8Array | null
  readonly opener: Uint8Array
}

export type Opened = {
  readonly serverShare: Uint8Array
  readonly until: number
  readonly counter: number
  readonly body: Uint8Array
}

/** A page that shows what it opened: no passcode, because only shares without one wait for it. */
export type ShownAsk = Pick<OpenAsk, 'locator' | 'link' | 'opener'>

export type OwnerAsk = { readonly locator: Uint8Array; readonly owner: Uint8Array }

/** `order`: above that of every pause and resume before it; 0, or none, from a phone of the version before. */
export type WishAsk = OwnerAsk & { readonly order?: number }

/** A new body under the same locator; `counter` must be above the one that is there. */
export type Replacement = OwnerAsk &
  Pick<NewShare, 'serverShare' | 'until' | 'counter' | 'files' | 'body'>

/** A sealed reply, the proof already hashed; `id` is its sender's own name for it. */
export type NewReply = {
  readonly locator: Uint8Array
  readonly proof: Uint8Array
  readonly id: Uint8Array
  readonly sealed: Uint8Array
}

export type Waiting = Pick<NewReply, 'id' | 'sealed'>

/** A sealed piece of a file, the owner's proof already hashed; `part`: its place in the file, from 0. */
export type NewPiece = OwnerAsk & {
  readonly file: Uint8Array
  readonly part: number
  readonly sealed: Uint8Array
}

/** With the proofs of an open: only who was let in gets a piece. */
export type PieceAsk = OpenAsk & Pick<NewPiece, 'file' | 'part'>

/** How many shares a sweep made unreadable, and how many receipts it forgot. */
export type Swept = { readonly ended: number; readonly forgotten: number }

export type Store = {
  readonly create: (share: NewShare) => Promise<Created>
  /** null for every reason alike: the caller must not be able to tell them apart. */
  readonly open: (ask: OpenAsk, now: number, room?: Room) => Promise<Opened | null>
  /** Counts the view that a share without a passcode holds a place for; false when there is none. */
  readonly shown: (ask: ShownAsk, now: number) => Promise<boolean>
  readonly look: (ask: OwnerAsk, now: number) => Promise<Receipt | null>
  /** Erases what could be opened, and every piece; keeps the counters; stopping twice is no error. */
  readonly stop: (ask: OwnerAsk, now: number) => Promise<Receipt | null>
  /** Nobody can open it until it is resumed. One that comes late does nothing, as with a resume. */
  readonly pause: (ask: WishAsk, now: number) => Promise<Receipt | null>
  /** Gives a paused share its tries back; an ended one stays ended. */
  readonly resume: (ask: WishAsk, now: number) => Promise<Receipt | null>
  /** Her own share as it lies there, also while it is paused; uses up no place. */
  readonly own: (ask: OwnerAsk, now: number, room?: Room) => Promise<Opened | null>
  /** All or nothing: whoever opens at the same moment gets the one or the other. `taken`: too old. */
  readonly replace: (share: Replacement, now: number) => Promise<Created | null>
  /** Keeps a reply to a share that is not over; the same id again changes nothing. */
  readonly reply: (reply: NewReply, now: number) => Promise<'kept' | 'full' | null>
  /** All that wait for her, in the order of coming; also after the share has ended. */
  readonly replies: (ask: OwnerAsk, room?: Room) => Promise<readonly Waiting[] | null>
  /** Erases the named replies; one that is not there is no error. */
  readonly taken: (
    ask: OwnerAsk,
    ids: readonly Uint8Array[],
    now: number,
  ) => Promise<Receipt | null>
  /**
   * Keeps a piece for the share that will name its file, for a day; the same again changes nothing.
   * `large`: more than a share may have. null: the share is another's, or over.
   */
  readonly put: (piece: NewPiece, now: number) => Promise<'kept' | 'large' | 'full' | null>
  /** Of each file that she has put, how many pieces there are; also before its share is there. */
  readonly there: (ask: OwnerAsk) => Promise<readonly Named[]>
  /** null for every reason alike, as for an open. */
  readonly piece: (ask: PieceAsk, now: number, room?: Room) => Promise<Uint8Array | null>
  /** How full it is: 0 when empty, from 0.95 on it takes nothing new, at 1 no reply either. */
  readonly level: () => Promise<number>
  readonly sweep: (now: number) => Promise<Swept>
  /** What the clock says where the store lies; null where that is the relay's own machine. */
  readonly clock: () => Promise<number | null>
  /** True after a real write reached the disk. */
  readonly ready: () => Promise<boolean>
  /** Waits for what has to come to its end here, a sweep among it, and cuts off what is waited for elsewhere. */
  readonly close: () => Promise<void>
}
