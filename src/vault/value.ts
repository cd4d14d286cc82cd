import type { Disk } from './disk.ts'

type Value = Pick<Disk, 'size' | 'read' | 'write' | 'flush' | 'cut'>

/**
 * A container that is put away as one value: `found` is what lay there, and `put` puts it there whole or rejects. A
 * flush that was refused takes back what it was for: the next one must not bring it along with other things.
 */
export const valueOf = (found: Uint8Array, put: (bytes: Uint8Array) => Promise<void>): Value => {
  let kept = new Uint8Array(found)
  // The same array until something is written.
  let bytes = kept
  const change = (length: number): void => {
    if (length <= bytes.length && bytes !== kept) return
    const changed = new Uint8Array(Math.max(length, bytes.length))
    changed.set(bytes)
    bytes = changed
  }
  return {
    size: () => bytes.length,
    read: (at, length) => {
      if (at + length > bytes.length) throw new RangeError('the file is shorter')
      return bytes.slice(at, at + length)
    },
    write: (at, part) => {
      change(at + part.length)
      bytes.set(part, at)
    },
    flush: async () => {
      try {
        await put(bytes)
        kept = bytes
      } finally {
        bytes = kept
      }
    },
    cut: (length) => {
      bytes = bytes.slice(0, length)
    },
  }
}
