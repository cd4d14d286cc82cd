import { lending } from '../../src/disguise/lending.ts'
import { lineTo } from '../../src/disguise/line.ts'
import { encodeEntry, nameOf } from '../../src/record/encode.ts'
import { kinds } from '../../src/record/read.ts'
import { listOf } from '../../src/record/record.ts'
import type { ClientRecord } from '../../src/record/types.ts'
import type { Item } from '../../src/vault/messages.ts'
import worker from '../../src/vault/worker.ts?worker&url'
import { demoRecord } from './record.ts'

// Served by `npm run dev` alone. It asks the vault's own worker, as set-up does, so that the case opens
// in the app by its code.

const code = '12+34*56-78'

const itemsOf = (record: ClientRecord): Item[] =>
  kinds.flatMap((kind) =>
    listOf(record, kind).map((entry): Item => [
      nameOf(entry.kind, entry.id),
      new TextEncoder().encode(encodeEntry(entry)),
    ]),
  )

const fill = async (language: 'sv' | 'ar'): Promise<string> => {
  const line = lineTo(lending((name) => new Worker(worker, { type: 'module', name })))
  const set = await line.ask({ ask: 'setUp', code })
  const now = `${new Date().toISOString().slice(0, 19)}Z`
  const put = itemsOf(demoRecord(now, language))
  const kept = set.ok ? await line.ask({ ask: 'commit', put, drop: [] }) : set
  await line.ask({ ask: 'lock' })
  line.end()
  return kept.ok ? `Open the app and type ${code} =` : `Not filled: ${kept.why}`
}

const say = (text: string): void => {
  const said = document.querySelector('#said')
  if (said) said.textContent = text
}

for (const button of document.querySelectorAll('button')) {
  const language = button.dataset['language'] === 'ar' ? 'ar' : 'sv'
  button.addEventListener('click', () => void fill(language).then(say))
}
