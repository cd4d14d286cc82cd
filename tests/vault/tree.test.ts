import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillUp, leafOf, newSalt, pathOf, rootOf } from '../../src/vault/tree.ts'
import { rounds } from '../thorough.ts'
import { checks } from './proofChecker.ts'

// evidence.json was worked out once with Python's hashlib, following docs/formats/evidence.md.

type Vectors = {
  readonly text: string
  readonly salt: string
  readonly leaf: string
  readonly leaves: readonly string[]
  readonly root: string
  readonly index: number
  readonly path: readonly string[]
}

const file = join(import.meta.dirname, '../vectors/evidence.json')
const vectors: Vectors = JSON.parse(readFileSync(file, 'utf8'))

test('PROOF-1 leaf, number and path are as the format says', async () => {
  const { text, salt, leaf, leaves, root, index, path } = vectors
  expect(await leafOf(salt, text)).toBe(leaf)
  expect(await rootOf(leaves)).toBe(root)
  expect(await pathOf(leaves, leaf)).toEqual({ index, path })
  expect(checks({ root, index, path, salt, entry: text })).toBe(true)
})

test('PROOF-1 leaves are filled up to a power of two and sorted, each new one another', () => {
  const counts = [0, 1, 64, 65, 200].map((count) => {
    const own = Array.from({ length: count }, (_, at) => at.toString(16).padStart(64, '0'))
    const filled = fillUp(own)
    expect(filled).toEqual(filled.toSorted())
    expect(new Set(filled).size).toBe(filled.length)
    expect(own.every((leaf) => filled.includes(leaf))).toBe(true)
    return filled.length
  })
  expect(counts).toEqual([64, 64, 64, 128, 256])
})

test('PROOF-2 every text of a statement passes, and nothing that was changed does', async () => {
  const texts = fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 30 }), {
    minLength: 1,
    maxLength: 90,
  })
  await fc.assert(
    fc.asyncProperty(texts, fc.nat(), async (list, pick) => {
      const salted = list.map((entry) => ({ entry, salt: newSalt() }))
      const own = await Promise.all(salted.map(({ entry, salt }) => leafOf(salt, entry)))
      const leaves = fillUp(own)
      const root = await rootOf(leaves)
      const at = pick % list.length
      const way = await pathOf(leaves, own[at] ?? '')
      const known = salted[at]
      if (!way || !known) throw new Error('not found')
      const proof = { root, ...way, ...known }
      expect(checks(proof)).toBe(true)
      expect(checks({ ...proof, entry: `${proof.entry} ` })).toBe(false)
      expect(checks({ ...proof, salt: newSalt() })).toBe(false)
      expect(checks({ ...proof, index: proof.index ^ 1 })).toBe(false)
      expect(checks({ ...proof, index: proof.index + leaves.length })).toBe(false)
      expect(checks({ ...proof, path: proof.path.slice(1) })).toBe(false)
      expect(checks({ ...proof, root: newSalt() + newSalt() })).toBe(false)
    }),
    { numRuns: rounds(10, 100) },
  )
})
