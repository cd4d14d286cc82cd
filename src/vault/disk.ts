/** Where the container lies. Writes are in place; nothing counts as kept before `flush` is done. */
export type Disk = {
  /** `fleeting`: a private window, which forgets it when it is closed. */
  readonly kind: 'file' | 'database' | 'fleeting'
  readonly size: () => number
  /** Exactly `length` bytes; throws when the file is shorter. */
  readonly read: (at: number, length: number) => Uint8Array
  /** Throws when there is no room. */
  readonly write: (at: number, bytes: Uint8Array) => void
  readonly flush: () => Promise<void>
  /** Cuts off what lies behind `length` bytes. */
  readonly cut: (length: number) => void
  /** Lets go of it; one from `openStorage` also lets other tabs in. */
  readonly close: () => void
  /** Lets go of it and takes it off the phone. */
  readonly remove: () => Promise<void>
}

/** `busy`: another tab has it. `shut`: it is there and does not open. `none`: this browser keeps nothing at all. */
export type Shut = 'busy' | 'shut' | 'none'

export type Opened =
  { readonly ok: true; readonly disk: Disk } | { readonly ok: false; readonly why: Shut }
