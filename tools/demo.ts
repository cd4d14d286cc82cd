import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import process from 'node:process'
import { encodeEntry } from '../src/record/encode.ts'
import { kinds } from '../src/record/read.ts'
import { listOf } from '../src/record/record.ts'
import type { ClientRecord } from '../src/record/types.ts'
import { demoCards } from '../tests/demo/cards.ts'
import { demoInvitations } from '../tests/demo/invitations.ts'
import { demoRecord } from '../tests/demo/record.ts'
import { root } from './run.ts'

// `npm run demo [folder]`: writes an invented case as the files that she would really have, to be
// brought in through the app's own import.

const folder = resolve(process.argv[2] ?? join(root, '.cache/demo'))
const now = `${new Date().toISOString().slice(0, 19)}Z`

const asJson = (record: ClientRecord): string =>
  `[\n${kinds.flatMap((kind) => listOf(record, kind).map(encodeEntry)).join(',\n')}\n]\n`

const files = new Map<string, string | Uint8Array>([
  ['contacts.vcf', demoCards()],
  ...demoInvitations(now),
  ['record.sv.json', asJson(demoRecord(now, 'sv'))],
  ['record.ar.json', asJson(demoRecord(now, 'ar'))],
])

mkdirSync(folder, { recursive: true })
for (const [name, content] of files) writeFileSync(join(folder, name), content)

console.log(`An invented case lies in ${relative(process.cwd(), folder) || '.'}:

  contacts.vcf     forty authorities, as a phone exports them
  *.ics            three invitations; one is in a time zone that nobody knows
  record.sv.json   a whole record around today, with its story in Swedish
  record.ar.json   the same, with a story in Arabic

To look at the screens: npm run dev, then open /tests/demo/index.html on the app's address. It fills
this browser with the whole record and tells the code; or choose the files where contacts and
invitations are brought in. Nobody in them is real, and no build of the app contains them.`)
