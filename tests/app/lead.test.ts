import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leadOf } from '../../src/app/screens/contact/lead.ts'
import type { Use } from '../../src/record/reach.ts'

const email = 'asa@kommun.example'
const number = '070-174 06 05'

const said = (way: string, use: Use) => ({
  phones: [{ label: '', number }],
  emails: [email],
  addresses: [],
  safety: [{ way, use, how: 'före fyra' }],
})

test.each([
  [email, 'email', `mailto:${email}`],
  [number, 'phone', 'tel:0701740605'],
] as const)('SAFE-250 what she said of %s decides where a touch leads', (way, by, href) => {
  const unsaid = { ...said(way, 'yes'), safety: [] }
  expect(leadOf(unsaid, way, by)).toEqual({ href, ask: null })
  expect(leadOf(said(way, 'yes'), way, by)).toEqual({ href, ask: null })
  const ask = { way, use: 'careful', how: 'före fyra' }
  expect(leadOf(said(way, 'careful'), way, by)).toEqual({ href, ask })
  expect(leadOf(said(way, 'no'), way, by)).toBeNull()
})

test('SAFE-250 a warning holds however the way is spelt', () => {
  expect(leadOf(said('+46 70 174 06 05', 'no'), number, 'phone')).toBeNull()
  expect(leadOf(said('ASA@kommun.example', 'no'), email, 'email')).toBeNull()
})

test('SAFE-250 whatever is kept as an address, a link has one recipient and nothing else', () => {
  const nobody = { phones: [], emails: [], addresses: [], safety: [] }
  const hostile = fc.constantFrom('?', '&', 'body=', ',', '%2C', ':', '/', '#', ' ', '@', 'å', 'x')
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: hostile }))
  fc.assert(
    fc.property(texts, texts, (local, domain) => {
      const lead = leadOf(nobody, `${local}@${domain}`, 'email')
      if (!lead) return
      const url = new URL(lead.href)
      expect([url.protocol, url.search, url.hash]).toEqual(['mailto:', '', ''])
      expect(lead.href.slice(7)).toMatch(/^[^@,;?&#]+@[^@,;?&#]+$/)
      expect(decodeURIComponent(url.pathname)).toBe(`${local}@${domain}`.trim())
    }),
  )
  for (const none of ['Mejla inte', 'a@b@c.example', 'a b@c.example', '\ud800@c.example'])
    expect(leadOf(nobody, none, 'email')).toBeNull()
})

test.each([
  ['070-174 06 05', '0701740605'],
  ['+46 (0)70-174 06 05', '+46701740605'],
  ['0046(0)70 174 06 05', '0046701740605'],
  ['+46 (40) 628 04 06 #3663', '+46406280406'],
  ['08-465 004 00 ank 12', '0846500400'],
  ['08-465 004 00, växeln', '0846500400'],
  ['٠٧٠١٧٤٠٦٠٥', '0701740605'],
  ['\u202a070-174 06 05\u202c', '0701740605'],
  ['114 14', '11414'],
])('SAFE-251 %s is dialled as it is meant', (written, dialled) => {
  const nobody = { phones: [], emails: [], addresses: [], safety: [] }
  expect(leadOf(nobody, written, 'phone')).toEqual({ href: `tel:${dialled}`, ask: null })
})

test('SAFE-251 a number with a code of the network before it is words: without the code it would show hers', () => {
  const nobody = { phones: [], emails: [], addresses: [], safety: [] }
  for (const written of ['#31#0701740605', '*31#070-174 06 05', 'fråga i växeln'])
    expect(leadOf(nobody, written, 'phone')).toBeNull()
})
