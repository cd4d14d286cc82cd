import { ascii } from './encoding.ts'
import { mostLines } from './limits.ts'

// The lines of a vCard or iCalendar file, found in bytes: a fold may stand in the middle of a
// letter, so decoding has to come afterwards. Every step touches a byte once.

const [tab, lf, cr, space, equals] = [0x09, 0x0a, 0x0d, 0x20, 0x3d]

/** Where the line end at `at` is over: LF, CR LF, an iPhone's CR CR LF, or a CR alone. */
const afterEnd = (bytes: Uint8Array, at: number): number => {
  let next = at
  while (next < at + 3 && bytes[next] === cr) next += 1
  return bytes[next] === lf ? next + 1 : at + 1
}

/** Lines as they stand, of at most `most` bytes; of several empty ones in a row, one. */
function* physical(bytes: Uint8Array, most: number): Generator<Uint8Array> {
  let start = 0
  let lines = 0
  let empty = false
  for (let at = 0; lines < mostLines && at <= bytes.length; at++) {
    const code = bytes[at] ?? lf
    if (code !== lf && code !== cr) continue
    if (at > start || !empty) {
      lines += 1
      yield bytes.subarray(start, Math.min(at, start + most))
    }
    empty = at === start
    start = afterEnd(bytes, at)
    at = start - 1
  }
}

const [colon, semicolon] = [0x3a, 0x3b]

const isNameByte = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x2d ||
  code === 0x2e ||
  code === 0x5f

/** A name, then a colon or a semicolon. Byte by byte, as this is asked of every line of a photo. */
const isProperty = (line: Uint8Array): boolean => {
  for (let at = 0; at < line.length && at < 100; at++) {
    const code = line[at] ?? 0
    if (code === colon || code === semicolon) return at > 0
    if (!isNameByte(code)) return false
  }
  return false
}

const isFrame = (line: Uint8Array): boolean =>
  isNameByte(line[0] ?? 0) && /^(BEGIN|END)\s*:/i.test(ascii(line, 12))

const isQuoted = (line: Uint8Array): boolean =>
  line.includes(equals) && /^[^:]*QUOTED-PRINTABLE/i.test(ascii(line, 200))

type Open = { readonly pieces: Uint8Array[]; readonly quoted: boolean; length: number }

const newLine = new Uint8Array([lf])

/** What of `line` goes on the end of the open one, or null when `line` starts one of its own. */
const continues = (open: Open, line: Uint8Array): readonly Uint8Array[] | null => {
  const last = open.pieces.at(-1)
  if (open.quoted && last?.at(-1) === equals && !isFrame(line)) {
    // Outlook ends a text with a soft break into an empty line: what follows is a line of its own.
    open.pieces[open.pieces.length - 1] = last.subarray(0, -1)
    return [line]
  }
  if (line.length === 0) return []
  if (line[0] === space || line[0] === tab) return [line.subarray(1)]
  // Some exports break a value without any mark: such a line is no property, so it belongs above.
  return isProperty(line) || isFrame(line) ? null : [newLine, line]
}

const join = (open: Open, most: number): Uint8Array => {
  const out = new Uint8Array(Math.min(open.length, most))
  let at = 0
  for (const piece of open.pieces) {
    const room = piece.subarray(0, out.length - at)
    out.set(room, at)
    at += room.length
  }
  return out.subarray(0, at)
}

const begin = (line: Uint8Array): Open => ({
  pieces: [line],
  quoted: isQuoted(line),
  length: line.length,
})

/** Whole lines, unfolded and with soft breaks joined; what goes beyond `most` bytes is let go. */
export function* unfold(bytes: Uint8Array, most: number): Generator<Uint8Array> {
  let open: Open | null = null
  for (const line of physical(bytes, most)) {
    const more: readonly Uint8Array[] | null = open && continues(open, line)
    if (open && more) {
      if (open.length < most) open.pieces.push(...more)
      for (const piece of more) open.length += piece.length
      continue
    }
    if (open) yield join(open, most)
    open = line.length > 0 ? begin(line) : null
  }
  if (open) yield join(open, most)
}
