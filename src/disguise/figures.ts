/** Numbers as people write them where the phone is set up. */
export type Figures = {
  readonly decimal: string
  /** The digits of a text in the script of the phone. */
  readonly digits: (text: string) => string
  /** From canonical text ("-1234.50", "1.5E+20", a half-typed "12.") to readable text. */
  readonly show: (text: string) => string
}

const signs: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−', '+': '+', '=': '=' }

/** An operator or "=" as it is printed; anything else is null. */
export const signOf = (text: string): string | null => signs[text] ?? null

/** Some systems name a locale in a way that the engine then refuses. */
const known = (tag: string): string => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** `tag` is a BCP 47 tag as the browser gives it. Only what is seen has its digits: keys stay ASCII. */
export const figures = (tag: string): Figures => {
  const format = new Intl.NumberFormat(known(tag), { maximumFractionDigits: 1 })
  const digits = (text: string): string => text.replace(/\d/g, (one) => format.format(Number(one)))
  const decimal = format.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.'
  const whole = (text: string): string => (text === '' ? '' : format.format(BigInt(text)))
  return {
    decimal,
    digits,
    show: (text) => {
      const [, minus = '', integer = '', rest = ''] = /^(-?)(\d*)(.*)$/.exec(text) ?? []
      const tail = rest.replace('.', decimal).replace('E-', 'E−').replace('E+', 'E')
      return (minus && '−') + whole(integer) + digits(tail)
    },
  }
}
