import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Config } from './config.ts'
import { pageOf, type Page, type Pages } from './pages.ts'
import { settings } from './settings.ts'

// The agency's page says at its foot who runs the relay, which is a host's to say and not the build's. The page
// has an empty spot for it, so that nothing more has to be fetched.

const spot = '<p id="host" hidden></p>'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? '')

const fill = (page: Page, who: string): Page => {
  const pieces = Buffer.from(page.plain).toString().split(spot)
  if (pieces.length !== 2)
    throw new Error(`Build again: no page has room for ${settings.runBy.name}.`)
  const filled = `${spot.replace('</p>', '')}${escaped(who)}</p>`
  const plain = Buffer.from(pieces.join(filled))
  return pageOf('/recipient.html', plain, { br: brotliCompressSync(plain), gzip: gzipSync(plain) })
}

/**
 * The agency's pages with who runs the relay in them, as text. Throws a sentence for the host when the built page
 * has no spot for it.
 */
export const tellRunBy = (
  pages: Pages,
  { runBy, contact }: Pick<Config, 'runBy' | 'contact'>,
): Pages => {
  const home = pages.get('/')
  const who = [runBy, contact].filter((text) => text !== '').join(', ')
  if (who === '' || home === undefined) return pages
  const filled = fill(home, who)
  return new Map([...pages].map(([path, page]) => [path, page === home ? filled : page]))
}
