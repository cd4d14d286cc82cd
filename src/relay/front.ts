import { Hono } from 'hono'
import { freshPath } from '../share/contract.ts'
import type { Relay } from './app.ts'
import type { Front, Headers } from './headers.ts'
import { apiHeaders, pageHeaders } from './headers.ts'
import type { Page, Pages } from './pages.ts'

const missing = '<!doctype html><html lang="en"><title>Not found</title><p>Not found</p></html>\n'

const accepts = (header: string, coding: string): boolean =>
  header
    .split(',')
    .map((part) => part.replaceAll(' ', '').toLowerCase())
    .some((part) => part.split(';')[0] === coding && !/;q=0(\.0*)?$/.test(part))

const pick = (page: Page, accepted: string): Pick<Page, 'plain'> & { coding: string | null } => {
  if (page.br && accepts(accepted, 'br')) return { plain: page.br, coding: 'br' }
  if (page.gzip && accepts(accepted, 'gzip')) return { plain: page.gzip, coding: 'gzip' }
  return { plain: page.plain, coding: null }
}

const describe = (page: Page, coding: string | null): Headers => ({
  'Content-Type': page.type,
  'Cache-Control': page.cache,
  ETag: page.etag,
  Vary: 'Accept-Encoding',
  ...(coding ? { 'Content-Encoding': coding } : {}),
})

/** Has the browser forget all that this origin ever kept there. */
const clearing: Headers = { 'Clear-Site-Data': '"cache", "storage"' }

export type FrontParts = { readonly front: Front; readonly pages: Pages; readonly tls: boolean }

/** One origin: the API, which it shares with the other origin, and the pages of one front end. */
export const createFront = (relay: Relay, { front, pages, tls }: FrontParts) => {
  const strict = pageHeaders(front, tls)
  const app = new Hono()
  const refused = (status: number, more: Headers = {}): Response =>
    new Response(missing, {
      status,
      headers: {
        ...strict,
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        ...more,
      },
    })

  if (front === 'app') {
    // Only the app's own page may ask: another site could otherwise clear what lies on her phone.
    app.post(freshPath, (c) =>
      c.req.header('sec-fetch-site') === 'same-origin'
        ? new Response(null, { status: 204, headers: { ...apiHeaders(tls), ...clearing } })
        : refused(403),
    )
  }
  app.all('/v1/*', (c) => relay.fetch(c.req.raw))
  app.get('*', (c) => {
    const page = pages.get(c.req.path)
    if (!page) return refused(404)
    const { plain, coding } = pick(page, c.req.header('accept-encoding') ?? '')
    const headers = { ...strict, ...describe(page, coding) }
    if (c.req.header('if-none-match') === page.etag) {
      return new Response(null, { status: 304, headers })
    }
    return new Response(plain, { headers: { ...headers, 'Content-Length': `${plain.length}` } })
  })
  app.notFound(() => refused(405, { Allow: 'GET, HEAD' }))
  app.onError(() => new Response(null, { status: 500, headers: strict }))
  return app
}
