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

const dozen = fc.uniqueArray(contacts, { minLength: 1, maxLength: 12, selector: ({ id }) => id })

test('NETWORK-4 with a dozen contacts the name of a group lies on nobody, and inside the drawing', () => {
  fc.assert(
    fc.property(dozen, (list) => {
      const { places, sectors, reach } = layOut(grouped(recordOf(list), list, { by: 'level', now }))
      for (const name of sectors) {
        expect(Math.max(Math.abs(name.x), Math.abs(name.y))).toBeLessThan(reach)
        // At a side the words begin at the rim and run inwards.
        const half = reach / 4
        const middle = Math.abs(name.x) > reach / 2 ? name.x - Math.sign(name.x) * half : name.x
        for (const { x, y } of places) {
          const on = Math.abs(x - middle) < half + 14 && Math.abs(y - name.y) < 14
          expect(on).toBe(false)
        }
      }
    }),
    { numRuns: 200 },
  )
})
