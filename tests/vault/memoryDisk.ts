import type { Disk } from '../../src/vault/disk.ts'

/** A disk that may be torn at any write, may be full, and can be opened again after it was closed. */
export type MemoryDisk = Disk & {
  /** What a copy of the phone would hold now. */
  readonly image: () => Uint8Array
  /** Every write since the last call, in order. */
  readonly writes: () => { readonly at: number; readonly bytes: Uint8Array }[]
  refuse: boolean
  readonly closed: () => boolean
  readonly reopen: () => void
}

const grown = (bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> => {
  if (length <= bytes.length) return bytes
  const longer = new Uint8Array(length)
  longer.set(bytes)
  return longer
}

export const memoryDisk = (start: Uint8Array = new Uint8Array(0)): MemoryDisk => {
  let bytes = new Uint8Array(start)
  let log: { at: number; bytes: Uint8Array }[] = []
  let closed = false
  const disk: MemoryDisk = {
    kind: 'file',
    refuse: false,
    size: () => bytes.length,
    read: (at, length) => {
      if (closed) throw new Error('read after close')
      if (at + length > bytes.length) throw new RangeError('the file is shorter')
      return bytes.slice(at, at + length)
    },
    write: (at, part) => {
      if (closed) throw new Error('write after close')
      if (disk.refuse) throw new DOMException('no room', 'QuotaExceededError')
      log.push({ at, bytes: part.slice() })
      bytes = grown(bytes, at + part.length)
      bytes.set(part, at)
    },
    flush: () => Promise.resolve(),
    close: () => {
      closed = true
    },
    image: () => bytes.slice(),
    writes: () => {
      const taken = log
      log = []
      return taken
    },
    closed: () => closed,
    reopen: () => {
      closed = false
    },
  }
  return disk
}
