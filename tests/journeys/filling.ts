import type { Page } from '@playwright/test'
import { readFileSync, readdirSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
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
  readonly count: number
  readonly text: string
}

/** Runs in the page. */
const fill = async ({ script, code, count, text }: Order): Promise<void> => {
  const path = '/filling/src/disguise/lending.ts'
  const { lending } = await import(path)
  const worker: Worker = lending((name: string) => new Worker(script, { type: 'module', name }))
  const ask = (question: object): Promise<{ readonly ok?: boolean }> =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }) => data !== 'stretch' && resolve(data.answer)
      worker.postMessage({ ...question, id: 0 })
    })
  const itemOf = (n: number) => {
    const [id, time] = [`n${n}`, '2026-01-01T00:00:00Z']
    const entry = { kind: 'story', id, topic: 'happened', title: `Dag ${n}`, text }
    const bytes = new TextEncoder().encode(
      JSON.stringify({ ...entry, written: time, edited: time }),
    )
    return [`story/${id}`, bytes]
  }
  const commit = async (from: number): Promise<void> => {
    const put = Array.from({ length: 500 }, (_, n) => itemOf(from + n))
    if ((await ask({ ask: 'commit', put, drop: [] })).ok) return
    if (!(await ask({ ask: 'grow' })).ok) throw new Error('no room')
    await commit(from)
  }
  await ask({ ask: 'wake' })
  await ask({ ask: 'setUp', code })
  for (let from = 0; from < count; from += 500) await commit(from)
  await ask({ ask: 'lock' })
  worker.terminate()
}

/** A new record with so many parts of a story, a multiple of 500, under a code. */
export const fillRecord = async (
  page: Page,
  server: Server,
  code: string,
  count: number,
): Promise<void> => {
  await lendPage(page, server)
  await page.evaluate(fill, { script: workerPath(), code, count, text })
}
