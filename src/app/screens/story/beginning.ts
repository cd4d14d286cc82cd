/** The beginning of a text, enough to know it by: whole words, on two lines. */
export const beginning = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= 72 ? line : `${line.slice(0, 72).replace(/[\s.,:;]*\S*$/, '')}…`
}
