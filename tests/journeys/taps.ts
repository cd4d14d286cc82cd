import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const table = readFileSync(join(import.meta.dirname, '../../docs/TASKS.md'), 'utf8')

const counts: ReadonlyMap<string, number> = new Map(
  [...table.matchAll(/^\| ([A-Z][^|]*?) +\| (\d) /gm)].map(
    ([, task = '', taps]) => [task, Number(taps)] as const,
  ),
)

/** How many touches docs/TASKS.md promises for a task, as it is named there. */
export const promised = (task: string): number => {
  const taps = counts.get(task)
  if (taps === undefined) throw new Error(`no such task: ${task}`)
  return taps
}

/**
 * How often she touches the screen from now on, as the page itself sees it: a touch that opens a field is
 * none of them, since the words that she then types are hers.
 */
export const countTaps = async (page: Page): Promise<() => Promise<number>> => {
  await page.evaluate(() => {
    const root = document.documentElement
    const isCounting = root.dataset['taps'] !== undefined
    root.dataset['taps'] = '0'
    if (isCounting) return
    const count = ({ isTrusted }: MouseEvent): void => {
      if (isTrusted) root.dataset['taps'] = String(Number(root.dataset['taps']) + 1)
    }
    document.addEventListener('click', count, { capture: true })
  })
  return async () => Number(await page.locator('html').getAttribute('data-taps'))
}
