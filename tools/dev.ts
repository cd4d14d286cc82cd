import { join } from 'node:path'
import process from 'node:process'
import { getRequestListener } from '@hono/node-server'
import { createServer, type Plugin } from 'vite'
import { createRelay, type Relay } from '../src/relay/app.ts'
import { readConfig } from '../src/relay/config.ts'
import type { Front } from '../src/relay/headers.ts'
import { createLog } from '../src/relay/log.ts'
import { createSqliteStore } from '../src/relay/sqlite/store.ts'
import { root } from './run.ts'

// `npm run dev`: both front ends with hot reload, on the ports that `npm start` uses, each with the
// relay's API beside it. No service worker and no strict headers: those come with the build.

const config = readConfig(process.env)
const data = join(root, '.cache/dev')
const store = createSqliteStore({ folder: data, mostBytes: config.mostBytes })
const now = (): number => Math.floor(Date.now() / 1000)
const relay = createRelay(store, config, { now, log: createLog(() => {}, now) })

/** Answers the API in Vite's own server, and shows the front end's page at the root. */
const beside = (api: Relay, front: Front): Plugin => {
  const answer = getRequestListener(api.fetch, { overrideGlobalObjects: false })
  return {
    name: 'relay',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/v1/')) return void answer(request, response)
        if (front === 'recipient' && request.url === '/') request.url = '/recipient.html'
        next()
      })
    },
  }
}

const serve = async (front: Front, port: number): Promise<void> => {
  const server = await createServer({
    root,
    mode: front,
    cacheDir: join(root, '.cache/vite', front),
    plugins: [beside(relay, front)],
    server: { port, strictPort: true, host: 'localhost' },
    // Vite's search for packages to prepare does not read tsconfig.json.
    optimizeDeps: { rolldownOptions: { transform: { jsx: { importSource: 'preact' } } } },
    logLevel: 'warn',
  })
  await server.listen()
}

await serve('app', config.appPort)
await serve('recipient', config.recipientPort)
console.log(`The app:        http://localhost:${config.appPort}`)
console.log(`The recipient:  http://localhost:${config.recipientPort}`)
console.log(`Data folder:    ${data}`)
console.log('Ctrl+C stops it.')
