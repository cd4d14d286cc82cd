import { expect, test } from 'vitest'
import { lineOf } from '../bench/figures.ts'
import { linksOf } from '../bench/links.ts'

test('HOUSE-300 the bench says beside a figure what its budget allows, and whether that was met', () => {
  const row = { name: 'save', value: 2.04, unit: 'ms', limit: 2 }
  expect(lineOf(row)).toMatch(/2\.04 ms +missed \(2\.00\)$/)
  expect(lineOf({ ...row, value: 1.9 })).toMatch(/1\.90 ms +met \(2\.00\)$/)
  expect(lineOf({ ...row, value: 350.4, limit: 350 })).toMatch(/350 ms +met \(350\)$/)
  expect(lineOf({ ...row, value: NaN })).toMatch(/missed/)
  expect(lineOf({ name: 'save', value: 2, unit: 'ms' })).not.toMatch(/met|missed/)
})

test('HOUSE-350 the bench of a page takes any number of links, each with its own selector and button', () => {
  const args = ['https://a.example/x#k', '.text', 'button', 'http://b.example/', '#p']
  const told = linksOf(args).map(({ url, ...more }) => ({ url: url.href, ...more }))
  expect(told).toEqual([
    { name: 'a.example', url: 'https://a.example/x#k', selector: '.text', button: 'button' },
    { name: 'b.example', url: 'http://b.example/', selector: '#p', button: '' },
  ])
  expect(linksOf([])).toEqual([])
  expect(linksOf(['http://c.example/'])).toMatchObject([{ selector: 'body' }])
  expect(() => linksOf(['.text', 'https://a.example/'])).toThrow('LINK SELECTOR')
})
