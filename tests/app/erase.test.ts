import { expect, test } from 'vitest'
import { eraseAll, type Browser } from '../../src/app/erase.ts'
import type { AskVault } from '../../src/disguise/line.ts'

const browserThat = (answers: () => Promise<{ readonly ok: boolean }>) => {
  const done: string[] = []
  const note = (what: string) => void done.push(what)
  const registration = { unregister: async () => (note('unregister'), true) }
  const browser: Browser = {
    fetch: (path, { method }) => (note(`${method} ${path}`), answers()),
    caches: { keys: async () => ['files-1'], delete: async (name) => (note(`drop ${name}`), true) },
    workers: { getRegistrations: async () => [registration as ServiceWorkerRegistration] },
    begin: () => note('begin'),
  }
  const ask = (async ({ ask: what }: { readonly ask: string }) => (
    note(what),
    { ok: true }
  )) as AskVault
  return { done, browser, ask }
}

test('ERASE-1 the vault goes first, then all else, and the page begins anew', async () => {
  const { done, browser, ask } = browserThat(async () => ({ ok: true }))
  await eraseAll(ask, browser)
  expect(done).toEqual(['erase', 'POST /fresh', 'unregister', 'drop files-1', 'begin'])
})

test.each([
  ['no network', () => Promise.reject(new TypeError('no network'))],
  ['a server that refuses', () => Promise.resolve({ ok: false })],
])(
  'ERASE-2 with %s the vault is gone all the same, and the calculator stays',
  async (_, answers) => {
    const { done, browser, ask } = browserThat(answers)
    await eraseAll(ask, browser)
    expect(done).toEqual(['erase', 'POST /fresh', 'begin'])
  },
)

test('ERASE-600 what the phone kept back is handed on by its name, and nothing begins before it is gone', async () => {
  const { done, browser } = browserThat(async () => ({ ok: true }))
  const answers = [{ ok: false, why: 'files' }, { ok: false, why: 'kept' }, { ok: true }]
  const ask = (async () => answers.shift()) as AskVault
  expect(await eraseAll(ask, browser)).toBe('files')
  expect(await eraseAll(ask, browser)).toBe('kept')
  expect(done).toEqual([])
  expect(await eraseAll(ask, browser)).toBeNull()
  expect(done.at(-1)).toBe('begin')
})
