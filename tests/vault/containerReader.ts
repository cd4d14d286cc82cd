import { argon2Sync, createHash } from 'node:crypto'

// Reads a container by docs/formats/vault.md alone, and shares no line with src/. Readable and slow.

/** What is wanted of libsodium. */
type Primitives = {
  readonly crypto_generichash: (length: number, text: string, key: Uint8Array) => Uint8Array
  readonly crypto_aead_xchacha20poly1305_ietf_decrypt: (
    secretNonce: null,
    sealed: Uint8Array,
    data: Uint8Array,
    nonce: Uint8Array,
    key: Uint8Array,
  ) => Uint8Array
}

type Numbers = { readonly memory: number; readonly passes: number; readonly pages: number }

export type Stretch = (code: string, salt: Buffer, cost: Numbers) => Uint8Array

/** Argon2id as Node's own library does it. */
const argon2id: Stretch = (code, salt, { memory, passes }) =>
  argon2Sync('argon2id', {
    message: Buffer.from(code),
    nonce: salt,
    parallelism: 1,
    tagLength: 64,
    memory,
    passes,
  })

const sha256 = (...parts: readonly Buffer[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest()

const xor = (a: Buffer, b: Buffer): Buffer =>
  Buffer.from(a.map((byte, at) => byte ^ b.readUInt8(at)))

const allDigits = Array.from({ length: 0x1_ff_ff }, (_, at) => at)
  .filter((at) => !(at >= 0xd800 && at < 0xe000))
  .map((at) => String.fromCodePoint(at))
  .filter((sign) => /\p{Nd}/u.test(sign))

const signs: Readonly<Record<string, string>> = {
  '×': '*',
  '✕': '*',
  '÷': '/',
  '∕': '/',
  '−': '-',
  '–': '-',
  ',': '.',
  '٫': '.',
}

/** Unicode keeps digits in rows of ten, so the place among all digits tells the value. */
const plain = (code: string): string =>
  Array.from(code.normalize('NFKC'), (sign) => {
    const place = allDigits.indexOf(sign)
    return place >= 0 ? String(place % 10) : (signs[sign] ?? sign)
  }).join('')

const saltOf = (file: Buffer): Buffer => file.subarray(0, 16)

const numbersOf = (file: Buffer): Numbers => {
  const mask = sha256(saltOf(file), Buffer.from('numbers')).subarray(0, 16)
  const numbers = xor(file.subarray(16, 32), mask)
  return {
    memory: numbers.readUInt32BE(0),
    passes: numbers.readUInt32BE(4),
    pages: numbers.readUInt16BE(8),
  }
}

const unveiled = (salt: Buffer, slot: Buffer): Buffer | null => {
  const nonce = slot.subarray(0, 16)
  const blocks = Array.from({ length: 60 }, (_, n) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(n)
    return sha256(salt, nonce, counter)
  })
  const whole = xor(slot.subarray(16), Buffer.concat(blocks))
  const text = whole.subarray(0, 1_872)
  return sha256(text).equals(whole.subarray(1_872)) ? text : null
}

/** The disguise's own state, which needs no code; empty when there is none. */
export const readState = (image: Uint8Array): string => {
  const file = Buffer.from(image)
  const slots = [256, 2_176]
    .map((at) => unveiled(saltOf(file), file.subarray(at, at + 1_920)))
    .filter((slot) => slot !== null)
    .toSorted((a, b) => b.readUInt32BE(0) - a.readUInt32BE(0))
  const [newest] = slots
  return newest ? newest.toString('utf8', 6, 6 + newest.readUInt16BE(4)) : ''
}

type Place = readonly [kind: 1 | 2, region: number, slot: number, generation: number]

const opened = (
  sodium: Primitives,
  key: Uint8Array,
  sealed: Buffer,
  [kind, region, slot, generation]: Place,
): Buffer | null => {
  const data = Buffer.alloc(10)
  data.writeUInt8(kind, 0)
  data.writeUInt8(1, 1)
  data.writeUInt8(region, 2)
  data.writeUInt16BE(slot, 4)
  data.writeUInt32BE(generation, 6)
  const [nonce, body] = [sealed.subarray(0, 24), sealed.subarray(24)]
  try {
    const bytes = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, body, data, nonce, key)
    return Buffer.from(bytes)
  } catch {
    return null
  }
}

type Piece = { readonly name: string; readonly part: number; readonly bytes: Buffer }

const piecesIn = (page: Buffer): Piece[] => {
  let at = 2
  return Array.from({ length: page.readUInt16BE(0) }, () => {
    const start = at + 1 + page.readUInt8(at)
    const name = page.toString('utf8', at + 1, start)
    at = start + 8 + page.readUInt32BE(start + 4)
    return { name, part: page.readUInt16BE(start), bytes: page.subarray(start + 8, at) }
  })
}

const entriesOf = (pieces: readonly Piece[]): Record<string, string> => {
  const inOrder = pieces.toSorted((a, b) => a.part - b.part)
  const names = [...new Set(pieces.map(({ name }) => name))]
  const whole = (name: string): Buffer =>
    Buffer.concat(inOrder.filter((piece) => piece.name === name).map(({ bytes }) => bytes))
  return Object.fromEntries(names.map((name) => [name, whole(name).toString('utf8')]))
}

type Opened = {
  readonly region: number
  readonly generation: number
  readonly entries: Record<string, string>
}

/** Every header copy that a code opens, each with the entries that it leads to. */
export const readContainer = (
  sodium: Primitives,
  image: Uint8Array,
  code: string,
  stretch: Stretch = argon2id,
): readonly Opened[] => {
  const file = Buffer.from(image)
  const numbers = numbersOf(file)
  const root = sodium.crypto_generichash(32, 'root 1', stretch(plain(code), saltOf(file), numbers))
  const regionBytes = 2 * 16_384 + numbers.pages * 65_536
  return [0, 1, 2, 3].flatMap((region) => {
    const key = sodium.crypto_generichash(32, `header ${region}`, root)
    const regionAt = 4_096 + region * regionBytes
    return [0, 1].flatMap((copy): Opened[] => {
      const at = regionAt + copy * 16_384
      const header = opened(sodium, key, file.subarray(at, at + 16_384), [1, region, copy, 0])
      if (header?.readUInt8(0) !== 1) return []
      const rows = Array.from({ length: header.readUInt16BE(37) }, (_, n) => 39 + n * 38)
      const pieces = rows.flatMap((row) => {
        const [slot, generation] = [header.readUInt16BE(row), header.readUInt32BE(row + 2)]
        const start = regionAt + 32_768 + slot * 65_536
        const sealed = file.subarray(start, start + 65_536)
        const page = opened(sodium, header.subarray(row + 6, row + 38), sealed, [
          2,
          region,
          slot,
          generation,
        ])
        return page ? piecesIn(page) : []
      })
      return [{ region, generation: header.readUInt32BE(1), entries: entriesOf(pieces) }]
    })
  })
}
