import type { Headers } from './headers.ts'

// The API as calls and replies, apart from what carries them: node:http on a port, and a Request
// where there is none.

type Bytes = Uint8Array<ArrayBuffer>

export type Read = Bytes | 'slow' | null

export type Call = {
  readonly method: string
  /** Without the query: no call has one. */
  readonly path: string
  /** A header's value by its name in small letters. */
  readonly header: (name: string) => string | undefined
  /** The other end of the connection; empty where there is none. */
  readonly address: string
  /**
   * The whole body; null when the caller broke off or it is not `length` bytes long, 'slow' when it came
   * too slowly for who has so many seconds of patience.
   */
  readonly read: (length: number, patience: number) => Promise<Read> | Read
  /** Ends the connection once the reply is out. */
  readonly hangUp: () => void
}

export type Reply = {
  readonly status: number
  readonly headers: Headers
  /** Text, or bytes in pieces, in their order, which are let go once they are sent. */
  readonly body: string | readonly Uint8Array[]
  /** To be called once it has gone out, or never will; more than once is no error. */
  readonly over?: () => void
}
