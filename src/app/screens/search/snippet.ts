import { plain } from '../../../record/find.ts'

/** The first line of a text that holds one of the words looked for, shortened to about a glance. */
export const snippet = (text: string, query: string, length = 80): string => {
  const wanted = plain(query).split(/\s+/).filter(Boolean)
  const lines = text.replace(/([.!?؟])\s+/g, '$1\n').split('\n')
  const found = lines.find((line) => wanted.some((word) => plain(line).includes(word)))
  const line = (found ?? lines[0] ?? '').trim()
  return line.length > length ? `${line.slice(0, length).trimEnd()}…` : line
}
