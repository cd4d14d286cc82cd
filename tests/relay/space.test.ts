import { expect, test } from 'vitest'
import { createTaking } from '../../src/relay/sqlite/space.ts'

test('RELAY-495 room that was let out is counted until the disk is asked anew, and nobody is refused by what was true before', () => {
  let [now, left, asked] = [0, 100, 0]
  const takes = createTaking(
    () => {
      asked += 1
      return left
    },
    () => now,
  )
  expect([takes(40), takes(40), asked]).toEqual([true, true, 1])
  // Of what was known 20 are left; nothing was written yet, so the disk still says 100.
  left = 15
  expect([takes(30), asked]).toEqual([false, 2])
  left = 30
  expect([takes(30), takes(1), asked]).toEqual([true, true, 4])
  // Less than is believed: seen when it is asked for again.
  left = 5
  expect(takes(20)).toBe(true)
  now = 21
  expect(takes(20)).toBe(false)
  expect(takes(5)).toBe(true)
})
