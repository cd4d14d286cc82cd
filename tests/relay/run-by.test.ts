import { readFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { tellRunBy } from '../../src/relay/run-by.ts'
import { pageOf, type Pages } from '../../src/relay/pages.ts'

const html = readFileSync('recipient.html', 'utf8')
const empty = '<p id="host" hidden></p>'

const pagesWith = (text: string): Pages => {
  const home = pageOf('/recipient.html', Buffer.from(text), { br: null, gzip: null })
  const other = pageOf('/begin.html', Buffer.from(empty), { br: null, gzip: null })
  return new Map([
    ['/', home],
    ['/recipient.html', home],
    ['/begin.html', other],
  ])
}

const textAt = (pages: Pages, path: string): string =>
  Buffer.from(pages.get(path)?.plain ?? []).toString()

const host = { runBy: 'Exempelkommun', contact: '0500-00 00 00' }

test("RELAY-351 the agency's page names who runs the relay and how they are reached, and no other page does", () => {
  const pages = tellRunBy(pagesWith(html), host)
  const filled = '<p id="host" hidden>Exempelkommun, 0500-00 00 00</p>'
  for (const path of ['/', '/recipient.html'])
    expect(textAt(pages, path)).toBe(html.replace(empty, filled))
  expect(textAt(pages, '/begin.html')).toBe(empty)
  const alone = tellRunBy(pagesWith(html), { ...host, contact: '' })
  expect(textAt(alone, '/')).toContain('<p id="host" hidden>Exempelkommun</p>')
})

test('RELAY-351 the page goes out packed as before, and under another tag', () => {
  const before = pagesWith(html)
  const page = tellRunBy(before, host).get('/')
  const plain = page && Buffer.from(page.plain)
  expect(page?.br && brotliDecompressSync(page.br)).toEqual(plain)
  expect(page?.gzip && gunzipSync(page.gzip)).toEqual(plain)
  expect(page?.etag).not.toBe(before.get('/')?.etag)
  expect(page).toMatchObject({ type: 'text/html; charset=utf-8', cache: 'no-cache' })
})

test('RELAY-351 what is named is text, whatever stands in it', () => {
  const runBy = `</p><script src="x">&amp;'$1`
  const text = textAt(tellRunBy(pagesWith(html), { runBy, contact: '' }), '/')
  const filled = `<p id="host" hidden>&lt;/p&gt;&lt;script src=&quot;x&quot;&gt;&amp;amp;'$1</p>`
  expect(text).toBe(html.split(empty).join(filled))
})

test('RELAY-351 nothing changes where nobody is named, and a page without room for a name stops the start', () => {
  const pages = pagesWith(html)
  expect(tellRunBy(pages, { runBy: '', contact: '' })).toBe(pages)
  expect(() => tellRunBy(pagesWith('<!doctype html>'), host)).toThrow(
    'Build again: no page has room for SAMLAD_RUN_BY.',
  )
})
