import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank } from '../../src/disguise/calculator.ts'
import { isKey } from '../../src/disguise/key.ts'
import { createTrial, noted, peep, untouched, type Meaning } from '../../src/disguise/keyhole.ts'
import { keys } from './keys.ts'
import { pressed } from './pressed.ts'

const meanings = (text: string): readonly Meaning[] => {
  const found: Meaning[] = []
  let keyhole = untouched
  for (const key of text.split('').filter(isKey)) {
    const [next, meaning] = peep(keyhole, key)
    keyhole = next
    if (meaning) found.push(meaning)
  }
  return found
}

const code = (text: string): Meaning => ({ means: 'code', code: text })

test('KEY-1 keys are read as typed, also where the calculator takes no notice of them', () => {
  expect(meanings('4*817/23.5+%=')).toEqual([code('4*817/23.5+%')])
  expect(meanings('12345678901234567890=')).toEqual([code('12345678901234567890')])
})

test('KEY-1 delete takes back one key and clear the number being typed', () => {
  expect(meanings('12345BB6789=')).toEqual([code('1236789')])
  expect(meanings('123+99C4567=')).toEqual([code('123+4567')])
  expect(meanings('999+99CC123456=')).toEqual([code('123456')])
})

test('KEY-1 nothing of an earlier sum is left after "="', () => {
  expect(meanings('999=123456=')).toEqual([{ means: 'sum' }, code('123456')])
})

test('KEY-1 after two clears nothing is left, as on the display', () => {
  fc.assert(
    fc.property(fc.array(keys), (typed) => {
      expect(noted(noted(typed.reduce(noted, ''), 'C'), 'C')).toBe('')
      expect(pressed(`${typed.join('')}CC`)).toEqual(blank)
    }),
  )
})

test('KEY-2 five keys are a sum and six are tried', () => {
  expect(meanings('12345=')).toEqual([{ means: 'sum' }])
  expect(meanings('123456=')).toEqual([code('123456')])
  expect(meanings('123N456N=')).toEqual([code('123456')])
  expect(meanings('12345=======')).toHaveLength(7)
  expect(meanings('12345=======').every(({ means }) => means === 'sum')).toBe(true)
})

test('KEY-5 one divided by zero, three times in a row', () => {
  expect(meanings('1/0=1/0=1/0=').map(({ means }) => means)).toEqual(['sum', 'sum', 'setUp'])
  expect(meanings('1/0=C1/0=C1/0=').at(-1)).toEqual({ means: 'setUp' })
})

test('KEY-5 with digits and plus alone it is nothing plus nothing, three times in a row', () => {
  const last = (text: string): Meaning | null => {
    let step: ReturnType<typeof peep> = [untouched, null]
    for (const key of text.split('').filter(isKey)) step = peep(step[0], key, 'plus')
    return step[1]
  }
  expect(last('0+0=0+0=0+0=')).toEqual({ means: 'setUp' })
  expect(last('1/0=1/0=1/0=')).toEqual({ means: 'sum' })
  expect(last('0+0=0+1=0+0=')).toEqual({ means: 'sum' })
})

test('KEY-5 another sum between, or "=" alone, starts the count again', () => {
  for (const text of [
    '1/0=1/0=2+2=1/0=',
    '1/0===',
    '1/0=1/0==1/0=',
    '10=1/0=1/0=',
    '5/0=5/0=5/0=',
  ]) {
    expect(meanings(text).some(({ means }) => means === 'setUp')).toBe(false)
  }
})

/** A lock that opens to one code, holding every answer until it is let go. */
const lockFor = (right: string) => {
  const seen = { tried: new Array<string>(), open: false, busy: false }
  const answers: (() => void)[] = []
  const { attempt, forget } = createTrial({
    admit: async (bring) => {
      seen.busy = true
      const opened = await bring()
      seen.busy = false
      seen.open ||= opened
      return opened
    },
    isBusy: () => seen.busy,
  })
  const tryCode = (typed: string) =>
    attempt(() => {
      seen.tried.push(typed)
      return new Promise((resolve) => answers.push(() => resolve(typed === right)))
    })
  return { seen, tryCode, forget, answer: () => answers.shift()?.() }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

test('KEY-3 a wrong code opens nothing, and is not tried again', async () => {
  const { seen, tryCode, answer } = lockFor('123456')
  const done = tryCode('654321')
  answer()
  await done
  expect(seen).toEqual({ tried: ['654321'], open: false, busy: false })
})

test('KEY-4 of the codes typed during a trial the last is tried next', async () => {
  const { seen, tryCode, answer } = lockFor('333333')
  const done = tryCode('111111')
  await tryCode('222222')
  await tryCode('333333')
  answer()
  await settled()
  answer()
  await done
  expect(seen).toEqual({ tried: ['111111', '333333'], open: true, busy: false })
})

test('KEY-4 what came during the trial that opened is not tried any more', async () => {
  const { seen, tryCode, answer } = lockFor('111111')
  const done = tryCode('111111')
  await tryCode('222222')
  answer()
  await done
  expect(seen.tried).toEqual(['111111'])
})

test('KEY-4 whoever leaves takes back the code that still waits', async () => {
  const { seen, tryCode, forget, answer } = lockFor('222222')
  const done = tryCode('111111')
  await tryCode('222222')
  forget()
  answer()
  await done
  expect(seen).toEqual({ tried: ['111111'], open: false, busy: false })
})
