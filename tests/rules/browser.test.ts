import { expect, test } from 'vitest'
import { leftOutOfChromium } from '../../tools/features.ts'
import { read } from './tree.ts'

test('HOUSE-470 what Playwright leaves out of its browser, the journeys leave out too', () => {
  const driver = read('node_modules/playwright-core/lib/coreBundle.js')
  const [, list = ''] = /disabledFeatures = \[([^\]]*)\]/.exec(driver) ?? []
  const names = [...list.matchAll(/^\s*"(\w+)"/gm)].map(([, name = '']) => name)
  expect(names.length).toBeGreaterThan(9)
  expect(names.filter((name) => !leftOutOfChromium.includes(name))).toEqual([])
})
