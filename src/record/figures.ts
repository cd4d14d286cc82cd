/** Arabic and Persian digits as 0-9, so that a number is one however it is typed. */
export const plainFigures = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
