import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barePicture } from '../../src/exchange/barePicture.ts'
import { fileType } from '../../src/exchange/fileType.ts'
import { rounds } from '../thorough.ts'
import { tellingIn } from './pictures.ts'

const names = ['phone-turned.jpg', 'phone-place.jpg', 'place.png'] as const
const picture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, 'pictures', name)))

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** A JPEG segment, put in right after the first two bytes. */
const withSegment = (bytes: Uint8Array, marker: number, text: string): Uint8Array => {
  const length = text.length + 2
  const head = [0xff, marker, length >> 8, length & 255]
  return new Uint8Array([...bytes.slice(0, 2), ...head, ...latin(text), ...bytes.slice(2)])
}

test.each(names)('CLEAN-1 %s tells a place and a device before, and nothing after', (name) => {
  expect(tellingIn(picture(name)).length).toBeGreaterThan(0)
  const clean = barePicture(picture(name))
  expect(clean).not.toBeNull()
  expect(tellingIn(clean ?? picture(name))).toEqual([])
})

test('CLEAN-1 comments, IPTC, colour profiles, unknown segments and trailers go', () => {
  const planted = [
    [0xfe, 'taken by a person with a name'],
    [0xed, 'Photoshop 3.0\x008BIM\x04\x04 IPTC city'],
    [0xe2, 'ICC_PROFILE\x00 the name of a screen'],
    [0xe1, 'http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta/>'],
    [0xe0, 'JFXX\x00 a preview'],
    [0xef, 'what nobody has thought of yet'],
  ] as const
  const whole = planted.reduce(
    (bytes, [marker, text]) => withSegment(bytes, marker, text),
    picture('phone-place.jpg'),
  )
  const clean = barePicture(new Uint8Array([...whole, ...latin('a film behind the end')]))
  const text = Buffer.from(clean ?? []).toString('latin1')
  for (const [, words] of planted) expect(text).not.toContain(words.slice(0, 9))
  expect(text).not.toContain('a film')
  expect(clean).toEqual(barePicture(picture('phone-place.jpg')))
})

test('CLEAN-1 what hangs on behind the end of a PNG goes, whatever it calls itself', () => {
  const text = 'a note behind the end'
  const hidden = latin(`\0\0\0${String.fromCharCode(text.length)}IDAT${text}\0\0\0\0`)
  const clean = barePicture(new Uint8Array([...picture('place.png'), ...hidden]))
  expect(clean).toEqual(barePicture(picture('place.png')))
})

test.each(names)('CLEAN-2 %s cleaned twice is the same, and keeps its scan', (name) => {
  const clean = barePicture(picture(name)) ?? new Uint8Array(0)
  expect(barePicture(clean)).toEqual(clean)
  const before = Buffer.from(picture(name))
  const start = name.endsWith('.png')
    ? before.indexOf('IDAT')
    : before.lastIndexOf(Buffer.of(0xff, 0xda))
  const drawn = before.subarray(start, start + (name.endsWith('.png') ? 12 : 2_000))
  expect(Buffer.from(clean).indexOf(drawn)).toBeGreaterThan(0)
})

test('CLEAN-3 no bytes make it throw, and what comes out is clean', () => {
  const [jpeg, png] = [picture('phone-turned.jpg'), picture('place.png')]
  const broken = fc
    .tuple(fc.constantFrom(jpeg, png), fc.nat(30_000), fc.nat(30_000), fc.uint8Array())
    .map(([whole, at, cut, bytes]) => {
      const spoiled = whole.slice(0, whole.length - (cut % whole.length))
      spoiled.set(bytes.subarray(0, Math.max(0, spoiled.length - at)), Math.min(at, spoiled.length))
      return spoiled
    })
  fc.assert(
    fc.property(fc.oneof(broken, fc.uint8Array({ maxLength: 200 })), (bytes) => {
      const clean = barePicture(bytes)
      if (clean) expect(barePicture(clean)).not.toBeNull()
    }),
    { numRuns: rounds(200, 5_000) },
  )
  expect(barePicture(latin('%PDF-1.7'))).toBeNull()
  expect(barePicture(latin('RIFF....WEBPVP8 '))).toBeNull()
})

const heads: readonly (readonly [string, string, string | null])[] = [
  ['%PDF-1.7', '', 'application/pdf'],
  ['RIFF....WEBPVP8 ', 'image/png', 'image/webp'],
  ['....ftypheic', '', 'image/heic'],
  ['....ftypM4A ', '', 'audio/mp4'],
  ['....ftypisom', 'audio/mp4', 'audio/mp4'],
  ['....ftypisom', 'video/mp4', null],
  ['<svg xmlns=', 'image/svg+xml', null],
  ['<!doctype html>', 'image/jpeg', null],
  ['MZ', 'audio/mpeg', null],
  ['', 'image/jpeg', null],
]

test.each(heads)('CLEAN-4 a file that begins %o and calls itself %o is %o', (head, guess, type) => {
  expect(fileType(latin(head), guess)).toBe(type)
})

test('CLEAN-4 photos are known by their bytes, whatever they are called', () => {
  expect(fileType(picture('phone-turned.jpg'), '')).toBe('image/jpeg')
  expect(fileType(picture('place.png'), 'text/plain')).toBe('image/png')
})
