import { list, read } from './tree.ts'

const stemsOf = (path: string): readonly string[] => JSON.parse(read(path))

const stems = list('tests/rules/telling/*.json').flatMap(stemsOf)
const latin = stems.filter((stem) => /^\p{Script=Latin}+$/u.test(stem))
const other = stems.filter((stem) => !latin.includes(stem))

/** Words in running text, and inside names such as `secretKey`, `SECRET_KEY` or "secret-key". */
const tokens = (text: string): readonly string[] =>
  [...text.normalize('NFC').matchAll(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu)].map(([token]) =>
    token.toLowerCase(),
  )

/** Words that would tell what this app is for, in any of our languages; each of them once. Latin
 * words are compared from their beginning, Arabic ones anywhere, as prefixes are written together. */
export const telling = (text: string): readonly string[] => {
  const found = tokens(text).filter((token) => latin.some((stem) => token.startsWith(stem)))
  return [...new Set([...found, ...other.filter((stem) => text.includes(stem))])]
}
