/** Overwrites keys and plaintext with zeros; the bytes are gone from the heap at once. */
export const wipe = (...secrets: readonly Uint8Array[]): void => {
  for (const secret of secrets) secret.fill(0)
}
