import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settings } from '../../src/relay/settings.ts'

const cellsOf = (line: string): string[] => line.split('|').map((cell) => cell.trim())

test('RELAY-67 the hosting guide and the settings are one', () => {
  const guide = readFileSync('docs/HOSTING.md', 'utf8')
  const shown = guide.split('\n').filter((line) => /^\| `(SAMLAD_|DATABASE_URL)/.test(line))
  const rows = shown.map((line) => cellsOf(line).slice(1, 4))
  const wanted = Object.values(settings).map(({ name, standard, what }) => [
    `\`${name}\``,
    standard === '' ? 'empty' : `\`${standard}\``,
    what,
  ])
  expect(rows).toEqual(wanted)
})
