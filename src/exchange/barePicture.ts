// Takes out of a picture everything that is not needed to draw it: where and when it was taken, with
// which device, comments, previews, and whatever hangs on behind its end. What is kept is named; what
// nobody has thought of yet goes.

const join = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

const [first, end, scan] = [0xd8, 0xd9, 0xda]

/** Tables, frames and restarts; of the applications' own only what changes the colours. */
const draws = (marker: number, segment: Uint8Array): boolean => {
  if (marker === 0xe0) return textAt(segment, 4, 5) === 'JFIF\0' && segment.length === 18
  if (marker === 0xee) return textAt(segment, 4, 5) === 'Adobe' && segment.length === 16
  return (marker >= 0xc0 && marker <= 0xcf) || marker === 0xdb || marker === 0xdd
}

/** Where the next marker stands after a scan, in which 0xFF is followed by 0 or a restart. */
const afterScan = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at < bytes.length - 1; at++) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

const bareJpeg = (bytes: Uint8Array): Uint8Array<ArrayBuffer> | null => {
  if (bytes[0] !== 0xff || bytes[1] !== first) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return null
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === end) break
    const stop = at + 2 + view.getUint16(at + 2)
    const next = marker === scan ? afterScan(bytes, stop) : stop
    const segment = bytes.subarray(at, next)
    if (marker === scan || draws(marker, segment)) parts.push(segment)
    at = next
  }
  return join([...parts, Uint8Array.of(0xff, end)])
}

const pngSign = '\x89PNG\r\n\x1a\n'
const pngParts: readonly string[] = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']

const barePng = (bytes: Uint8Array): Uint8Array<ArrayBuffer> | null => {
  if (textAt(bytes, 0, 8) !== pngSign) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length;) {
    const name = textAt(bytes, at + 4, 4)
    const next = at + 12 + view.getUint32(at)
    if (pngParts.includes(name)) parts.push(bytes.subarray(at, next))
    if (name === 'IEND') break
    at = next
  }
  return join(parts)
}

/** A JPEG or PNG with nothing but its picture; null when it is neither, or broken. */
export const barePicture = (bytes: Uint8Array): Uint8Array<ArrayBuffer> | null =>
  bareJpeg(bytes) ?? barePng(bytes)
