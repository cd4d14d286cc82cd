import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newSecret } from '../../src/share/link.ts'
import { floor, padded } from '../../src/share/padding.ts'
import { newOwner, sealSummary, unseal, type ShareKeys } from '../../src/share/seal.ts'
import type { SharedPart } from '../../src/record/summary.ts'
import { anySummary, example, fact, keysOf, sealed, terms } from './example.ts'

const fresh = async (passcode: string | null): Promise<ShareKeys> => ({
  secret: await newSecret(passcode !== null),
  passcode,
  owner: newOwner(),
})

test('SHARE-6 any summary comes out as it went in', async () => {
  const own = await fresh(null)
  const keys = await keysOf(own.secret, null)
  await fc.assert(
    fc.asyncProperty(anySummary, async (summary) => {
      const share = await sealed(summary, own)
      const opened = await unseal(keys, share.opening, share.body)
      expect(opened).toMatchObject({ ok: true, summary })
    }),
    { numRuns: 60 },
  )
})

test('SHARE-7 the right passcode opens, in any spelling; a wrong one never', async () => {
  const own = await fresh('123456')
  const share = await sealed(example, own)
  const right = await unseal(await keysOf(own.secret, '١٢٣-٤٥٦'), share.opening, share.body)
  const wrong = await unseal(await keysOf(own.secret, '123457'), share.opening, share.body)
  expect(right).toMatchObject({ ok: true, summary: example })
  expect(wrong).toEqual({ ok: false, why: 'damaged' })
})

test('SHARE-8 a body with any bit flipped does not open', async () => {
  const own = await fresh(null)
  const [share, keys] = [await sealed(example, own), await keysOf(own.secret, null)]
  await fc.assert(
    fc.asyncProperty(fc.nat(share.body.length * 8 - 1), async (bit) => {
      const body = share.body.slice()
      body[bit >> 3] = (body[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect((await unseal(keys, share.opening, body)).ok).toBe(false)
    }),
    { numRuns: 300, examples: Array.from({ length: 40 * 8 }, (_, bit) => [bit] as [number]) },
  )
})

test('SHARE-8 a shortened, longer or swapped body does not open', async () => {
  const own = await fresh(null)
  const [share, keys] = [await sealed(example, own), await keysOf(own.secret, null)]
  const other = await sealed(example, own)
  for (const length of [0, 1, 15, 16, 28, 44, 4_000, share.body.length - 1]) {
    expect((await unseal(keys, share.opening, share.body.slice(0, length))).ok).toBe(false)
  }
  const longer = new Uint8Array([...share.body, 0])
  expect((await unseal(keys, share.opening, longer)).ok).toBe(false)
  expect((await unseal(keys, share.opening, other.body)).ok).toBe(false)
})

test('SHARE-9 another counter, end date or server share does not open', async () => {
  const own = await fresh(null)
  const [share, keys] = [await sealed(example, own), await keysOf(own.secret, null)]
  const second = await sealed(example, own, { counter: 2 })
  const changes = [
    { counter: 2 },
    { until: share.opening.until + 1 },
    { serverShare: second.opening.serverShare },
  ]
  for (const change of changes) {
    const opening = { ...share.opening, ...change }
    expect(await unseal(keys, opening, share.body)).toEqual({ ok: false, why: 'damaged' })
  }
  const mixed = { ...share.opening, counter: 2 }
  expect(await unseal(keys, mixed, second.body)).toEqual({ ok: false, why: 'damaged' })
})

const tale = (length: number): SharedPart => ({
  kind: 'story',
  at: 0,
  facts: [fact('text', 'a'.repeat(length))],
})

test('SHARE-10 only padded sizes leave the phone', async () => {
  const own = await fresh(null)
  const overhead = 16 + 12 + 16
  for (const length of [0, 1, 3_000, 3_500, 5_000, 50_000, 200_000]) {
    const { body } = await sealed({ ...example, parts: [tale(length)] }, own)
    const inner = body.length - overhead
    expect(inner).toBe(padded(inner))
    if (length < 3_000) expect(inner).toBe(floor)
  }
})

test('SHARE-10 padding costs at most an eighth and leaves few sizes', () => {
  const sizes = new Set<number>()
  for (let length = 0; length < 70_000; length += 7) {
    const size = padded(length)
    sizes.add(size)
    expect(size).toBeGreaterThanOrEqual(length)
    expect(padded(size)).toBe(size)
    if (length > floor) expect(size / length).toBeLessThan(1.125)
  }
  expect(sizes.size).toBeLessThan(90)
})

test('SHARE-11 a summary that is too large is not sealed', async () => {
  const own = await fresh(null)
  const parts = Array.from({ length: 6 }, () => tale(990_000))
  const made = await sealSummary({ ...example, parts }, own, terms)
  expect(made).toEqual({ ok: false, why: 'large' })
})

test('SHARE-12 a body of a later version says so', async () => {
  const own = await fresh(null)
  const [share, keys] = [await sealed(example, own), await keysOf(own.secret, null)]
  const body = share.body.slice()
  body[0] = 2
  expect(await unseal(keys, share.opening, body)).toEqual({ ok: false, why: 'older' })
})
