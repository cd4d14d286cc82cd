const isDigit = /^\p{Nd}$/u

/** Unicode keeps each script's ten digits in a row, so the distance to the row's start is the value. */
const valueOf = (digit: number): number => {
  let zero = digit
  while (isDigit.test(String.fromCodePoint(zero - 1))) zero -= 1
  return (digit - zero) % 10
}

/**
 * One spelling for every way of typing the same code: NFKC, digits of every script as ASCII, and the
 * signs that a calculator shows (× ÷ − ,) as the keys that they stand for.
 */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => String(valueOf(digit.codePointAt(0) ?? 0)))
    .replace(/[×✕]/g, '*')
    .replace(/[÷∕]/g, '/')
    .replace(/[−–]/g, '-')
    .replace(/[,٫]/g, '.')
