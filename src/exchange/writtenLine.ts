// A line of a vCard or iCalendar file as it is written; lines.ts has how one is found.

const most = 75
const encoder = new TextEncoder()

/** A line of at most 75 bytes, gone on with after a space, and no letter cut in two. */
export const folded = (line: string): string => {
  const lines: string[] = []
  let [here, bytes] = ['', 0]
  for (const letter of line) {
    const size = encoder.encode(letter).length
    if (bytes + size > most) {
      lines.push(here)
      ;[here, bytes] = [' ', 1]
    }
    here += letter
    bytes += size
  }
  return [...lines, here].join('\r\n')
}

/** A text that can add no line and end no field, without signs that only a machine knows. */
export const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
