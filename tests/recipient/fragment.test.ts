import { afterEach, expect, test, vi } from 'vitest'
import { takeFragment } from '../../src/recipient/fragment.ts'

afterEach(() => vi.unstubAllGlobals())

const at = (href: string) => {
  const replaceState = vi.fn()
  vi.stubGlobal('location', new URL(href))
  vi.stubGlobal('history', { replaceState })
  return replaceState
}

test('RECIPIENT-14 the secret is taken out of the address', () => {
  const replaced = at('https://a.example/#1secret')
  expect(takeFragment()).toBe('#1secret')
  expect(replaced.mock.calls).toEqual([[null, '', '/']])
})

test('RECIPIENT-14 what a mail program added to the address goes with it', () => {
  const replaced = at('https://a.example/?utm=mail#1secret')
  expect(takeFragment()).toBe('#1secret')
  expect(replaced.mock.calls).toEqual([[null, '', '/']])
})

test('RECIPIENT-14 an address without a secret is left alone', () => {
  const replaced = at('https://a.example/')
  expect(takeFragment()).toBe('')
  expect(replaced).not.toHaveBeenCalled()
})
