/**
 * The same bytes where wiping reaches all of them; the given ones are wiped. An engine keeps small
 * arrays on its own heap and moves them about, and each move leaves a copy behind that outlives even
 * the worker. A buffer of its own stays where it is.
 */
export const steady = (bytes: Uint8Array): Uint8Array => {
  const kept = new Uint8Array(new ArrayBuffer(bytes.length))
  kept.set(bytes)
  bytes.fill(0)
  return kept
}
