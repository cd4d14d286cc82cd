// What a stranger's file brings is drawn on her screen and on an agency's page: nothing in it may
// be unseen, turn the direction of a line, or be endless.

const unseen = /(?!\n)[\p{Cc}\p{Cs}\p{Co}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu
const marks = /[\u200b-\u200f\u061c\u2060]/gu

const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '')

/** One line of at most `most` units: runs of white space become one space. */
export const tidyLine = (text: string, most: number): string => {
  const flat = text.replace(/\s+/g, ' ').replace(unseen, '').trim()
  return cut(flat, most).trimEnd()
}

/** Text that keeps its line breaks, with at most one empty line in a row. */
export const tidyText = (text: string, most: number): string => {
  const broken = text.replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n').replace(/\t/g, ' ')
  const clean = broken
    .replace(unseen, '')
    .replace(/ +\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
  return cut(clean.trim(), most).trimEnd()
}

/** A number or address to act on: also without the direction marks that phones paste into it. */
export const tidyFact = (text: string, most: number): string =>
  tidyLine(text.replace(marks, ''), most)
