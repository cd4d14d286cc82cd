import { below } from '../code.ts'

// Four words drawn by chance. They are remembered as words and typed as numbers, each by the letters
// of a telephone's keypad, so that they fit every disguise that has digits and a plus.

/** How many words a code has. */
export const howMany = 4

/** The letters on a telephone's keys, with the accented ones where phones put them. */
const letters: Readonly<Record<string, string>> = {
  '2': 'abcåäáàâæç',
  '3': 'deféèêë',
  '4': 'ghi',
  '5': 'jkl',
  '6': 'mnoöøñ',
  '7': 'pqrs',
  '8': 'tuvü',
  '9': 'wxyz',
}

/** The keys from 1 to 9 with the letters that a person finds on them, as a picture shows them. */
export const faces: readonly (readonly [digit: string, letters: string])[] = Array.from(
  '123456789',
  (digit) => [digit, (letters[digit] ?? '').slice(0, /[79]/.test(digit) ? 4 : 3)],
)

const keyOf = new Map(
  Object.entries(letters).flatMap(([key, on]) => Array.from(on, (letter) => [letter, key])),
)

/** The digits of a word as typed on a telephone. Throws on a letter that no key has. */
export const digitsOf = (word: string): string =>
  Array.from(word.toLowerCase(), (letter) => {
    const key = keyOf.get(letter)
    if (key === undefined) throw new RangeError(`no key has the letter ${letter}`)
    return key
  }).join('')

/** The sum to type, without its "=". */
export const sumOf = (words: readonly string[]): string => words.map(digitsOf).join('+')

export type List = readonly string[]

const files: Readonly<Record<string, () => Promise<{ readonly list: string }>>> = {
  sv: () => import('./sv.ts'),
  en: () => import('./en.ts'),
}

/** Whether there are words for a code in this language. */
export const speaksIn = (tag: string): boolean => tag in files

/** The words of one language, loaded when they are wanted; null when there are none. */
export const listOf = async (tag: string): Promise<List | null> => {
  const file = files[tag]
  return file ? (await file()).list.trim().split(/\s+/) : null
}

/** The strength in bits of four words drawn from this list. */
export const bitsOf = (list: List): number => Math.log2(list.length) * howMany

const drawWords = (count: number, list: List, draw = below): readonly string[] =>
  Array.from({ length: count }, () => list[draw(list.length)] ?? '')

export const drawFour = (list: List, draw = below): readonly string[] =>
  drawWords(howMany, list, draw)

/** For a share's passcode, which is read aloud and written as words; English where there are none of hers. */
export const threeWords = async (tag: string): Promise<readonly string[]> =>
  drawWords(3, (await listOf(tag)) ?? (await listOf('en')) ?? [])
