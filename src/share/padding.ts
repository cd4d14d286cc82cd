import type { Bytes } from './bytes.ts'

// The length of what is sealed would tell how much she wrote. Padme leaves few sizes and costs at
// most 12 %; the floor hides everything short.

export const floor = 4_096

/** Bytes of all files of a share together, before they are padded. */
export const mostFileBytes = 25_000_000

/** Padme (Nikitin et al. 2019): the next length that has its low bits at zero. */
export const padded = (length: number): number => {
  if (length <= floor) return floor
  const exponent = Math.floor(Math.log2(length))
  const step = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1))
  return Math.ceil(length / step) * step
}

/** Length (4 bytes, big-endian), content, zeros. */
export const pad = (content: Bytes): Bytes => {
  const bytes = new Uint8Array(padded(4 + content.length))
  new DataView(bytes.buffer).setUint32(0, content.length)
  bytes.set(content, 4)
  return bytes
}

/** The content, or null when the length does not fit the bytes. */
export const unpad = (bytes: Bytes): Bytes | null => {
  if (bytes.length < 4) return null
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  return padded(4 + length) === bytes.length ? bytes.slice(4, 4 + length) : null
}
