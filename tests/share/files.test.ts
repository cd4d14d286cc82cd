import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bytes } from '../../src/share/bytes.ts'
import { limits } from '../../src/share/contract.ts'
import { newSealedFile, openPiece, sealPiece, type SealedFile } from '../../src/share/files.ts'
import { fileHead, pieceRoom, piecesOf, spanOf } from '../../src/share/pieceSizes.ts'
import { mostFileBytes, padded } from '../../src/share/padding.ts'
import { rounds } from '../thorough.ts'

const bytes = (length: number): Bytes => new Uint8Array(randomBytes(length))

const sealAll = async (file: SealedFile, content: Bytes): Promise<Bytes[]> => {
  const sealed: Bytes[] = []
  for (let at = 0; at < piecesOf(file.size); at++) {
    const { from, to } = spanOf(file.size, at)
    sealed.push(await sealPiece(file, at, content.slice(from, to)))
  }
  return sealed
}

const sealed = async (content: Bytes) => {
  const file = newSealedFile(content.length)
  return { file, pieces: await sealAll(file, content) }
}

const sizes = fc.oneof(
  fc.integer({ min: 1, max: 9000 }),
  fc.constantFrom(4096, 4097, pieceRoom - 1, pieceRoom, pieceRoom + 1, 2 * pieceRoom + 7),
)

test('SHARE-60 any file that was sealed is opened as it was', async () => {
  const whole = async (size: number): Promise<void> => {
    const content = bytes(size)
    const { file, pieces } = await sealed(content)
    const opened = await Promise.all(pieces.map((piece, at) => openPiece(file, at, piece)))
    expect(Buffer.concat(opened.map((one) => one ?? Buffer.alloc(0))).equals(content)).toBe(true)
  }
  await fc.assert(fc.asyncProperty(sizes, whole), { numRuns: rounds(20, 300) })
})

test('SHARE-61 a piece that is altered by one bit, cut or lengthened does not open', async () => {
  const { file, pieces } = await sealed(bytes(9000))
  const [piece = bytes(0)] = pieces
  const altered = async (at: number, bit: number): Promise<void> => {
    const other = piece.slice()
    other[at] = (other[at] ?? 0) ^ (1 << bit)
    expect(await openPiece(file, 0, other)).toBeNull()
  }
  const anywhere = fc.integer({ min: 0, max: piece.length - 1 })
  const bit = fc.integer({ min: 0, max: 7 })
  await fc.assert(fc.asyncProperty(anywhere, bit, altered), { numRuns: rounds(40, 1000) })
  for (const cut of [piece.slice(1), piece.slice(0, -1), bytes(0), new Uint8Array([...piece, 0])])
    expect(await openPiece(file, 0, cut)).toBeNull()
})

test('SHARE-62 a relay that swaps, repeats or mixes pieces, or cuts a file short, is caught', async () => {
  const content = bytes(2 * pieceRoom + 5000)
  const { file, pieces } = await sealed(content)
  const [first = bytes(0), second = bytes(0), last = bytes(0)] = pieces
  expect(await openPiece(file, 1, first)).toBeNull()
  expect(await openPiece(file, 0, second)).toBeNull()
  expect(await openPiece(file, 1, last)).toBeNull()
  expect(await openPiece(file, pieces.length, last)).toBeNull()
  const other = await sealed(content)
  for (const [at, piece] of other.pieces.entries())
    expect(await openPiece(file, at, piece)).toBeNull()
  // The same key under another name or with another length, as an older telling of it would have.
  for (const told of [
    { ...file, id: newSealedFile(1).id },
    { ...file, size: file.size - 1 },
    { ...file, size: pieceRoom },
  ])
    expect(await openPiece(told, 0, first)).toBeNull()
})

test('SHARE-63 a file that is sealed anew has another name and key: an older one is not taken for it', async () => {
  const content = bytes(500)
  const [older, newer] = [await sealed(content), await sealed(content)]
  expect(older.file.id).not.toBe(newer.file.id)
  expect(older.file.key).not.toBe(newer.file.key)
  expect(await openPiece(newer.file, 0, older.pieces[0] ?? bytes(0))).toBeNull()
})

test('SHARE-64 the sizes of pieces fall in the padding buckets alone', async () => {
  for (const size of [1, 4096, 5000, 70_001, pieceRoom + 1]) {
    const { pieces } = await sealed(bytes(size))
    const total = pieces.reduce((sum, piece) => sum + piece.length - 16, 0)
    expect(total).toBe(padded(size))
    for (const piece of pieces.slice(0, -1)) expect(piece.length).toBe(limits.files.piece)
  }
})

test('SHARE-65 whatever fits into a share fits at the relay', () => {
  const split = (count: number): void => {
    const size = Math.floor(mostFileBytes / count)
    const files = Array.from({ length: count }, () => fileHead(newSealedFile(size)))
    const pieces = files.reduce((sum, one) => sum + one.pieces, 0)
    expect(pieces).toBeLessThanOrEqual(limits.files.pieces)
    expect(count * padded(size) + pieces * 16).toBeLessThanOrEqual(limits.files.bytes)
  }
  for (let count = 1; count <= limits.files.most; count++) split(count)
})
