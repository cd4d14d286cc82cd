import { list, read } from './tree.ts'

const stemsOf = (path: string): readonly string[] => JSON.parse(read(path))

/** Without case, also that of the Turkish i, and without what is written or left out at will, such as the
 * vowels of Arabic. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replace(/[\u0307\u0640\u064b-\u0652\u0670]/g, '')

const stems = list('tests/rules/telling/*.json').flatMap(stemsOf).map(plain)
const latin = stems.filter((stem) => /^\p{Script=Latin}+$/u.test(stem))
const other = stems.filter((stem) => !latin.includes(stem))

/** Long enough, or with letters rare enough, that it stands in no other word by chance: found anywhere in a
 * word, since many languages write words together ("familjevåld"). */
const inner = latin.filter((stem) => stem.length >= (/[^a-z]/.test(stem) ? 4 : 6))

/** Words in running text, and inside names such as `secretKey`, `SECRET_KEY` or "secret-key". */
const tokens = (text: string): readonly string[] =>
  [...text.normalize('NFC').matchAll(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu)].map(([token]) =>
    plain(token),
  )

/** An ordinary word that only begins like one of ours. */
const harmless: ReadonlySet<string> = new Set(['fleeting'])

const tells = (token: string): boolean =>
  !harmless.has(token) &&
  (latin.some((stem) => token.startsWith(stem)) || inner.some((stem) => token.includes(stem)))

/** Words that would tell what this app is for, in any of our languages; each of them once. Short Latin
 * words are compared from their beginning, all others anywhere. */
export const telling = (text: string): readonly string[] => {
  const all = plain(text)
  return [
    ...new Set([...tokens(text).filter(tells), ...other.filter((stem) => all.includes(stem))]),
  ]
}
