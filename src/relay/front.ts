import { Hono } from 'hono'
import { tokenPath } from '../share/about.ts'
import { freshPath, version } from '../share/contract.ts'
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

type Refuse = (status: number) => Response

/** What only the app's own page may ask of its origin: another site's could clear what lies on her phone. */
const answerApp = (app: Hono, relay: Relay, tls: boolean, refused: Refuse): void => {
  const isOwn = (site: string | undefined): boolean => site === 'same-origin'
  app.post(freshPath, (c) =>
    isOwn(c.req.header('sec-fetch-site'))
      ? new Response(null, { status: 204, headers: { ...apiHeaders(tls), ...clearing } })
      : refused(403),
  )
  // Whoever only has a link does not know this origin, and is told no token.
  app.post(tokenPath, (c) => {
    const token = isOwn(c.req.header('sec-fetch-site')) ? relay.token() : null
    if (token === null) return refused(403)
    const headers = { ...apiHeaders(tls), 'Content-Type': 'application/json' }
    return new Response(JSON.stringify({ version, token }), { headers })
  })
}

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

  if (front === 'app') answerApp(app, relay, tls, refused)
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
