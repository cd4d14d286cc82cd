import { randomFillSync } from 'node:crypto'

// Asking for chance costs as much for twelve bytes as for some thousand, and a share needs it twice.

const drawn = Buffer.alloc(4096)
let used = drawn.length

/** Random bytes, at most 4096, of which nothing stays behind. */
export const random = (bytes: number): Uint8Array => {
  if (used + bytes > drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  const rest = drawn.subarray(used, used + bytes)
  const taken = new Uint8Array(rest)
  rest.fill(0)
  used += bytes
  return taken
}
