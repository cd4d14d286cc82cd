import { random } from '../crypto/random.ts'

// One number over many texts. Whoever has the number can later be shown one text, and see that it was
// there, without hearing of any other. docs/formats/evidence.md tells the same in words.

/** No statement has fewer leaves, so that few entries do not show as few. */
const fewest = 64
const saltBytes = 16
const hashBytes = 32

const [leafMark, nodeMark] = [Uint8Array.of(0), Uint8Array.of(1)]

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))

const hash = async (...parts: readonly Uint8Array[]): Promise<Uint8Array> => {
  const whole = new Uint8Array(parts.flatMap((part) => [...part]))
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole))
}

export const newSalt = (): string => hex(random(saltBytes))

/** The leaf of a text: 64 hexadecimal digits that tell nothing of it to who has no salt. */
export const leafOf = async (salt: string, text: string): Promise<string> =>
  hex(await hash(leafMark, bytesOf(salt), new TextEncoder().encode(text)))

/**
 * The leaves of a statement: filled up with random ones to a power of two, and sorted, which for such
 * numbers is as good as shuffled. A leaf whose text is gone looks like filling.
 */
export const fillUp = (leaves: readonly string[]): string[] => {
  const known = new Set(leaves)
  const count = Math.max(fewest, 2 ** Math.ceil(Math.log2(known.size || 1)))
  while (known.size < count) known.add(hex(random(hashBytes)))
  return [...known].toSorted()
}

const above = async (level: readonly Uint8Array[]): Promise<Uint8Array[]> =>
  Promise.all(
    Array.from({ length: level.length / 2 }, (_, at) =>
      hash(nodeMark, level[2 * at] ?? new Uint8Array(0), level[2 * at + 1] ?? new Uint8Array(0)),
    ),
  )

const levelsOf = async (leaves: readonly string[]): Promise<Uint8Array[][]> => {
  const levels = [leaves.map(bytesOf)]
  for (let last = levels[0] ?? []; last.length > 1;) {
    last = await above(last)
    levels.push(last)
  }
  return levels
}

/** The check number over the leaves, whose count is a power of two. */
export const rootOf = async (leaves: readonly string[]): Promise<string> =>
  hex((await levelsOf(leaves)).at(-1)?.[0] ?? new Uint8Array(0))

/** The way from a leaf up to the root: its neighbours, the lowest first. null when it is not there. */
export const pathOf = async (
  leaves: readonly string[],
  leaf: string,
): Promise<{ readonly index: number; readonly path: readonly string[] } | null> => {
  const index = leaves.indexOf(leaf)
  if (index < 0) return null
  const levels = (await levelsOf(leaves)).slice(0, -1)
  const path = levels.map((level, up) => hex(level[(index >> up) ^ 1] ?? new Uint8Array(0)))
  return { index, path }
}
