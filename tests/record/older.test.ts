import { expect, test } from 'vitest'
import { decodeEntry, encodeEntry } from '../../src/record/encode.ts'
import { list, read } from '../rules/tree.ts'

// Entries as earlier builds kept them, written by those builds themselves: each file is one of them, the
// oldest first. A release that keeps something otherwise adds a file; none is ever altered.

type Old = { readonly kind: string; readonly id: string }

const oldIn = (path: string): readonly Old[] => JSON.parse(read(path))

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

const files = list('tests/vectors/older/*.json')

test('RECORD-15 there is a file for each form that was kept, and each has entries', () => {
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((path) => oldIn(path).length < 10)).toEqual([])
})

for (const path of files)
  test(`RECORD-15 what ${path} holds opens, and no text of it is lost`, () => {
    for (const old of oldIn(path)) {
      const entry = decodeEntry(`${old.kind}/${old.id}`, JSON.stringify(old))
      expect([old, entry]).not.toEqual([old, null])
      const kept = new Set(textsOf(entry && JSON.parse(encodeEntry(entry))))
      expect([old, textsOf(old).filter((one) => !kept.has(one))]).toEqual([old, []])
    }
  })

test('RECORD-250 who else is there, and a name outside, are kept where they are known, and nobody where they are not', () => {
  const meetings = (path: string) =>
    oldIn(path).flatMap((old) => {
      const entry = decodeEntry(`${old.kind}/${old.id}`, JSON.stringify(old))
      return entry?.kind === 'appointment' ? [{ old, entry }] : []
    })
  const [before, after] = ['6', '7'].map((n) => meetings(`tests/vectors/older/${n}.json`))
  if (!before || !after) throw new Error('no files')
  expect(before.length).toBeGreaterThan(0)
  for (const { old, entry } of before) {
    expect(Object.keys(old)).not.toEqual(expect.arrayContaining(['others', 'out']))
    expect(entry).toMatchObject({ others: [], out: '' })
  }
  expect(after.some(({ entry }) => entry.others.length > 1 && entry.out !== '')).toBe(true)
  for (const { old, entry } of after) expect(entry).toEqual(old)
})
