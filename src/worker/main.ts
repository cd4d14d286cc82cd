import { answer, fill, install, isOurs, sweep, type Build, type Stores } from './shelf.ts'

declare const self: ServiceWorkerGlobalScope

// Put in by the build, which alone knows what it made.
declare const BUILD: Build

const build: Build = BUILD
const stores: Stores = {
  caches: self.caches,
  fetch: (request) => fetch(request),
  fetchFresh: (path) => fetch(path, { cache: 'no-cache' }),
}

const typeOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'type' in data ? data.type : null

self.addEventListener('install', (event) => event.waitUntil(install(stores, build)))

self.addEventListener('activate', (event) =>
  event.waitUntil(sweep(stores, build).then(() => self.clients.claim())),
)

self.addEventListener('message', (event) => {
  const type = typeOf(event.data)
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
  if (type === 'FILL') event.waitUntil(fill(stores, build))
})

self.addEventListener('fetch', (event) => {
  if (isOurs(event.request, self.location.origin)) {
    event.respondWith(answer(stores, build, event.request))
  }
})
