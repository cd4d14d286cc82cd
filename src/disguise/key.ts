/** The four operations, in canonical ASCII; the screen shows other signs. */
export type Operator = '+' | '-' | '*' | '/'

export type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'

/** A key in canonical ASCII: C clears, B takes the last key back, N changes the sign. */
export type Key = Digit | Operator | '.' | '%' | '=' | 'C' | 'B' | 'N'

export const isKey = (text: string): text is Key => /^[\d.+\-*/%=CBN]$/.test(text)
