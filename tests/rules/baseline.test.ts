import { expect, test } from 'vitest'
import { built, textOf, type Front } from './dist.ts'

// The build is read, and not only our own sources: what a package brings must run on old phones too.
// Names that no other thing has are looked for anywhere; the rest only as they are called.

/**
 * What came after Chrome 119, Safari 16.4 or Firefox 115, as far as one can tell it by its name. What
 * keeps a whole script from being read in Safari 16.0 is named too: its journeys are walked there.
 */
const young: Readonly<Record<string, RegExp>> = {
  'URL.canParse, URL.parse': /\bURL\.(canParse|parse)\(/,
  'Set methods': /\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference|intersection)\(/,
  groupBy: /\b(Object|Map)\.groupBy\(/,
  'Promise statics': /\bPromise\.(withResolvers|try)\(/,
  'Array.fromAsync': /\bArray\.fromAsync\(/,
  'iterator helpers':
    /\b(keys|values|entries)\(\)\.(map|filter|take|drop|flatMap|reduce|toArray|forEach|some|every|find)\(|\bIterator\.from\(/,
  'bytes to text': /\.(toBase64|toHex|setFromBase64|setFromHex)\(|\bUint8Array\.from(Base64|Hex)\(/,
  'AbortSignal.any': /\bAbortSignal\.any\(/,
  'text that is well formed': /\.(isWellFormed|toWellFormed)\(/,
  'moving a buffer': /\.(transferToFixedLength|transferToImmutable)\(/,
  'Intl additions': /\bIntl\.(Segmenter|DurationFormat)\b/,
  'RegExp.escape': /\bRegExp\.escape\(/,
  'sets in patterns': /\/[dgimsuy]*v[dgimsuy]*\.(test|exec)\(|\(\?[ims]+(-[ims]+)?:/,
  'looking behind in patterns': /\(\?<[=!]/,
  'Symbol.dispose': /\bSymbol\.(dispose|asyncDispose)\b/,
  'view transitions': /\bstartViewTransition\(/,
  popover: /\b(showPopover|hidePopover|togglePopover)\(/,
  scheduler: /\bscheduler\.(yield|postTask)\(/,
}

/** Only what leaves a page unreadable where it is missing; refinements may be missed. */
const youngStyles: Readonly<Record<string, RegExp>> = {
  'light-dark()': /light-dark\(/,
  'relative colour': /\b(rgb|hsl|oklch|oklab|lab|lch|color)\(from /,
  nesting: /[{;]\s*&|&[:.\s>]/,
  '@scope, @starting-style': /@(scope|starting-style)\b/,
  anchors: /\banchor(-size)?\(|position-anchor/,
  'if()': /:\s*if\(/,
  ':has()': /:has\(/,
}

const faults = (text: string, names: Readonly<Record<string, RegExp>>): readonly string[] =>
  Object.entries(names).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []))

test.each<Front>(['app', 'recipient'])('HOUSE-14 the build of %s runs in old browsers', (front) => {
  const found = built(front)
    .filter((path) => /\.(js|css)$/.test(path))
    .flatMap((path) =>
      faults(textOf(front, path), path.endsWith('.css') ? youngStyles : young).map(
        (name) => `${path}: ${name}`,
      ),
    )
  expect(found).toEqual([])
})

const planted: readonly (readonly [line: string, name: string])[] = [
  ['if(URL.canParse(t))', 'URL.canParse, URL.parse'],
  ['a.isSubsetOf(b)', 'Set methods'],
  ['Map.groupBy(a,f)', 'groupBy'],
  ['Promise.withResolvers()', 'Promise statics'],
  ['m.values().map(f)', 'iterator helpers'],
  ['b.toBase64()', 'bytes to text'],
  ['AbortSignal.any([a])', 'AbortSignal.any'],
  ['t.split(/(?<=[.])\\s/)', 'looking behind in patterns'],
]

test.each(planted)('HOUSE-14 a planted %s is found', (line, name) => {
  expect(faults(line, young)).toEqual([name])
})

test('HOUSE-14 a planted style is found', () => {
  const style = 'a{color:light-dark(red,blue)}b{&:hover{color:rgb(from red r g b)}}p:has(i){}'
  expect(faults(style, youngStyles)).toEqual([
    'light-dark()',
    'relative colour',
    'nesting',
    ':has()',
  ])
})
