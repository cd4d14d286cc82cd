/** The platform refuses to fill more than this at once. */
const most = 65_536

/** `length` random bytes. libsodium's own generator takes 2 s for 1 MiB in a browser; this does not. */
export const random = (length: number): Uint8Array => {
  // A buffer of its own, see steady.ts: many of these become keys.
  const bytes = new Uint8Array(new ArrayBuffer(length))
  for (let at = 0; at < length; at += most) crypto.getRandomValues(bytes.subarray(at, at + most))
  return bytes
}
