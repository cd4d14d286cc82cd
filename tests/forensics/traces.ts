import type { Page } from '@playwright/test'
import { randomBytes } from 'node:crypto'
import type { Server } from '../journeys/server.ts'
import type { Planted } from './planted.ts'
import { browserPause } from './profile.ts'

type Kept = { readonly word: string; readonly key: readonly number[] }

const intoDatabase = ({ word, key }: Kept): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('kept', 1)
    request.onerror = reject
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore('kept')
      store.put(word, 'kept')
      store.put(Uint8Array.from(key), 'key')
    }
    request.onsuccess = resolve
  })

/** What an ordinary page leaves: proof that the same search finds what is there. */
export const leaveTraces = async (page: Page, server: Server, traces: Planted): Promise<void> => {
  await page.goto(server.recipient)
  // As text: the rules of the house keep it out of code.
  await page.evaluate(`localStorage.setItem('kept', '${traces.word('local storage')}')`)
  const key = randomBytes(32)
  traces.addKey('a key that lies open', key)
  await page.evaluate(intoDatabase, { word: traces.word('a database'), key: [...key] })
  await page.evaluate(() => document.body.append(document.createElement('textarea')))
  await page.locator('textarea').last().focus()
  await page.keyboard.type(traces.word('an ordinary field'))
  await page.waitForTimeout(browserPause)
}
