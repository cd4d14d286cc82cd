import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOut } from '../../src/app/screens/network/layout.ts'
import { grouped } from '../../src/record/groups.ts'
import { contacts, recordOf } from '../record/entries.ts'

const many = fc.uniqueArray(contacts, { maxLength: 50, selector: ({ id }) => id })
const now = '2026-11-23T12:00'

test('NETWORK-1 everyone has one place, inside the drawing, and nobody stands on another or on her', () => {
  fc.assert(
    fc.property(many, fc.constantFrom('need', 'level'), (list, by) => {
      const { places, reach } = layOut(grouped(recordOf(list), list, { by, now }))
      expect(new Set(places.map(({ contact }) => contact.id)).size).toBe(list.length)
      expect(places).toHaveLength(list.length)
      places.forEach((one, index) => {
        expect(Math.hypot(one.x, one.y)).toBeLessThan(reach)
        for (const other of [{ x: 0, y: 0 }, ...places.slice(index + 1)])
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(28)
      })
    }),
    { numRuns: 60 },
  )
})

test('NETWORK-2 the same contacts stand at the same places, and a change of status moves nobody', () => {
  fc.assert(
    fc.property(many, (list) => {
      const draw = (given: typeof list) =>
        layOut(grouped(recordOf(given), given, { by: 'level', now })).places.map(({ x, y }) => [
          x,
          y,
        ])
      expect(draw(list.map((one) => ({ ...one, status: 'ended' as const })))).toEqual(draw(list))
    }),
    { numRuns: 30 },
  )
})
