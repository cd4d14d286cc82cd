import { describe, expect, test } from 'vitest'
import { readAbout } from '../../src/share/answers.ts'
import { isWhole } from '../../src/share/fields.ts'
import { leaveFor } from '../../src/share/leave.ts'
import { newSecret } from '../../src/share/link.ts'
import { floor, padded } from '../../src/share/padding.ts'
import { newReplyId, takeReplies } from '../../src/share/replies.ts'
import { newOwner } from '../../src/share/seal.ts'
import { policyBytes, readPolicy, writePolicy } from '../../src/share/policy.ts'
import { named, shapes } from './shapes.ts'

describe.each(Object.entries(shapes))('%s', (_, { read, whole, wrong, closed }) => {
  test('SHARE-600 what is as agreed is taken, up to the edge', () => {
    expect(read(whole)).toEqual(whole)
  })

  test.each(Object.entries(wrong))(
    'SHARE-600 nothing beyond the edge is taken: %s',
    (name, values) => {
      for (const value of values)
        expect([value, read({ ...whole, [name]: value })]).toEqual([value, null])
    },
  )

  test('SHARE-600 what is no object is not taken, nor, where all is agreed, one field more', () => {
    for (const value of [null, undefined, 1, 'a', [whole]]) expect(read(value)).toBe(null)
    expect(read({ ...whole, more: 1 })).toEqual(closed ? null : whole)
  })
})

test('SHARE-600 what the relay asks for is taken only where it is asked for plainly', () => {
  const { whole } = shapes['about'] ?? {}
  const asks = { longest: 3_600, token: true, work: { seed: named(16), bits: 8 } }
  expect(readAbout({ ...whole, ...asks })).toEqual({ ...whole, ...asks })
  const unclear = { longest: -1, token: 'true', work: { seed: named(16), bits: 9 } }
  expect(readAbout({ ...whole, ...unclear })).toEqual(whole)
})

test('SHARE-600 a whole number is one within its bounds', () => {
  for (const value of [0, 1, 5]) expect(isWhole(value, 0, 5)).toBe(true)
  for (const value of [-1, 6, 2.5, '1', null]) expect(isWhole(value, 0, 5)).toBe(false)
})

test('SHARE-600 terms of another version, or of a stretching that nobody knows, are none', () => {
  const policy = { passcode: true, openers: 5, until: 2 ** 34, counter: 9 }
  const body = new Uint8Array([...writePolicy(policy), 1])
  expect(readPolicy(body)).toEqual(policy)
  expect(readPolicy(body.subarray(0, policyBytes - 1))).toBe(null)
  expect(readPolicy(body.with(0, 2))).toBe(null)
  expect(readPolicy(body.with(1, 2))).toBe(null)
})

/** Padme as its paper has it, in whole numbers: as many bits as the exponent's own bits stay. */
const padme = (length: number): number => {
  const exponent = length.toString(2).length - 1
  const spare = 2n ** BigInt(exponent - exponent.toString(2).length)
  const whole = BigInt(length)
  return Number(((whole + spare - 1n) / spare) * spare)
}

test('SHARE-10 the sizes are those of the paper, each next to a power of two as well', () => {
  const near = Array.from({ length: 14 }, (_, at) => 2 ** (at + 12)).flatMap((size) =>
    [-1, 0, 1].map((by) => size + by),
  )
  for (const length of [...near, 5_000, 123_457, 4_999_999]) {
    expect([length, padded(length)]).toEqual([length, length <= floor ? floor : padme(length)])
  }
})

/** A relay that answers everything alike. */
const answering = (value: unknown, status: number) => ({
  origin: 'https://relay.example',
  timeout: 1_000,
  fetch: () => Promise.resolve(new Response(JSON.stringify(value), { status })),
})

test('SHARE-18 what a relay says beside an error of its own is not taken for what it asks for', async () => {
  const about = { ...shapes['about']?.whole, work: { seed: named(16), bits: 1 } }
  const asked = async (status: number) => Object.keys(await leaveFor(answering(about, status), 'a'))
  expect(await asked(200)).toEqual(['x-work'])
  expect(await asked(404)).toEqual([])
})

test('SHARE-18 the answer to what she has safely tells how the link stands', async () => {
  const own = { secret: await newSecret(false), owner: newOwner() }
  const receipt = shapes['receipt']?.whole
  const taken = (value: unknown) => takeReplies(answering(value, 200), own, [newReplyId()])
  expect(await taken(receipt)).toEqual({ ok: true, receipt })
  expect(await taken({ ...receipt, openers: -1 })).toEqual({ ok: false, why: 'refused' })
})
