/** Bytes from which on it is worth the while. */
const large = 4096

/**
 * Gives the memory of a body back now, which is empty afterwards. Left to itself the collector sees small
 * handles, waits until many megabytes hang on them, and then looks through all that there is.
 */
export const release = (bytes: Uint8Array): void => {
  const { buffer } = bytes
  // Small ones may lie several in one: only one that has its memory for itself goes.
  if (bytes.length < large || buffer.byteLength !== bytes.length) return
  if (buffer instanceof ArrayBuffer) buffer.transfer(0)
}
