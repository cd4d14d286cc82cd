// A code crosses to a worker as bytes that are handed over (src/disguise/carrying.ts), because text is
// copied on its way and nobody can overwrite the copy.

const codes: ReadonlySet<string> = new Set(['code', 'to'])

const read = (bytes: Uint8Array): string => {
  const text = new TextDecoder().decode(bytes)
  bytes.fill(0)
  return text
}

/** Turns every code in a message back into text, in place, and wipes the bytes that it came as. */
export const arrived = (message: unknown): void => {
  if (typeof message !== 'object' || message === null || ArrayBuffer.isView(message)) return
  for (const [key, value] of Object.entries(message)) {
    if (codes.has(key) && value instanceof Uint8Array) Reflect.set(message, key, read(value))
    else arrived(value)
  }
}
