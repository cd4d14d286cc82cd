import type { Stores } from '../../src/worker/shelf.ts'

const pathOf = (request: RequestInfo | URL): string =>
  new URL(request instanceof Request ? request.url : request, 'https://tool.example').pathname

type Shelf = Map<string, Response>

const asCache = (shelf: Shelf): Pick<Cache, 'match' | 'put'> => ({
  match: async (request) => shelf.get(pathOf(request))?.clone(),
  put: async (request, response) => void shelf.set(pathOf(request), response),
})

/** Both stores of the browser in memory, and a network that says what was asked of it. */
export const memoryStores = (given: Readonly<Record<string, readonly string[]>> = {}) => {
  const shelves = new Map<string, Shelf>()
  const asked: string[] = []
  const missing = new Set<string>()
  const shelfOf = (name: string): Shelf => {
    const shelf = shelves.get(name) ?? new Map<string, Response>()
    shelves.set(name, shelf)
    return shelf
  }
  for (const [name, paths] of Object.entries(given)) {
    for (const path of paths) shelfOf(name).set(path, new Response(`${name} ${path}`))
  }
  const fetchFresh = async (path: string): Promise<Response> => {
    asked.push(path)
    return missing.has(path) ? new Response('', { status: 503 }) : new Response(`new ${path}`)
  }
  const stores: Stores = {
    fetchFresh,
    fetch: (request) => fetchFresh(pathOf(request)),
    caches: {
      open: async (name) => asCache(shelfOf(name)),
      keys: async () => [...shelves.keys()],
      delete: async (name) => shelves.delete(name),
      match: async (request) =>
        [...shelves.values()]
          .map((shelf) => shelf.get(pathOf(request)))
          .find(Boolean)
          ?.clone(),
    },
  }
  return {
    stores,
    asked,
    missing,
    kept: (name: string) => [...(shelves.get(name)?.keys() ?? [])],
    shelves,
  }
}
