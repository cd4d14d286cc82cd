import { test as base, type Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'vite'

export type Language = 'sv' | 'ar'
export type Gallery = { readonly open: (page: Page, language?: Language) => Promise<void> }

const root = join(import.meta.dirname, '../..')

// Dependencies found late would reload the page in the middle of a test: none are looked for.
const serve = async (cacheDir: string) => {
  const server = await createServer({
    root,
    cacheDir,
    mode: 'app',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  })
  return server.listen()
}

/** Words that are cut off by a box, or that run out of a button or of the window. */
export const lostWords = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const unseen = (el: Element) => getComputedStyle(el).clipPath !== 'none'
    const holds = (el: Element) =>
      el.matches('button') || /hidden|clip/.test(getComputedStyle(el).overflowX)
    const up = (el: Element | null): Element[] => (el ? [el, ...up(el.parentElement)] : [])
    const outside = (text: DOMRect, box: DOMRect) =>
      text.left < box.left - 1 ||
      text.right > box.right + 1 ||
      text.top < box.top - 1 ||
      text.bottom > box.bottom + 1
    const lost = (node: Node): boolean => {
      const boxes = up(node.parentElement)
      if (!node.textContent?.trim() || boxes.some(unseen)) return false
      const range = document.createRange()
      range.selectNodeContents(node)
      const lines = [...range.getClientRects()]
      const holders = boxes.filter((el) => holds(el) && !el.matches('.page, .room, .sheet-panel'))
      return (
        lines.some(({ left, right }) => left < -1 || right > innerWidth + 1) ||
        holders.some((el) => lines.some((line) => outside(line, el.getBoundingClientRect())))
      )
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode())
      if (lost(walker.currentNode)) found.push(walker.currentNode.textContent ?? '')
    return found
  })

/** How far the screen could be pushed sideways, in pixels. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('html, .page, .sheet-panel')].map(
        (el) => el.scrollWidth - el.clientWidth,
      ),
    ),
  )

/** Everything that can be pressed and is lower or narrower than that. */
export const tooSmall = (page: Page, least: number): Promise<readonly string[]> =>
  page.evaluate((pixels) => {
    const all = [...document.querySelectorAll('button, a, input, textarea')]
    const small = all.filter((el) => {
      const { width, height } = el.getBoundingClientRect()
      return height < pixels || width < pixels
    })
    return small.map((el) => `${el.className} ${el.textContent}`)
  }, least)

/** Lies the exit's middle, and each of its sides, under nothing? */
export const exitIsFree = (page: Page): Promise<boolean> =>
  page.locator('.exit').evaluate((exit) => {
    const { left, right, top, bottom } = exit.getBoundingClientRect()
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    const points = [
      [x, y],
      [left + 4, y],
      [right - 4, y],
      [x, top + 4],
      [x, bottom - 4],
    ] as const
    return points.every(([px, py]) => exit.contains(document.elementFromPoint(px, py)))
  })

/** One development server for each worker; the gallery is in no build. */
export const test = base.extend<object, { gallery: Gallery }>({
  gallery: [
    // Playwright reads the names of what a fixture needs out of this pattern, though it is empty.
    async ({}, use) => {
      const cache = await mkdtemp(join(tmpdir(), 'gallery-'))
      const server = await serve(cache)
      const origin = server.resolvedUrls?.local[0] ?? ''
      await use({
        open: async (page, language = 'sv') => {
          await page.goto(`${origin}tests/gallery/index.html?lang=${language}`)
          await page.locator('.exit').waitFor()
        },
      })
      await server.close()
      await rm(cache, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
})
