import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Colours = ReadonlyMap<string, string>

const css = readFileSync(new URL('../../src/look/tokens.css', import.meta.url), 'utf8')

const coloursIn = (block: string): Colours =>
  new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  )

const [light = '', dark = ''] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(
  ([, block = '']) => block,
)
const themes = { light: coloursIn(light), dark: coloursIn(dark) }

/** WCAG 2: relative luminance of an sRGB colour, from 0 to 1. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['paper', 'card', 'sunken'] as const
const words = [
  ...['ink', 'soft', 'accent'].flatMap((word) => grounds.map((ground) => [word, ground] as const)),
  ['ink', 'tint'],
  ['on-accent', 'accent'],
  ['on-tint', 'tint'],
  ['on-tint', 'card'],
  ['on-notice', 'notice'],
  ['on-good', 'good'],
  ['paper', 'ink'],
] as const
const edges = ['edge', 'focus'].flatMap((line) => grounds.map((ground) => [line, ground] as const))

const weak = (colours: Colours, pairs: readonly (readonly [string, string])[], least: number) =>
  pairs.filter(([one, other]) => {
    const [front, back] = [colours.get(one), colours.get(other)]
    if (!front || !back) throw new Error(`no colour for ${one} on ${other}`)
    return contrast(front, back) < least
  })

test('LOOK-1 the measure is the one of the standard', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

test.each(['light', 'dark'] as const)('LOOK-1 words and edges stand out in %s', (theme) => {
  expect(weak(themes[theme], words, 4.5)).toEqual([])
  expect(weak(themes[theme], edges, 3)).toEqual([])
})
