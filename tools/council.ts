import { readFileSync, statSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { largest } from '../src/exchange/council.ts'
import { fewest, tableOf, takeIn, type Given } from './councilTable.ts'
import { asCsv, plainText } from './councilText.ts'

// `npm run council -- [--least 5] [--json table.json] [--csv table.csv] files...`: adds up what clients
// gave to their council. docs/formats/council.md says what it tells, and what it does not guard against.

const usage = `npm run council -- [--least ${fewest}] [--json table.json] [--csv table.csv] files...`

/** A file that is too large is not even read: a little more than is allowed, and it is refused. */
const given = (name: string): Given => {
  const size = statSync(name, { throwIfNoEntry: false })
  if (!size?.isFile()) return { name, text: '' }
  if (size.size > largest) return { name, text: ' '.repeat(largest + 1) }
  return { name, text: readFileSync(name, 'utf8') }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { least: { type: 'string' }, json: { type: 'string' }, csv: { type: 'string' } },
})

const least = Number(values.least ?? fewest)

if (positionals.length === 0 || !Number.isInteger(least) || least < fewest || least > 1_000) {
  console.error(`${usage}\nThe least is ${fewest} people, or more.`)
  process.exitCode = 2
} else {
  const { files, refusals } = takeIn(positionals.map(given))
  for (const { name, why } of refusals) console.error(`not counted: ${name}: ${why}`)
  const table = tableOf(files, least)
  if (values.json) writeFileSync(values.json, `${JSON.stringify(table, null, 2)}\n`)
  if (values.csv) writeFileSync(values.csv, asCsv(table))
  console.log(plainText(table))
  process.exitCode = refusals.length > 0 ? 1 : 0
}
