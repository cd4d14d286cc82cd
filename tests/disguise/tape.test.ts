import { expect, test } from 'vitest'
import { recorded, without, type Tape } from '../../src/disguise/science/tape.ts'
import { distance } from '../../src/disguise/slip.ts'

const line = (typed: string, result: string) => ({ pieces: [typed, '='], result, typed })

const results = (tape: Tape): readonly string[] => tape.map(({ result }) => result)

test('CALC-16 the newest sum stands first, and the fifty-first is forgotten', () => {
  let tape: Tape = []
  for (let at = 1; at <= 60; at += 1) tape = recorded(tape, line(`${at}+1`, `${at + 1}`))
  expect(tape).toHaveLength(50)
  expect([tape[0]?.result, tape[49]?.result]).toEqual(['61', '12'])
})

test('CALC-17 what opened is on no tape, nor a slip of it; all else stays', () => {
  const tape = [
    line('12*34-5.6+78', 'opened'),
    line('12*34-5.6+79', 'slip'),
    line('12*3-5.6+78', 'left one out'),
    line('12*34-56.+78', 'turned two round'),
    line('249*3', '747'),
    line('1200/12+19.90', '119.9'),
  ]
  const left = without(tape, '12*34-5.6+78')
  expect(results(left)).toEqual(['747', '119.9'])
  expect(left.map(({ typed }) => typed)).toEqual(['', ''])
})

test('CALC-17 slips are counted in keys', () => {
  expect(distance('12+3', '12+3')).toBe(0)
  expect(distance('12+3', '12+4')).toBe(1)
  expect(distance('12+3', '1+3')).toBe(1)
  expect(distance('', '123')).toBe(3)
  expect(distance('123', '321')).toBe(2)
})
