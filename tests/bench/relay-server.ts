import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { createRelay } from '../../src/relay/app.ts'
import { readConfig } from '../../src/relay/config.ts'
import { serveDirectly } from '../../src/relay/direct.ts'
import { openDisk } from '../../src/relay/sqlite/disk.ts'
import { createLog } from '../../src/relay/log.ts'
import { spotOf } from '../../src/relay/sqlite/rows.ts'
import { createSqliteStore } from '../../src/relay/sqlite/store.ts'
import { scattered } from './scattered.ts'

// One of the servers that are compared, in a process of its own: "relay <folder>" is the whole relay, "bare
// <folder>" is node:http over the same segments, rows, settings and group commit, without frames, proofs,
// envelopes, limits or headers. It writes what the relay writes, and does nothing else: the share's name is in
// the path, and the request is the body, or the name of who opens. "store <folder>" is the same before the
// relay's own store, which puts each body under a key of its own and judges each open.

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const serverOf = (answer: Listener): Server =>
  createServer((request, response) => void answer(request, response))

const now = (): number => Math.floor(Date.now() / 1000)

// A connection that a busy machine leaves idle for seconds must not be closed under its next call.
const keepAlive = 120_000

const relayIn = (folder: string): Server => {
  const store = createSqliteStore({ folder, mostBytes: 2 ** 40 })
  const config = { ...readConfig({}), creates: 1e9, asks: 1e9, bytes: 2 ** 40 }
  const relay = createRelay(store, config, { now, log: createLog(() => {}, now) })
  const server = serverOf(relay.listen)
  serveDirectly(server, { answer: relay.answer, patience: config.patience, keepAlive, margin: 0 })
  return server
}

/** Read by hand: Node's own `buffer` takes longer than all else that is done with a small request. */
const bodyOf = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () =>
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)),
    )
    request.on('error', reject)
  })

const empty = Buffer.alloc(32)

type Verbs = {
  readonly create: (locator: Buffer, body: Buffer, until: number) => Promise<unknown>
  readonly open: (locator: Buffer, opener: Buffer) => Promise<Uint8Array>
}

const byPath = ({ create, open }: Verbs): Server => {
  const until = now() + 86_400
  return serverOf(async (request, response) => {
    const body = await bodyOf(request)
    const [, verb, name = ''] = (request.url ?? '').split('/')
    const locator = Buffer.from(name, 'base64url')
    if (verb === 'open') {
      response.end(await open(locator, body))
      return
    }
    await create(locator, body, verb === 'scatter' ? scattered(until, locator) : until)
    response.statusCode = 201
    response.end()
  })
}

const bareIn = (folder: string): Server => {
  const { rows, group, bodies } = openDisk(folder)
  const terms = { openers: 100, tries: 10, counter: 1, forget: 2 ** 33 }
  const secrets = {
    link: empty,
    pass: empty,
    owner: empty,
    reply: null,
    wrapKey: empty,
    serverShare: empty,
  }

  const create = (locator: Buffer, body: Buffer, until: number): Promise<unknown> =>
    bodies.put({ until, size: body.length, make: () => [body] }, (spot) =>
      group.add(() => rows.insert.run({ ...secrets, ...terms, ...spot, locator, until })),
    )

  const open = (locator: Buffer, token: Buffer): Uint8Array => {
    const row = rows.findOpening.get(locator)
    const spot = row && spotOf(row)
    if (!spot) return empty
    rows.admit.run({ id: row.id, token })
    rows.countOpen.run({ id: row.id, more: 1, hour: 0 })
    return bodies.read(spot)
  }

  return byPath({ create, open: (locator, token) => group.add(() => open(locator, token)) })
}

const storeIn = (folder: string): Server => {
  const store = createSqliteStore({ folder, mostBytes: 2 ** 40 })
  const terms = { openers: 100, tries: 10, counter: 1, files: [] }
  const secrets = { link: empty, pass: empty, owner: empty, reply: null, serverShare: empty }
  return byPath({
    create: (locator, body, until) => store.create({ ...secrets, ...terms, locator, body, until }),
    open: async (locator, opener) =>
      (await store.open({ locator, link: empty, pass: empty, opener }, now()))?.body ?? empty,
  })
}

const servers = { relay: relayIn, bare: bareIn, store: storeIn }
const isKind = (kind: string): kind is keyof typeof servers => kind in servers

const [kind = '', folder = ''] = process.argv.slice(2)
const server = (isKind(kind) ? servers[kind] : relayIn)(folder)
server.keepAliveTimeout = keepAlive
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) console.log(address.port)
})

// Asked what it has spent so far, it tells the microseconds on the processor, and the milliseconds in which
// its loop had something to do.
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpu: user + system, active: performance.eventLoopUtilization().active })
})
// Ends by itself, so that a profiler can write down what it saw.
process.once('SIGTERM', () => process.exit())
