import { expect } from '@playwright/test'
import { test, type Seen } from './tour.ts'

const names = (seen: readonly Seen[]): readonly string[] => seen.map(({ name }) => name)

// One walk through all screens, which whichever test asks first waits for.
test.describe.configure({ timeout: 600_000 })

for (const language of ['sv', 'ar']) {
  test(`ACCESS-1 a checker finds nothing to mend in ${language}`, async ({ tour }) => {
    const faulty = (await tour(language)).filter(({ faults }) => faults.length > 0)
    expect(faulty.map(({ name, faults }) => [name, ...faults])).toEqual([])
  })

  test(`ACCESS-2 the focus is on the heading in ${language}`, async ({ tour }) => {
    const seen = await tour(language)
    expect(seen.length).toBeGreaterThan(25)
    expect(names(seen.filter(({ focused }) => !focused))).toEqual([])
  })

  test(`ACCESS-3 nothing runs out of a narrow window in ${language}`, async ({ tour }) => {
    expect(names((await tour(language)).filter(({ aside }) => aside > 0))).toEqual([])
  })

  test(`ACCESS-4 nothing lies over the exit in ${language}`, async ({ tour }) => {
    expect(names((await tour(language)).filter(({ exitFree }) => !exitFree))).toEqual([])
  })

  test(`ACCESS-5 the exit stays where it can be touched lying down in ${language}`, async ({
    tour,
  }) => {
    expect(names((await tour(language)).filter((one) => !one.freeLying))).toEqual([])
  })
}
