/** When a share ends: its name tells in which hour of the six days from `until` on. */
export const scattered = (until: number, locator: Uint8Array): number =>
  until + 3600 * ((locator[0] ?? 0) % 144)
