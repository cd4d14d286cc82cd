import { argon2Sync, createHash } from 'node:crypto'
import type sodium from 'libsodium-wrappers-sumo'

// Reads a container by docs/formats/vault.md alone, and shares no line with src/. Readable and slow.

export type Primitives = Pick<
  typeof sodium,
  'crypto_generichash' | 'crypto_aead_xchacha20poly1305_ietf_decrypt'
>

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
  readonly chances: number
  readonly tried: number
  readonly second: number
  readonly salt: Buffer
  readonly generation: number
  readonly tries: readonly number[]
  readonly state: string
}

/** What a sector of 4,096 bytes holds behind its kind; null when it holds nothing of that kind. */
const unveiled = (sector: Buffer, kind: number): Buffer | null => {
  const blocks = Array.from({ length: 127 }, (_, n) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(n)
    return sha256(sector.subarray(0, 32), counter)
  })
  const veil = Buffer.concat(blocks)
  const whole = Buffer.from(sector.subarray(32).map((byte, at) => byte ^ veil.readUInt8(at)))
  const text = whole.subarray(0, 4_032)
  const isWhole = sha256(text).equals(whole.subarray(4_032))
  return isWhole && text.readUInt8(0) === kind ? text.subarray(1) : null
}

/** What stands before the regions and needs no code. Throws when neither sector holds it. */
export const readPreamble = (image: Uint8Array): Preamble => {
  const file = Buffer.from(image)
  const found = [0, 4_096].map((at): Preamble | null => {
    const plain = unveiled(file.subarray(at, at + 4_096), 1)
    const tries = Math.min(64, plain?.readUInt32BE(16) ?? 0)
    return (
      plain && {
        salt: file.subarray(at, at + 16),
        generation: plain.readUInt32BE(0),
        memory: plain.readUInt32BE(4),
        passes: plain.readUInt32BE(8),
        pages: plain.readUInt16BE(12),
        counter: plain.readUInt8(14),
        chances: plain.readUInt8(15),
        tried: plain.readUInt32BE(16),
        second: plain.readUInt8(276),
        tries: Array.from({ length: tries }, (_, n) => plain.readUInt32BE(20 + n * 4)),
        state: plain.toString('utf8', 279, 279 + plain.readUInt16BE(277)),
      }
    )
  })
  const sectors = found.filter((sector) => sector !== null)
  const [newest] = sectors.toSorted((a, b) => b.generation - a.generation)
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

/** Plaintext of nonce | ciphertext; null when it does not open with this key and data. */
export const unsealed = (
  sodium: Primitives,
  key: Uint8Array,
  sealed: Buffer,
  data: Buffer,
): Buffer | null => {
  const [nonce, body] = [sealed.subarray(0, 24), sealed.subarray(24)]
  try {
    const bytes = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, body, data, nonce, key)
    return Buffer.from(bytes)
  } catch {
    return null
  }
}

const placed = (kind: 1 | 2, region: number, slot: number, generation: number): Buffer => {
  const data = Buffer.alloc(10)
  data.set([kind, 1, region])
  data.writeUInt16BE(slot, 4)
  data.writeUInt32BE(generation, 6)
  return data
}

type Piece = { readonly name: string; readonly part: number; readonly bytes: Buffer }

export const piecesIn = (page: Buffer | null): Piece[] => {
  let at = 2
  if (!page) return []
  return Array.from({ length: page.readUInt16BE(0) }, () => {
    const start = at + 1 + page.readUInt8(at)
    const name = page.toString('utf8', at + 1, start)
    at = start + 8 + page.readUInt32BE(start + 4)
    return { name, part: page.readUInt16BE(start), bytes: page.subarray(start + 8, at) }
  })
}

export const entriesOf = (pieces: readonly Piece[]): Record<string, string> => {
  const inOrder = pieces.toSorted((a, b) => a.part - b.part)
  const names = [...new Set(pieces.map(({ name }) => name))]
  const whole = (name: string): Buffer =>
    Buffer.concat(inOrder.filter((piece) => piece.name === name).map(({ bytes }) => bytes))
  return Object.fromEntries(names.map((name) => [name, whole(name).toString('utf8')]))
}

type Opened = {
  readonly region: number
  readonly generation: number
  /** Codes tried when she last looked, and whether a dearer cost is being tried. */
  readonly seen: number
  readonly daring: boolean
  /** The region of the vault that it knows, and the key of that one's headers. */
  readonly beside: { readonly region: number; readonly key: Buffer } | null
  readonly entries: Record<string, string>
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
      const place = placed(1, region, copy, 0)
      const header = unsealed(sodium, key, file.subarray(at, at + 16_384), place)
      if (header?.readUInt8(0) !== 1 || header.readUInt8(1) !== 1) return []
      const rows = Array.from({ length: header.readUInt16BE(44) }, (_, n) => 46 + n * 38)
      const pageKeys = rows.map((row) => header.subarray(row + 6, row + 38))
      const pieces = rows.flatMap((row, n) => {
        const [slot, generation] = [header.readUInt16BE(row), header.readUInt32BE(row + 2)]
        const start = pageStart(region, slot)
        const sealed = file.subarray(start, start + 65_536)
        const place = placed(2, region, slot, generation)
        return piecesIn(unsealed(sodium, pageKeys[n] ?? key, sealed, place))
      })
      const keys = [secret, root, key, header.subarray(10, 42), ...pageKeys]
      const [generation, seen] = [header.readUInt32BE(2), header.readUInt32BE(6)]
      const known = { region: header.readUInt8(9_775), key: header.subarray(9_776, 9_808) }
      const beside = header.readUInt8(9_774) === 1 ? known : null
      const daring = header.readUInt8(43) === 1
      return [{ region, generation, seen, daring, beside, entries: entriesOf(pieces), keys }]
    })
  })
}
