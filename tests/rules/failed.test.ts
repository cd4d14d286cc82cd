import { expect, test } from 'vitest'
import { failedIn, leftOutIn, listed, retriedIn } from '../../tools/failed.ts'

const red = String.fromCharCode(27) + '[31m'

const ofVitest = {
  testResults: [
    {
      name: 'tests/a.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'A-1 is well' },
        {
          status: 'failed',
          fullName: 'A-2 is not',
          failureMessages: [`${red}expected 1\n at a.ts`],
        },
      ],
    },
    { name: 'tests/b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    { name: 'tests/c.test.ts', status: 'passed', assertionResults: [] },
  ],
}

const ofPlaywright = {
  suites: [
    {
      specs: [],
      suites: [
        {
          specs: [
            {
              ok: true,
              file: 'c.journey.ts',
              title: 'C-1 is well',
              tests: [
                {
                  status: 'flaky',
                  projectName: 'chromium',
                  results: [
                    { status: 'timedOut', error: { message: 'too late' } },
                    { status: 'passed' },
                  ],
                },
              ],
            },
            {
              ok: false,
              file: 'c.journey.ts',
              title: 'C-2 is not',
              tests: [
                { status: 'expected', projectName: 'chromium' },
                {
                  status: 'unexpected',
                  projectName: 'firefox',
                  results: [{ status: 'failed', error: { message: 'never seen' } }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
}

test('HOUSE-17 failed tests, and a file that broke before its first, are named with why', () => {
  expect(failedIn(ofVitest)).toEqual([
    { title: 'tests/a.test.ts A-2 is not', why: 'expected 1\n at a.ts' },
    { title: 'tests/b.test.ts', why: 'no such module' },
  ])
})

test('HOUSE-17 a journey is named with the engine that it failed in', () => {
  expect(failedIn(ofPlaywright)).toEqual([
    { title: '[firefox] c.journey.ts C-2 is not', why: 'never seen' },
  ])
})

test('HOUSE-17 the list shows each title and, set in, its reason', () => {
  expect(listed(failedIn(ofVitest)).split('\n')).toEqual([
    'FAILED tests/a.test.ts A-2 is not',
    '    expected 1',
    '     at a.ts',
    'FAILED tests/b.test.ts',
    '    no such module',
  ])
})

test('HOUSE-420 a journey that took a second try is named with why the first did not pass', () => {
  expect(retriedIn(ofPlaywright)).toEqual([
    { title: '[chromium] c.journey.ts C-1 is well', why: 'too late' },
  ])
  expect(listed(retriedIn(ofPlaywright), 'SECOND TRY')).toBe(
    'SECOND TRY [chromium] c.journey.ts C-1 is well\n    too late',
  )
  expect(retriedIn(ofVitest)).toEqual([])
})

test('HOUSE-720 how many journeys another engine had no time for is told', () => {
  const journey = (...words: string[]) => ({
    tests: [{ status: 'skipped', annotations: words.map((description) => ({ description })) }],
  })
  const inner = { specs: [journey('late'), journey('no such engine')], suites: [] }
  const report = { suites: [{ specs: [journey(), journey('late')], suites: [inner] }] }
  expect(leftOutIn(report, 'late')).toBe(2)
  expect(leftOutIn(report, 'never said')).toBe(0)
})
