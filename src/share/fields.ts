// Whether what came over the wire is what it should be. Knows nothing of shares; the relay imports it, too.

/** What a JSON object may turn out to be. */
export type Fields = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Unpadded base64url of exactly `bytes` bytes, in its one canonical spelling. */
export const isBytes = (value: unknown, bytes: number): value is string => {
  if (typeof value !== 'string' || value.length !== Math.ceil((bytes * 4) / 3)) return false
  if (!/^[A-Za-z0-9_-]+$/.test(value)) return false
  const spare = (value.length * 6) % 8
  const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.indexOf(
    value.charAt(value.length - 1),
  )
  return last % (1 << spare) === 0
}

export const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most

export const only = (value: Fields, names: readonly string[]): boolean =>
  Object.keys(value).every((name) => names.includes(name))
