// What the page needs without a network, kept under one name per build. Two parts: the few files
// that draw the calculator must be there before this build takes over; the rest may come later.

/** The files of one build, as paths from the root, and a name that changes when any of them does. */
export type Build = {
  readonly name: string
  readonly first: readonly string[]
  readonly rest: readonly string[]
}

/** The browser's store and its network, handed in so that a test can stand in for them. */
export type Stores = {
  readonly caches: Pick<CacheStorage, 'keys' | 'delete' | 'match'> & {
    readonly open: (name: string) => Promise<Shelf>
  }
  readonly fetch: (request: Request) => Promise<Response>
  /** A file of ours as the server has it now, past the browser's own cache. */
  readonly fetchFresh: (path: string) => Promise<Response>
}

type Shelf = Pick<Cache, 'match' | 'put'>

const same = { ignoreSearch: true, ignoreVary: true } as const

/** Hashed files never change, so what an older build keeps need not be fetched again. */
const isHashed = (path: string): boolean => path.startsWith('/a/')

const bring = async ({ caches, fetchFresh }: Stores, path: string): Promise<Response> => {
  const kept = isHashed(path) ? await caches.match(path, same) : undefined
  const response = kept ?? (await fetchFresh(path))
  if (!response.ok || response.redirected) throw new Error('a file of this build is missing')
  return response
}

const put = async (stores: Stores, cache: Shelf, path: string): Promise<void> => {
  if (await cache.match(path, same)) return
  await cache.put(path, await bring(stores, path))
}

/** Fetches what is missing of the rest; says how many files are still missing. */
export const fill = async (stores: Stores, { name, rest }: Build): Promise<number> => {
  const cache = await stores.caches.open(name)
  const outcomes = await Promise.allSettled(rest.map((path) => put(stores, cache, path)))
  return outcomes.filter(({ status }) => status === 'rejected').length
}

/**
 * Keeps the calculator. A first build is content with that. A later one must be whole before it may
 * take over: half an update without a network would shut her out of her own pages. Rejects if not.
 */
export const install = async (stores: Stores, build: Build): Promise<void> => {
  const isUpdate = (await stores.caches.keys()).some((name) => name !== build.name)
  const cache = await stores.caches.open(build.name)
  await Promise.all(build.first.map((path) => put(stores, cache, path)))
  if (isUpdate && (await fill(stores, build)) > 0) throw new Error('the update is not whole')
}

/** Drops what older builds kept. */
export const sweep = async ({ caches }: Stores, { name }: Build): Promise<void> => {
  const old = (await caches.keys()).filter((key) => key !== name)
  await Promise.all(old.map((key) => caches.delete(key)))
}

/** Whether a request is this worker's business: only reading, only our own files, never the relay. */
export const isOurs = (request: Pick<Request, 'method' | 'url'>, origin: string): boolean => {
  const url = new URL(request.url)
  return request.method === 'GET' && url.origin === origin && !url.pathname.startsWith('/v1/')
}

/** This build's shelf; null where the browser has no room even for an empty one, or cannot read it. */
const shelfOf = ({ caches }: Stores, { name }: Build): Promise<Shelf | null> =>
  caches.open(name).catch(() => null)

/** A phone may have no room left: what cannot be kept is fetched again, and must still arrive. */
const keep = (cache: Shelf, path: string, response: Response): Promise<void> =>
  cache.put(path, response).catch(() => undefined)

/** The kept file, else the network's; a file of this build that comes from there is kept as well. */
export const answer = async (stores: Stores, build: Build, request: Request): Promise<Response> => {
  const cache = await shelfOf(stores, build)
  const path = new URL(request.url).pathname
  const kept = await cache?.match(path, same).catch(() => undefined)
  // Said anew, as browsers lay a compiled copy beside a kept script that ran: it would tell which did.
  if (kept) return new Response(kept.body, kept)
  const response = await stores.fetch(request)
  if (cache && response.ok && build.rest.includes(path)) await keep(cache, path, response.clone())
  return response
}
