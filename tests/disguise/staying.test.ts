import { afterEach, expect, test, vi } from 'vitest'
import { askToStay } from '../../src/disguise/staying.ts'

afterEach(() => vi.unstubAllGlobals())

test('TOOL-300 the browser is asked to keep the page’s files, and only where it asks nobody back', async () => {
  const persist = vi.fn(() => Promise.resolve(false))
  vi.stubGlobal('self', {})
  await askToStay({ persist })
  expect(persist).toHaveBeenCalledTimes(1)
  vi.stubGlobal('self', { mozInnerScreenX: 0 })
  await askToStay({ persist })
  expect(persist).toHaveBeenCalledTimes(1)
})

test('TOOL-300 a browser that has no such question, or breaks over it, stays as it is', async () => {
  vi.stubGlobal('self', {})
  await askToStay(undefined)
  await askToStay({})
  await askToStay({ persist: () => Promise.reject(new Error('no')) })
})
