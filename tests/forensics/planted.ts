import { randomBytes } from 'node:crypto'
import type { ProfileFile } from './profile.ts'

// Words that stand nowhere but where a test plants them, and the search for them in raw bytes.

const signs = 'abcdefghijklmnopqrstuvwxyz0123456789'

const randomWord = (length: number): string =>
  Array.from(randomBytes(length), (byte) => signs[byte % signs.length]).join('')

export type Planted = {
  /** A new word of 24 signs for one place. */
  readonly word: (where: string) => string
  /** A text that the app made, as a code or a link. */
  readonly add: (what: string, text: string) => void
  /** A key, which is no text. */
  readonly addKey: (what: string, key: Uint8Array) => void
  /** Where any of it stands, one line each. */
  readonly foundIn: (files: readonly ProfileFile[]) => readonly string[]
}

type Form = { readonly name: string; readonly bytes: Buffer }

/** The characters of base64 that depend on these bytes alone, after `before` bytes of something. */
const base64After = (bytes: Buffer, before: number): Buffer => {
  const text = Buffer.concat([Buffer.alloc(before), bytes])
    .toString('base64')
    .replace(/=+$/, '')
  const start = [0, 2, 3][before] ?? 0
  const partial = (before + bytes.length) % 3 === 0 ? 0 : 1
  return Buffer.from(text.slice(start, text.length - partial))
}

const formsOf = (sought: string | Buffer): readonly Form[] => {
  const bytes = Buffer.from(sought)
  const wide = typeof sought === 'string' ? [Buffer.from(sought, 'utf16le')] : []
  return [
    { name: typeof sought === 'string' ? 'UTF-8' : 'bytes', bytes },
    ...wide.map((text) => ({ name: 'UTF-16', bytes: text })),
    ...[0, 1, 2].map((before) => ({
      name: `base64 after ${before}`,
      bytes: base64After(bytes, before),
    })),
  ]
}

const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x30 && byte <= 0x39

/** Six digits also stand within many a longer number that has nothing to do with them. */
const isWithinNumber = (text: string, bytes: Buffer, at: number): boolean =>
  /^\d+$/.test(text) && (isDigit(bytes[at - 1]) || isDigit(bytes[at + text.length]))

const placesOf = (bytes: Buffer, sought: Buffer): readonly number[] => {
  const places: number[] = []
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 1)) places.push(at)
  return places
}

const around = (bytes: Buffer, at: number): string =>
  bytes
    .subarray(Math.max(0, at - 40), at + 60)
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/[^\x20-\x7e]/g, '.')

const search = (file: ProfileFile, what: string, sought: string | Buffer): readonly string[] =>
  formsOf(sought).flatMap(({ name, bytes }) =>
    placesOf(file.bytes, bytes)
      .filter((at) => typeof sought !== 'string' || !isWithinNumber(sought, file.bytes, at))
      .map((at) => `${file.path}: ${what} as ${name}: ${around(file.bytes, at)}`),
  )

/** All words of one planting begin alike, so that one search finds them all. */
export const plant = (): Planted => {
  const beginning = randomWord(10)
  const words = new Map<string, string>()
  const texts = new Map<string, string | Buffer>([['a word', beginning]])
  const named = (line: string): string => {
    const word = [...words.keys()].find((one) => line.includes(one))
    return word === undefined ? line : `${line} (${words.get(word)})`
  }
  return {
    word: (where) => {
      const word = beginning + randomWord(14)
      words.set(word, where)
      return word
    },
    add: (what, text) => void texts.set(what, text),
    addKey: (what, key) => void texts.set(what, Buffer.from(key)),
    foundIn: (files) =>
      files.flatMap((file) =>
        [...texts].flatMap(([what, text]) => search(file, what, text)).map(named),
      ),
  }
}
