import { inflateSync } from 'node:zlib'

// As much of a PDF as it takes to read what Chromium printed: its pages in their order, each as the text of its
// glyphs in the order in which they were drawn. Signs that are not seen come out as spaces.

type Objects = ReadonlyMap<string, string>

const objectsOf = (file: string): Objects =>
  new Map(
    [...file.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [
      id,
      body,
    ]),
  )

const referred = (objects: Objects, body: string, name: string): string => {
  const id = new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1] ?? ''
  return objects.get(id) ?? ''
}

const unpacked = (body: string): string => {
  const packed = body.slice(body.indexOf('stream\n') + 7)
  return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
}

const number = (hex: string): number => Number.parseInt(hex, 16)

/** UTF-16, as a font's table spells what its glyphs mean. */
const spelled = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => number(unit)))

type Glyphs = ReadonlyMap<number, string>

const within = (table: string, kind: string): string =>
  [...table.matchAll(new RegExp(`begin${kind}([\\s\\S]*?)end${kind}`, 'g'))]
    .map(([, lines = '']) => lines)
    .join('')

const glyphsOf = (table: string): Glyphs => {
  const glyphs = new Map<number, string>()
  for (const [, glyph = '', text = ''] of within(table, 'bfchar').matchAll(/<(\w+)> <(\w+)>/g))
    glyphs.set(number(glyph), spelled(text))
  const ranges = within(table, 'bfrange').matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)
  for (const [, from = '', to = '', text = ''] of ranges)
    for (let at = number(from); at <= number(to); at++)
      glyphs.set(at, String.fromCharCode(number(text) + at - number(from)))
  return glyphs
}

const textOf = (objects: Objects, page: string): string => {
  const fonts = new Map<string, Glyphs>()
  for (const [, name = '', id = ''] of page.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = referred(objects, objects.get(id) ?? '', 'ToUnicode')
    fonts.set(name, glyphsOf(unpacked(table)))
  }
  let glyphs: Glyphs = new Map()
  let text = ''
  const drawn = unpacked(referred(objects, page, 'Contents'))
  for (const [, font, hex = ''] of drawn.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj/g)) {
    glyphs = font === undefined ? glyphs : (fonts.get(font) ?? glyphs)
    for (const glyph of hex.match(/.{4}/g) ?? []) text += glyphs.get(number(glyph)) ?? ' '
  }
  return text
}

/** The text of each page. */
export const pagesOf = (pdf: Buffer): readonly string[] => {
  const objects = objectsOf(pdf.toString('latin1'))
  const pages = [...objects.values()].filter((body) => body.startsWith('<</Type /Page\n'))
  return pages.map((page) => textOf(objects, page))
}
