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

const signs = new Map(
  ['×*', '✕*', '÷/', '∕/', '−-', '–-', ',.', '٫.'].map(([from, to = '']) => [from, to]),
)

/** Unicode keeps digits in rows of ten, so the place among all digits tells the value. */
const plain = (code: string): string =>
  Array.from(code.normalize('NFKC'), (sign) => {
    const place = allDigits.indexOf(sign)
    return place >= 0 ? String(place % 10) : (signs.get(sign) ?? sign)
  }).join('')

type Preamble = Numbers & {
  readonly counter: number
  readonly salt: Buffer
  readonly generation: number
  readonly tries: readonly number[]
  readonly state: string
}

/** What a sector of 4,096 bytes holds behind its kind; null when it holds nothing of that kind. */
const unveiled = (sector: Buffer, kind: number): Buffer | null => {
  const [salt, nonce] = [sector.subarray(0, 16), sector.subarray(16, 32)]
  const blocks = Array.from({ length: 127 }, (_, n) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(n)
    return sha256(salt, nonce, counter)
  })
  const whole = xor(sector.subarray(32), Buffer.concat(blocks))
  const text = whole.subarray(0, 4_032)
  const isWhole = sha256(text).equals(whole.subarray(4_032))
  return isWhole && text.readUInt8(0) === kind ? text.subarray(1) : null
}

/** What stands before the regions and needs no code. Throws when neither sector holds it. */
export const readPreamble = (image: Uint8Array): Preamble => {
  const file = Buffer.from(image)
  const found = [0, 4_096].flatMap((at): Preamble[] => {
    const plain = unveiled(file.subarray(at, at + 4_096), 1)
    if (!plain) return []
    const tries = Math.min(64, plain.readUInt32BE(16))
    return [
      {
        salt: file.subarray(at, at + 16),
        generation: plain.readUInt32BE(0),
        memory: plain.readUInt32BE(4),
        passes: plain.readUInt32BE(8),
        pages: plain.readUInt16BE(12),
        counter: plain.readUInt8(14),
        tries: Array.from({ length: tries }, (_, n) => plain.readUInt32BE(20 + n * 4)),
        state: plain.toString('utf8', 279, 279 + plain.readUInt16BE(277)),
      },
    ]
  })
  const [newest] = found.toSorted((a, b) => b.generation - a.generation)
  if (!newest) throw new Error('no beginning')
  return newest
}

/** The first 32 slots lie behind the headers; each doubling lies behind all that was there before. */
const pageStart = (region: number, slot: number): number => {
  if (slot < 32) return 8_192 + region * 2_129_920 + 32_768 + slot * 65_536
  const before = [32, 64, 128].findLast((count) => count <= slot) ?? 32
  const whole = 8_192 + 4 * 32_768 + 4 * before * 65_536
  return whole + (region * before + slot - before) * 65_536
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
  /** Every key that led there. */
  readonly keys: readonly Uint8Array[]
}

/** Every header copy that a code opens, each with the entries that it leads to. */
export const readContainer = (
  sodium: Primitives,
  image: Uint8Array,
  code: string,
  stretch: Stretch = argon2id,
): readonly Opened[] => {
  const file = Buffer.from(image)
  const preamble = readPreamble(image)
  const secret = stretch(plain(code), preamble.salt, preamble)
  const root = sodium.crypto_generichash(32, 'root 1', secret)
  return [0, 1, 2, 3].flatMap((region) => {
    const key = sodium.crypto_generichash(32, `header ${region}`, root)
    const regionAt = 8_192 + region * 2_129_920
    return [0, 1].flatMap((copy): Opened[] => {
      const at = regionAt + copy * 16_384
      const header = opened(sodium, key, file.subarray(at, at + 16_384), [1, region, copy, 0])
      if (header?.readUInt8(0) !== 1 || header.readUInt8(1) !== 1) return []
      const rows = Array.from({ length: header.readUInt16BE(44) }, (_, n) => 46 + n * 38)
      const pieces = rows.flatMap((row) => {
        const [slot, generation] = [header.readUInt16BE(row), header.readUInt32BE(row + 2)]
        const start = pageStart(region, slot)
        const sealed = file.subarray(start, start + 65_536)
        const page = opened(sodium, header.subarray(row + 6, row + 38), sealed, [
          2,
          region,
          slot,
          generation,
        ])
        return page ? piecesIn(page) : []
      })
      const pageKeys = rows.map((row) => header.subarray(row + 6, row + 38))
      const keys = [secret, root, key, header.subarray(10, 42), ...pageKeys]
      return [{ region, generation: header.readUInt32BE(2), entries: entriesOf(pieces), keys }]
    })
  })
}
