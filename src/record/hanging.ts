// What hangs on an entry, or stands for it. Ids and times are as in types.ts.

/** An entry that something hangs on. */
export type Owner = {
  readonly kind: 'contact' | 'appointment' | 'story' | 'incident'
  readonly id: string
}

/** A photo, a document or sound. Its bytes lie in the vault's chunks; this alone leads to them. */
export type Attachment = {
  readonly kind: 'attachment'
  readonly id: string
  /** What she put it under; null when that is not known any more. */
  readonly of: Owner | null
  /** As she calls it; first the name that the file had. */
  readonly name: string
  /** A MIME type, found in the bytes themselves. */
  readonly type: string
  /** In bytes. */
  readonly size: number
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string
  /** Where each chunk lies, in order. */
  readonly slots: readonly number[]
  /** The 32 bytes that its chunks are sealed with, as base64url. */
  readonly key: string
  /** A small JPEG as base64url; empty when it cannot be drawn. */
  readonly thumbnail: string
  readonly written: string
  readonly edited: string
}

/** What she adds to an entry later, with a time of its own; the entry stays as it was. */
export type Addendum = {
  readonly kind: 'addendum'
  readonly id: string
  readonly of: Owner | null
  readonly text: string
  readonly written: string
}

/** What an entry's leaf in a statement is hidden with; it goes when the entry goes. */
export type Proof = {
  readonly kind: 'proof'
  /** Of the entry: "story/<id>". */
  readonly id: string
  /** 16 random bytes in hexadecimal. */
  readonly salt: string
}

/** A check number over all that could be shown later, made at one moment. */
export type Statement = {
  readonly kind: 'statement'
  readonly id: string
  readonly made: string
  /** 64 hexadecimal digits for each leaf, in their order; which are filling cannot be told. */
  readonly leaves: string
}
