import { said, vocabulary } from '../src/record/council.ts'
import type { Row, Table } from './councilTable.ts'

// The table for people and for other programs.

const few = 'too few'

const lineOf = (row: Row, name: (typeof said)[number]): string => {
  const counts = row.said[name]
  const words = counts
    ? vocabulary[name].map((word) => `${word} ${counts[word] ?? 0}`).join(', ')
    : few
  return `  ${name.padEnd(12)}${words}`
}

/** Under the level "all" other things are said than under the others. */
const namesIn = ({ level }: Row): readonly (typeof said)[number][] =>
  said.filter((name) => ['retellings', 'spared', 'contacts'].includes(name) === (level === 'all'))

const blockOf = (row: Row): string =>
  [
    `${row.period}, ${row.level}: ${row.people === null ? few : `at least ${row.people} people`}`,
    ...(row.people === null ? [] : namesIn(row).map((name) => lineOf(row, name))),
  ].join('\n')

export const plainText = (table: Table): string =>
  [
    `Fewer than ${table.least} people are not told of; numbers are rounded to ${table.least}.`,
    ...table.rows.map(blockOf),
  ].join('\n\n')

const cells = (row: Row, name: (typeof said)[number]): string[] =>
  vocabulary[name].map((word) => {
    const count = row.said[name]?.[word]
    return [row.period, row.level, row.people ?? '', name, word, count ?? ''].join(',')
  })

/** No field can hold a comma or a quote: all of them are words of a closed list, or numbers. */
export const asCsv = (table: Table): string =>
  [
    'period,level,people,question,answer,count',
    ...table.rows.flatMap((row) => namesIn(row).flatMap((name) => cells(row, name))),
    '',
  ].join('\r\n')
