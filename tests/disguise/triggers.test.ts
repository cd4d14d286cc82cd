import fc from 'fast-check'
import { expect, test } from 'vitest'
import { follow, nothing, type Stroke } from '../../src/disguise/triggers.ts'

/** "Shift+" goes down, "Shift-" up; "Shift" is both. A number waits so many milliseconds. */
const strokes = (text: string): readonly Stroke[] => {
  let time = 0
  return text.split(' ').flatMap((word): readonly Stroke[] => {
    if (/^\d+$/.test(word)) {
      time += Number(word)
      return []
    }
    if (word === 'touch') return [{ kind: 'other' }]
    const [name = '', sign] = word.split(/([+-])$/)
    const code = name === 'Virtual' ? '' : name
    const key = name.replace(/^(Left|Right)?(Shift)$/, '$2').replace('Virtual', 'Shift')
    time += 10
    const stroke = (kind: 'down' | 'up') => ({ kind, key, code, repeat: false, time })
    if (sign) return [stroke(sign === '+' ? 'down' : 'up')]
    return [stroke('down'), stroke('up')]
  })
}

const leaves = (all: readonly Stroke[]): boolean => {
  let progress = nothing
  return all.some((stroke) => {
    const [next, leave] = follow(progress, stroke)
    progress = next
    return leave
  })
}

const typed = (text: string): boolean => leaves(strokes(text))

test('EXIT-7 Escape twice within a second', () => {
  expect(typed('Escape 900 Escape')).toBe(true)
  expect(typed('Escape 1100 Escape')).toBe(false)
  expect(typed('Escape 700 a 100 Escape')).toBe(false)
  expect(typed('Escape 1100 Escape 500 Escape')).toBe(true)
})

test('EXIT-7 the second Escape need not be let go, nor the first be seen to end', () => {
  expect(typed('Escape 300 Escape+')).toBe(true)
  expect(typed('Escape+ 300 Escape+')).toBe(true)
})

test('EXIT-720 an Escape that closed the browser’s own picker is heard by its end, and counts', () => {
  expect(typed('Escape- 300 Escape')).toBe(true)
  expect(typed('Escape- 300 Escape-')).toBe(true)
  expect(typed('Escape- 1100 Escape')).toBe(false)
  expect(typed('Escape+ Escape-')).toBe(false)
  expect(typed('Shift- Shift- Shift-')).toBe(false)
})

test('EXIT-7 a held Escape is one press', () => {
  const held: Stroke = { kind: 'down', key: 'Escape', code: 'Escape', repeat: true, time: 500 }
  expect(leaves([...strokes('Escape+'), held, held])).toBe(false)
})

test('EXIT-8 Shift three times, left or right', () => {
  expect(typed('Shift 300 Shift 300 Shift')).toBe(true)
  expect(typed('LeftShift 300 RightShift 300 LeftShift')).toBe(true)
  expect(typed('Shift 1200 Shift 1200 Shift')).toBe(false)
})

test('EXIT-8 another key or a touch between begins anew', () => {
  expect(typed('Shift Shift a Shift')).toBe(false)
  expect(typed('Shift Shift touch Shift')).toBe(false)
  expect(typed('Shift Shift Shift+ a Shift-')).toBe(false)
})

test('EXIT-8 both Shifts held together, and a Shift on the screen, mean nothing', () => {
  expect(typed('LeftShift+ RightShift+ RightShift- LeftShift- RightShift LeftShift')).toBe(false)
  expect(typed('Virtual Virtual Virtual')).toBe(false)
})

test('EXIT-8 no false exit in ten thousand typed capitals, however sloppily', () => {
  // Rolled over: the letter may be let go before or after the Shift.
  const capital = fc.constantFrom(
    'Shift+ A Shift-',
    'Shift+ A+ Shift- A-',
    'RightShift+ B+ B- RightShift-',
    'c',
    'Shift+ D E F Shift-',
    'Shift Shift+ G Shift-',
  )
  fc.assert(
    fc.property(fc.array(capital, { minLength: 200, maxLength: 200 }), (all) => {
      expect(typed(all.join(' '))).toBe(false)
    }),
    { numRuns: 50 },
  )
})
