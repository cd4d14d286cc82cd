import { isSolved, tryOf, work, type Work } from './about.ts'
import { utf8 } from './bytes.ts'

// The puzzle that a relay under load asks for. The hashing is the browser's own, beside the page's thread.

/** Tries that are under way at once: enough to keep the browser busy, few enough to stop soon. */
const atOnce = 64

/** The first try from `from` on that solves a part. */
const solvePart = async (
  { seed, bits }: Work,
  locator: string,
  part: number,
  from = 0,
): Promise<number> => {
  const tries = Array.from({ length: atOnce }, (_, at) => from + at)
  const hashes = await Promise.all(
    tries.map((at) => crypto.subtle.digest('SHA-256', utf8(tryOf(seed, locator, part, at)))),
  )
  const found = hashes.findIndex((hash) => isSolved(new Uint8Array(hash), bits))
  return found < 0 ? solvePart({ seed, bits }, locator, part, from + atOnce) : from + found
}

/** A solution for what will lie at `locator`, as the header's text. */
export const solve = async (asked: Work, locator: string): Promise<string> => {
  const found: number[] = []
  for (let part = 0; part < work.parts; part++) found.push(await solvePart(asked, locator, part))
  return `${asked.seed}.${locator}.${found.join('-')}`
}
