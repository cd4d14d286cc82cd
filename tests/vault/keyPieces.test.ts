import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinPieces, keyPieceDigits, keyPieceOf, splitKey } from '../../src/vault/keyPieces.ts'
import { digitsOf, isKeyPiece, keyGroupsOf, keyOf } from '../../src/vault/recoveryKey.ts'

const keys = fc.uint8Array({ minLength: 16, maxLength: 16 })
const pairs = fc.constantFrom([0, 1], [0, 2], [1, 2], [2, 0])
const zeros: readonly number[] = [0x30, 0x660, 0x6f0, 0x966, 0xff10]

/** The bytes of three new pieces. */
const piecesOf = async (key: Uint8Array): Promise<readonly Uint8Array[]> =>
  (await splitKey(key)).map((digits) => keyPieceOf(digits) ?? new Uint8Array(18))

const at = (pieces: readonly Uint8Array[], place = 0): Uint8Array =>
  pieces[place] ?? new Uint8Array(18)

test('BACKUP-18 any two of three pieces are the key', async () => {
  await fc.assert(
    fc.asyncProperty(keys, pairs, async (key, [one, other]) => {
      const pieces = await piecesOf(key)
      expect(pieces.length).toBe(3)
      expect(await joinPieces(at(pieces, one), at(pieces, other))).toEqual({ ok: true, key })
    }),
  )
})

/** A product in the field of 256 elements that bytes make, by the polynomial 0x11b. */
const times = (one: number, other: number): number => {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ (product & 0x80 ? 0x11b : 0)
    if (other & (1 << bit)) product ^= one
  }
  return product
}

const inverse = (one: number): number =>
  Array.from({ length: 256 }, (_, other) => other).find((other) => times(one, other) === 1) ?? 0

/** The piece at `place` that would make `key` of `piece`: on one line with both, byte for byte. */
const companion = (piece: Uint8Array, key: Uint8Array, place: number): Uint8Array => {
  const far = times(place, inverse(piece.at(-1) ?? 0))
  const line = key.map((byte, n) => byte ^ times(byte ^ (piece[n + 1] ?? 0), far))
  return new Uint8Array([piece[0] ?? 0, ...line, place])
}

test('BACKUP-18 one piece alone fits every key', async () => {
  const places = fc.integer({ min: 1, max: 255 })
  await fc.assert(
    fc.asyncProperty(keys, keys, places, async (key, any, place) => {
      const one = at(await piecesOf(key))
      fc.pre(one.at(-1) !== place)
      expect(await joinPieces(one, companion(one, any, place))).toEqual({ ok: true, key: any })
    }),
  )
})

test('BACKUP-18 each time the pieces are others', async () => {
  const key = new Uint8Array(16).fill(7)
  const made = await Promise.all(Array.from({ length: 60 }, () => splitKey(key)))
  expect(new Set(made.flat()).size).toBe(180)
})

test('BACKUP-19 every wrong digit and every two swapped neighbours of a piece are noticed', async () => {
  const digits = (await splitKey(new Uint8Array(16).fill(200)))[0] ?? ''
  for (let n = 0; n < 45; n++) {
    for (const other of '0123456789') {
      if (other === digits[n]) continue
      expect(keyPieceOf(digits.slice(0, n) + other + digits.slice(n + 1))).toBeNull()
    }
    const [one = '', two = ''] = digits.slice(n, n + 2)
    if (one === two || two === '') continue
    expect(keyPieceOf(digits.slice(0, n) + two + one + digits.slice(n + 2))).toBeNull()
  }
  expect([digits.slice(1), `${digits}0`, ''].map(keyPieceOf)).toEqual([null, null, null])
})

test('BACKUP-19 the same piece twice and pieces of two keys are told', async () => {
  await fc.assert(
    fc.asyncProperty(keys, keys, async (key, another) => {
      const [ours, theirs] = [await piecesOf(key), await piecesOf(another)]
      const one = at(ours)
      expect(await joinPieces(one, one.slice())).toEqual({ ok: false, why: 'again' })
      const foreign = at(theirs, 1).with(0, ((one[0] ?? 0) + 1) % 256)
      expect(await joinPieces(one, foreign)).toEqual({ ok: false, why: 'apart' })
      const forged = one.with(1, (one[1] ?? 0) ^ 1)
      expect(await joinPieces(one, forged)).toEqual({ ok: false, why: 'apart' })
    }),
  )
})

test('BACKUP-19 where two marks are the same by chance, what comes out is neither key', async () => {
  const [key, another] = [new Uint8Array(16).fill(1), new Uint8Array(16).fill(2)]
  const one = at(await piecesOf(key))
  const place = (one.at(-1) ?? 0) === 9 ? 10 : 9
  const other = companion(at(await piecesOf(another)), another, place).with(0, one[0] ?? 0)
  const joined = await joinPieces(one, other)
  expect(joined.ok).toBe(true)
  expect([key, another]).not.toContainEqual(joined.ok ? joined.key : null)
})

test('BACKUP-20 a piece in any script and in groups is the same, and no key', async () => {
  await fc.assert(
    fc.asyncProperty(keys, fc.constantFrom(...zeros), async (key, zero) => {
      const digits = (await splitKey(key))[2] ?? ''
      const piece = keyPieceOf(digits)
      expect(piece?.length).toBe(18)
      expect(keyPieceDigits(piece ?? new Uint8Array(18))).toBe(digits)
      const groups = keyGroupsOf(digits)
      expect(groups.map((group) => group.length)).toEqual(Array(9).fill(5))
      const written = Array.from(groups.join(' - '), (sign) =>
        /\d/.test(sign) ? String.fromCodePoint(zero + Number(sign)) : sign,
      )
      expect(keyPieceOf(written.join(''))).toEqual(piece)
      expect(keyOf(digits)).toBeNull()
      expect(isKeyPiece(digits)).toBe(true)
      expect(isKeyPiece(digitsOf(key))).toBe(false)
    }),
  )
})

test('BACKUP-20 the key’s own place and a number too large are no piece', () => {
  const most = new Uint8Array(18).fill(255)
  expect(keyPieceOf(keyPieceDigits(most))).toEqual(most)
  expect(keyPieceOf(keyPieceDigits(most.with(17, 0)))).toBeNull()
  const beyond = 5n * 10n ** 43n + 2n ** 144n
  const checks = Array.from('0123456789', (check) => keyPieceOf(`${beyond}${check}`))
  expect(checks).toEqual(Array(10).fill(null))
})

type Vectors = {
  readonly split: {
    readonly key: string
    readonly pieces: readonly { readonly piece: string; readonly digits: string }[]
  }
}

test('BACKUP-21 pieces and their digits are as the format says', async () => {
  // Worked out once with other code: a few lines of Python, multiplying bit by bit.
  const file = join(import.meta.dirname, '../vectors/backup.json')
  const { split }: Vectors = JSON.parse(readFileSync(file, 'utf8'))
  const hex = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('hex')
  const read = split.pieces.map(({ digits }) => keyPieceOf(digits) ?? new Uint8Array(18))
  expect(read.map(hex)).toEqual(split.pieces.map(({ piece }) => piece))
  expect(read.map(keyPieceDigits)).toEqual(split.pieces.map(({ digits }) => digits))
  for (const [one, other] of [
    [0, 1],
    [1, 2],
    [2, 0],
  ] as const) {
    const joined = await joinPieces(at(read, one), at(read, other))
    expect(joined.ok ? hex(joined.key) : '').toBe(split.key)
  }
})
