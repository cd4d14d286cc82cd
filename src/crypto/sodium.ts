import sodium from 'libsodium-wrappers-sumo'

export type Sodium = typeof sodium

/** libsodium, once its WebAssembly is ready. Loaded only when a code is tried, never before. */
export const ready = async (): Promise<Sodium> => {
  await sodium.ready
  return sodium
}
