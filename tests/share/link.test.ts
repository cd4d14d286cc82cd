import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkOf, newSecret, parseLink } from '../../src/share/link.ts'
import { counting } from './example.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

test('SHARE-1 a link is the origin and 25 characters, at most 67 in all', async () => {
  const host = `https://${'a'.repeat(32)}`
  for (const passcode of [true, false]) {
    const secret = await newSecret(passcode)
    expect(secret).toMatch(/^1[A-Za-z0-9_-]{24}$/)
    expect(linkOf(host, secret)).toBe(`${host}/#${secret}`)
    expect(linkOf(host, secret).length).toBeLessThanOrEqual(67)
    expect(await parseLink(`#${secret}`)).toMatchObject({ secret, passcode })
  }
})

test('SHARE-2 a link with one character changed is damaged or another link', async () => {
  const secret = await newSecret(true)
  const own = await parseLink(secret)
  const change = fc.tuple(fc.nat(secret.length - 1), fc.constantFrom(...alphabet.split('')))
  let damaged = 0
  await fc.assert(
    fc.asyncProperty(change, async ([at, character]) => {
      fc.pre(secret[at] !== character)
      const link = await parseLink(secret.slice(0, at) + character + secret.slice(at + 1))
      damaged += link ? 0 : 1
      expect(link?.key).not.toEqual(own?.key)
    }),
    { numRuns: 500 },
  )
  // Twelve bits of check let one in 4,096 pass; many more would mean that nothing is checked.
  expect(damaged).toBeGreaterThan(495)
})

test('SHARE-2 a shortened link, an empty one and a later kind are damaged', async () => {
  const secret = await newSecret(false)
  for (let length = 0; length < secret.length; length++) {
    expect(await parseLink(secret.slice(0, length))).toBeNull()
  }
  expect(await parseLink(`2${secret.slice(1)}`)).toBeNull()
  expect(await parseLink(`${secret}A`)).toBeNull()
})

test('SHARE-3 what a mail program draws into a link is let go', async () => {
  const secret = await newSecret(true, counting())
  for (const end of ['.', '>', ')', '&utm_source=mail', '%20', '»']) {
    expect(await parseLink(`#${secret}${end}`)).toMatchObject({ secret })
  }
})

test('SHARE-400 the last character is one that no program takes for a sign beside the link', async () => {
  // The ending that Android looks for where it makes links of a text.
  const tapped = /https:\/\/[a-z.]+\/#[A-Za-z0-9_-]+(?:\b|$|^)/
  for (let count = 0; count < 500; count++) {
    const link = linkOf('https://read.example', await newSecret(count % 2 === 0))
    expect(tapped.exec(`${link} och mer`)?.[0]).toBe(link)
    expect(link).toMatch(/[A-Za-z0-9]$/)
  }
})
