import type { Page } from '@playwright/test'
import { readFileSync, readdirSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import type { EntryOf, Kind } from '../../src/record/types.ts'
import type { Server } from './server.ts'

// Lays a large record straight into the vault: writing ten thousand entries by hand takes a life.

const root = join(import.meta.dirname, '../..')
const dist = join(root, 'dist/app/a')

/** The vault's worker is the script that asks by which name it was started. */
const workerPath = (): string => {
  const scripts = readdirSync(dist).filter((name) => name.endsWith('.js'))
  const own = scripts.find((name) => readFileSync(join(dist, name), 'utf8').includes('self.name'))
  if (!own) throw new Error('no worker in dist/app')
  return `/a/${own}`
}

/** An empty page on her origin, with those of our scripts beside it that carry questions over. */
const lendPage = async (page: Page, server: Server): Promise<void> => {
  await page.route('**/filling/**', (route) => {
    const path = new URL(route.request().url()).pathname.replace('/filling/', '')
    if (path === '') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
    const body = stripTypeScriptTypes(readFileSync(join(root, path), 'utf8'))
    return route.fulfill({ contentType: 'text/javascript', body })
  })
  await page.goto(`${server.app}/filling/`)
}

const text =
  'Hon ringde på torsdag och frågade efter den som har ärendet, som inte var där. '.repeat(8)

type Order = {
  readonly script: string
  readonly code: string
  readonly entries: readonly Filled[]
}

/** An entry as it is kept; an id and times are given to those that have none. */
export type Filled = {
  [K in Kind]: Partial<EntryOf<K>> & Pick<EntryOf<K>, 'kind'>
}[Kind]

/** Runs in the page. */
const fill = async ({ script, code, entries }: Order): Promise<void> => {
  const path = '/filling/src/disguise/lending.ts'
  const { lending } = await import(path)
  const worker: Worker = lending((name: string) => new Worker(script, { type: 'module', name }))
  const ask = (question: object): Promise<{ readonly ok?: boolean }> =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }) => data !== 'stretch' && resolve(data.answer)
      worker.postMessage({ ...question, id: 0 })
    })
  const itemOf = (entry: Filled, n: number) => {
    const time = '2026-01-01T00:00:00Z'
    const whole = { id: `n${n}`, written: time, edited: time, ...entry }
    return [`${whole.kind}/${whole.id}`, new TextEncoder().encode(JSON.stringify(whole))]
  }
  const commit = async (from: number): Promise<void> => {
    const put = entries.slice(from, from + 500).map((entry, n) => itemOf(entry, from + n))
    if ((await ask({ ask: 'commit', put, drop: [] })).ok) return
    if (!(await ask({ ask: 'grow' })).ok) throw new Error('no room')
    await commit(from)
  }
  await ask({ ask: 'wake' })
  await ask({ ask: 'setUp', code })
  for (let from = 0; from < entries.length; from += 500) await commit(from)
  await ask({ ask: 'lock' })
  worker.terminate()
}

const storyOf = (n: number): Filled => ({
  kind: 'story',
  topic: 'happened',
  title: `Dag ${n}`,
  text,
})

const contactOf = (n: number): Filled => ({
  kind: 'contact',
  organisation: `Kontoret ${n}`,
  person: `Kontakt ${n}`,
  role: 'handläggare',
  phones: [{ label: 'work', number: `08-${1_000 + n}` }],
  emails: [],
  addresses: [],
  web: '',
  hours: '',
  cases: [{ kind: 'diary', number: `${n}-26` }],
  status: n % 3 === 0 ? 'theirs' : 'none',
  next: '',
  nextOn: '',
  note: '',
  source: 'own',
})

/** Four on each day, from the first day of 2030 on. */
const appointmentOf = (n: number): Filled => {
  const day = new Date(Date.UTC(2030, 0, 1 + (n >> 2))).toISOString().slice(0, 10)
  const [start, end] = [`${day}T09:00`, `${day}T10:00`]
  const empty = { place: '', contact: null, bring: '', note: '', uid: '' }
  return { kind: 'appointment', title: `Möte ${n}`, start, end, allDay: false, ...empty }
}

const kinds = { story: storyOf, contact: contactOf, appointment: appointmentOf }

/** A new record under a code, with these entries. */
export const fillEntries = async (
  page: Page,
  server: Server,
  code: string,
  entries: readonly Filled[],
): Promise<void> => {
  await lendPage(page, server)
  await page.evaluate(fill, { script: workerPath(), code, entries })
}

/** A new record under a code, with so many entries of each of these kinds. */
export const fillRecord = (
  page: Page,
  server: Server,
  code: string,
  count: number,
  of: readonly (keyof typeof kinds)[] = ['story'],
): Promise<void> =>
  fillEntries(
    page,
    server,
    code,
    of.flatMap((kind) => Array.from({ length: count }, (_, n) => kinds[kind](n))),
  )
