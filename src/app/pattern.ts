// What people choose when they choose digits, so that it can be counted as little as it is worth.

export type Pattern = 'date' | 'year' | 'repeat' | 'run' | 'phone'

/** A stretch of digits and what it is; null for no pattern. */
export type Stretch = { readonly pattern: Pattern | null; readonly length: number }

/** `bits`: at most that many; `parts`: how the digits were read to need so few. */
export type Weighed = { readonly bits: number; readonly parts: readonly Stretch[] }

/** Bits that a digit of a person's choice is worth; one drawn by chance has 3.3. */
const digitBits = 2.6
/** Bits for knowing where a pattern begins. */
const beginBits = 1

const isYear = (text: string): boolean => /^(19\d\d|20[0-4]\d)$/.test(text)
const isYearPart = (text: string): boolean => /^\d\d$/.test(text) || isYear(text)
const within = (text: string, most: number): boolean =>
  text.length <= 2 && Number(text) >= 1 && Number(text) <= most
const isMonth = (text: string): boolean => within(text, 12)
const isDay = (text: string): boolean => within(text, 31)

/** The orders that people write; with a year of four digits also the others are plain to see. */
const orders = [
  [isDay, isMonth, isYearPart],
  [isMonth, isDay, isYearPart],
  [isYearPart, isMonth, isDay],
  [isYearPart, isDay, isMonth],
  [isDay, isYear, isMonth],
  [isMonth, isYear, isDay],
] as const

const thirds = (digits: string): readonly (readonly [string, string, string])[] =>
  [1, 2, 4].flatMap((first) =>
    [1, 2, 4].map(
      (second) =>
        [
          digits.slice(0, first),
          digits.slice(first, first + second),
          digits.slice(first + second),
        ] as const,
    ),
  )

/** A day, a month and a year of two or four digits. */
const isDate = (digits: string): boolean =>
  digits.length >= 6 &&
  digits.length <= 8 &&
  thirds(digits).some(([a, b, c]) =>
    orders.some(([first, second, third]) => first(a) && second(b) && third(c)),
  )

// Sixty is added to the day in the numbers of people who are new in Sweden.
const lessSixty = (digits: string): string =>
  digits.replace(/[6-9](\d)$/, (day) => String(Number(day) - 60).padStart(2, '0'))

/** A birth date and the four digits behind it. */
const isPerson = (digits: string): boolean => {
  const date = digits.slice(0, -4)
  return /^\d{10}(\d\d)?$/.test(digits) && (isDate(date) || isDate(lessSixty(date)))
}

const piecesOf = (digits: string, length: number): readonly string[] =>
  Array.from({ length: Math.max(0, digits.length - length + 1) }, (_, at) =>
    digits.slice(at, at + length),
  )

/** A few digits around a date are tried next: four around a whole one, one around one with a short year. */
const isAroundDate = (digits: string): boolean =>
  (digits.length <= 12 && piecesOf(digits, 8).some(isDate)) ||
  (digits.length <= 7 && piecesOf(digits, 6).some(isDate))

/** Little more than a date, or a number that begins with one. */
export const isFromDate = (digits: string): boolean =>
  isDate(digits) || isPerson(digits) || isAroundDate(digits)

/** The same again, or two digits alone. */
const isRepeat = (digits: string): boolean =>
  digits.length >= 4 && (/^(\d{1,6})\1+$/.test(digits) || new Set(digits).size <= 2)

const stepsOf = (digits: string): readonly number[] =>
  Array.from(digits.slice(1), (digit, at) => (Number(digit) - Number(digits[at]) + 10) % 10)

const pads = ['789456123.0.', '123456789.0.', '7894561230..'] as const

const areNeighbours = (pad: string, one: string, other: string): boolean => {
  const [a, b] = [pad.indexOf(one), pad.indexOf(other)]
  const [down, across] = [Math.floor(a / 3) - Math.floor(b / 3), (a % 3) - (b % 3)]
  return Math.abs(down) <= 1 && Math.abs(across) <= 1
}

/** The columns that end in the zero of a telephone. */
const columns = /^(2580|0852|1470|0741|3690|0963)$/

const isWalk = (digits: string): boolean =>
  pads.some((pad) =>
    Array.from(digits.slice(1)).every((digit, at) => areNeighbours(pad, digits[at] ?? '', digit)),
  )

/** Always the same step, as 123 and 8642, or a walk over a keypad from key to neighbouring key. */
const isRun = (digits: string): boolean =>
  digits.length >= 3 &&
  (new Set(stepsOf(digits)).size === 1 ||
    columns.test(digits) ||
    (digits.length >= 6 && isWalk(digits)))

const isPhone = (digits: string): boolean => /^(0[1-9]\d{5,9}|46\d{8,9})$/.test(digits)

type Known = readonly [pattern: Pattern, is: (digits: string) => boolean, bits: number]

/** From the most guessable on, with the bits that each is worth. */
const known: readonly Known[] = [
  ['repeat', isRepeat, 8],
  ['year', isYear, 6],
  ['date', isDate, 12],
  ['date', isPerson, 20],
  ['phone', isPhone, 16],
]

const runBits = (digits: string): number => Math.min(4 + digits.length / 2, 12)

const stretch = (digits: string): Weighed => {
  const plain = digits.length * digitBits
  const found = known.find(([, is]) => is(digits))
  const [pattern, bits] = found
    ? [found[0], found[2]]
    : isRun(digits)
      ? (['run', runBits(digits)] as const)
      : [null, plain]
  return pattern !== null && bits + beginBits < plain
    ? { bits: bits + beginBits, parts: [{ pattern, length: digits.length }] }
    : { bits: plain, parts: [{ pattern: null, length: digits.length }] }
}

/** The cheapest way of reading digits as patterns and single digits, one after the other. */
export const weighed = (typed: string): Weighed => {
  const digits = typed.replace(/\D/g, '')
  const best: Weighed[] = [{ bits: 0, parts: [] }]
  for (let end = 1; end <= digits.length; end += 1) {
    const ways = best.map((before, begin) => {
      const one = stretch(digits.slice(begin, end))
      return { bits: before.bits + one.bits, parts: [...before.parts, ...one.parts] }
    })
    best.push(ways.reduce((least, way) => (way.bits < least.bits ? way : least)))
  }
  return best.at(-1) ?? { bits: 0, parts: [] }
}
