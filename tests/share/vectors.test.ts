import { expect, test } from 'vitest'
import { sealBody } from '../../src/share/body.ts'
import { spell, unspell, utf8 } from '../../src/share/bytes.ts'
import { parseLink } from '../../src/share/link.ts'
import { normalise, stretch } from '../../src/share/passcode.ts'
import { sealSummary, unseal } from '../../src/share/seal.ts'
import { readSpoken, showSpoken } from '../../src/share/spoken.ts'
import { spokenKeys } from '../../src/share/telephone.ts'
import { counting, example, keysOf } from './example.ts'
import vectors from '../vectors/share.json' with { type: 'json' }

// tests/vectors/share.json is what a second implementation is held to: it must not change.

const bytes = (text: string) => unspell(text) ?? new Uint8Array()

test('SHARE-19 links in the vectors are read as they say', async () => {
  for (const { secret, key, passcode } of vectors.links) {
    const link = await parseLink(secret)
    expect(link && spell(link.key)).toBe(key)
    expect(link?.passcode).toBe(passcode)
  }
  for (const secret of vectors.damagedLinks) expect(await parseLink(secret)).toBeNull()
})

test('SHARE-19 passcodes in the vectors are spelled and stretched as they say', async () => {
  for (const { typed, normalised } of vectors.passcodes) expect(normalise(typed)).toBe(normalised)
  const { passcode, salt, stretched } = vectors.stretching
  expect(spell(await stretch(passcode, bytes(salt)))).toBe(stretched)
})

test('SHARE-19 a summary is sealed into the vectors bytes and opened from them', async () => {
  for (const { own, terms, head, body } of vectors.shares) {
    const made = await sealSummary(example, own, terms, counting())
    expect(made.ok && made.head).toEqual(head)
    expect(made.ok && spell(made.body)).toBe(body)
    const keys = await keysOf(own.secret, own.passcode)
    const { serverShare, until, counter } = head
    const opened = await unseal(keys, { version: 1, serverShare, until, counter }, bytes(body))
    expect(opened).toMatchObject({ ok: true, summary: vectors.summary })
  }
})

test('SHARE-19 proofs in the vectors hash to what the relay keeps', async () => {
  for (const { own, proofs, head } of vectors.shares) {
    const keys = await keysOf(own.secret, own.passcode)
    expect(spell(keys.locator)).toBe(head.locator)
    expect(spell(keys.link)).toBe(proofs.link)
    expect(keys.pass && spell(keys.pass)).toBe(proofs.pass)
  }
})

test('SHARE-19 a code that is read out is stretched and sealed into the vectors bytes', async () => {
  const { code, secret, owner, until, proofs, head, body } = vectors.spoken
  expect(readSpoken(showSpoken(code))).toEqual({ ok: true, code })
  const keys = await spokenKeys(code)
  expect(spell(keys.link)).toBe(proofs.link)
  expect(keys.pass && spell(keys.pass)).toBe(proofs.pass)
  const terms = { openers: 1, tries: 1, counter: 1 }
  const made = await sealBody({ keys, owner, terms, until, reply: null }, utf8(secret), counting())
  expect(made.head).toEqual(head)
  expect(spell(made.body)).toBe(body)
})
