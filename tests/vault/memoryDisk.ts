import type { Disk } from '../../src/vault/disk.ts'

/** `cut`: no write, but the file cut off at `at`. `flushed`: how often the disk had been flushed before. */
export type Written = {
  readonly at: number
  readonly bytes: Uint8Array
  readonly flushed: number
  readonly cut?: true
}

/** A disk that may be torn at any write, may be full, and can be opened again after it was closed. */
export type MemoryDisk = Omit<Disk, 'remove'> & {
  /** What a copy of the phone would hold now. */
  readonly image: () => Uint8Array
  /** Every write since the last call, in order. */
  readonly writes: () => Written[]
  refuse: boolean
  remove: Disk['remove']
  /** Bytes that the file may have at most. */
  most: number
  readonly closed: () => boolean
  readonly reopen: () => void
}

const grown = (bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> => {
  if (length <= bytes.length) return bytes
  const longer = new Uint8Array(length)
  longer.set(bytes)
  return longer
}

const logging = () => {
  const log: Written[] = []
  let flushed = 0
  return {
    note: (at: number, bytes: Uint8Array) => void log.push({ at, bytes: bytes.slice(), flushed }),
    noteCut: (at: number) => void log.push({ at, bytes: new Uint8Array(0), flushed, cut: true }),
    flush: () => Promise.resolve(void (flushed += 1)),
    writes: () => log.splice(0),
  }
}

const full = (): Error => new DOMException('no room', 'QuotaExceededError')

export const memoryDisk = (start: Uint8Array = new Uint8Array(0)): MemoryDisk => {
  let bytes = new Uint8Array(start)
  const { note, noteCut, flush, writes } = logging()
  let closed = false
  const disk: MemoryDisk = {
    kind: 'file',
    refuse: false,
    most: Infinity,
    size: () => bytes.length,
    read: (at, length) => {
      if (closed) throw new Error('read after close')
      if (at + length > bytes.length) throw new RangeError('the file is shorter')
      return bytes.slice(at, at + length)
    },
    write: (at, part) => {
      if (closed) throw new Error('write after close')
      if (disk.refuse || at + part.length > disk.most) throw full()
      note(at, part)
      bytes = grown(bytes, at + part.length)
      bytes.set(part, at)
    },
    flush,
    cut: (length) => {
      noteCut(length)
      bytes = bytes.slice(0, length)
    },
    close: () => {
      closed = true
    },
    remove: async () => disk.cut(0),
    image: () => bytes.slice(),
    writes,
    closed: () => closed,
    reopen: () => {
      closed = false
    },
  }
  return disk
}
