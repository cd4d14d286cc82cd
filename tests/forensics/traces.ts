import type { Page } from '@playwright/test'
import type { Server } from '../journeys/server.ts'
import type { Planted } from './planted.ts'
import { browserPause } from './profile.ts'

const intoDatabase = (word: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('kept', 1)
    request.onerror = reject
    request.onupgradeneeded = () => request.result.createObjectStore('kept').put(word, 'kept')
    request.onsuccess = resolve
  })

/** What an ordinary page leaves: proof that the same search finds what is there. */
export const leaveTraces = async (page: Page, server: Server, traces: Planted): Promise<void> => {
  await page.goto(server.recipient)
  // As text: the rules of the house keep it out of code.
  await page.evaluate(`localStorage.setItem('kept', '${traces.word('local storage')}')`)
  await page.evaluate(intoDatabase, traces.word('a database'))
  await page.evaluate(() => document.body.append(document.createElement('textarea')))
  await page.locator('textarea').last().focus()
  await page.keyboard.type(traces.word('an ordinary field'))
  await page.waitForTimeout(browserPause)
}
