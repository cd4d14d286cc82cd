import { expect, test } from 'vitest'
import {
  bitsOf,
  digitsOf,
  drawFour,
  faces,
  howMany,
  listOf,
  sumOf,
} from '../../src/app/four/four.ts'
import { blank, press } from '../../src/disguise/calculator.ts'
import { isKey } from '../../src/disguise/key.ts'
import { peep, untouched } from '../../src/disguise/keyhole.ts'
import { read } from '../rules/tree.ts'

const tags = ['sv', 'en']

const wordsIn = async (tag: string): Promise<readonly string[]> => (await listOf(tag)) ?? []

const stemsIn = (tag: string): readonly string[] =>
  [`tests/app/near/${tag}.json`, `tests/rules/telling/${tag}.json`].flatMap((path) =>
    JSON.parse(read(path)),
  )

/** A stem that ends in "$" is a whole word, since longer ones mean something else. */
const nearIn = (tag: string) => {
  const stems = stemsIn(tag)
  return (word: string): boolean =>
    stems.some((stem) => (stem.endsWith('$') ? word === stem.slice(0, -1) : word.startsWith(stem)))
}

test.each(tags)('CODE-6 the words in %s are short, plain, sorted and many', async (tag) => {
  const words = await wordsIn(tag)
  expect(words).toHaveLength(2048)
  expect(words.filter((word) => !/^[a-zåäö]{3,7}$/.test(word))).toEqual([])
  expect(words).toEqual([...new Set(words)].toSorted())
  expect(bitsOf(words)).toBe(44)
})

test('CODE-6 a language without a list has none', async () => {
  expect(await listOf('ar')).toBeNull()
})

test.each(tags)('CODE-7 no two words in %s are typed alike', async (tag) => {
  const words = await wordsIn(tag)
  expect(new Set(words.map(digitsOf)).size).toBe(words.length)
})

test('CODE-7 words that are typed alike would be seen', () => {
  expect(digitsOf('home')).toBe(digitsOf('good'))
})

test.each(tags)('CODE-8 no word in %s is near the mission', async (tag) => {
  expect((await wordsIn(tag)).filter(nearIn(tag))).toEqual([])
})

test('CODE-8 words near the mission are found', () => {
  expect(['police', 'gunner', 'shelter', 'blood'].filter(nearIn('en'))).toHaveLength(3)
  expect(['polis', 'slag', 'vapen', 'kyrkan', 'slagga'].filter(nearIn('sv'))).toHaveLength(5)
})

test('CODE-9 four words are drawn from the whole list', async () => {
  const words = await wordsIn('sv')
  const asked: number[] = []
  const drawn = drawFour(words, (limit) => {
    asked.push(limit)
    return limit - asked.length
  })
  expect(asked).toEqual([2048, 2048, 2048, 2048])
  expect(drawn).toEqual(words.slice(-howMany).toReversed())
})

test('CODE-9 a word is typed as on a telephone', () => {
  expect(sumOf(['boat', 'rain', 'lamp', 'horse'])).toBe('2628+7246+5267+46773')
  expect(digitsOf('Åälö')).toBe('2256')
  expect(() => digitsOf('قمر')).toThrow(RangeError)
})

test('CODE-9 the picture shows every letter on the key that types it', () => {
  const shown = faces.flatMap(([digit, letters]) =>
    Array.from(letters, (letter) => [letter, digit]),
  )
  expect(shown.map(([letter]) => letter).join('')).toBe('abcdefghijklmnopqrstuvwxyz')
  expect(shown.filter(([letter = '', digit]) => digitsOf(letter) !== digit)).toEqual([])
})

const typed = (keys: string) => Array.from(keys).filter(isKey)

test.each(tags)('CODE-10 four words in %s are a sum to the calculator', async (tag) => {
  const words = await wordsIn(tag)
  const longest = words.filter((word) => word.length === 7).slice(0, howMany)
  for (const four of [longest, drawFour(words), drawFour(words)]) {
    const sum = sumOf(four)
    const shown = typed(`${sum}=`).reduce(press, blank)
    const total = four.reduce((all, word) => all + Number(digitsOf(word)), 0)
    expect(shown.stuck).toBe(false)
    expect(JSON.stringify(shown)).toContain(String(total))
    const [, meaning] = typed(`${sum}=`).reduce<ReturnType<typeof peep>>(
      ([hole], key) => peep(hole, key),
      [untouched, null],
    )
    expect(meaning).toEqual({ means: 'code', code: sum })
  }
})
