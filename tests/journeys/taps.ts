import type { Page } from '@playwright/test'

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
