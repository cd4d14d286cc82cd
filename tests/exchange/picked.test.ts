import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPicked } from '../../src/exchange/picked.ts'

test('PHONE-1 what the phone hands over becomes contacts, each number once', () => {
  const picked = [
    {
      name: ['Socialtjänsten'],
      tel: ['070-174 06 05', '+46 70 174 06 05'],
      email: ['a@b.example'],
    },
    { name: [], tel: ['08-465 004 00'] },
    { name: ['Åsa Exempelsson'] },
    { tel: ['ring'], email: ['inte'] },
    null,
  ]
  expect(readPicked(picked)).toMatchObject([
    { organisation: 'Socialtjänsten', emails: ['a@b.example'], source: 'phone' },
    { person: '08-465 004 00', phones: [{ number: '08-465 004 00' }] },
    { person: 'Åsa Exempelsson', phones: [] },
  ])
  expect(readPicked(picked)[0]?.phones).toHaveLength(1)
})

test('PHONE-1 nothing that is handed over makes it throw, or is endless', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      for (const contact of [...readPicked(value), ...readPicked([value])])
        expect(contact.organisation.length + contact.person.length).toBeLessThanOrEqual(400)
    }),
  )
  expect(readPicked([{ name: ['x'.repeat(9_000)] }])[0]?.person).toHaveLength(200)
})
