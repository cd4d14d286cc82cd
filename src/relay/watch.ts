import type { Server } from 'node:http'
import { createServer } from 'node:http'
import process from 'node:process'

export type Watched = {
  /** True after a real write; false or a throw when the store cannot. */
  readonly ready: () => Promise<boolean>
  readonly figures: () => string
  /** How the store stands; a throw when it cannot be asked. */
  readonly standing: () => Promise<string>
}

const isReady = async ({ ready }: Watched): Promise<boolean> => {
  try {
    return await ready()
  } catch {
    return false
  }
}

const memory = (): string =>
  '# TYPE process_resident_memory_bytes gauge\n' +
  `process_resident_memory_bytes ${process.memoryUsage.rss()}\n`

/** Status and text for a path; null for any other. */
const show = async (path: string, watched: Watched): Promise<[number, string] | null> => {
  if (path === '/healthz') return [200, 'ok\n']
  if (path === '/metrics') {
    const standing = await watched.standing().catch(() => '')
    return [200, watched.figures() + standing + memory()]
  }
  if (path !== '/readyz') return null
  return (await isReady(watched)) ? [200, 'ready\n'] : [503, 'not ready\n']
}

/** For the host's own machine alone: is it alive, can it write, how much does it do. */
export const createWatch = (watched: Watched): Server =>
  createServer((incoming, outgoing) => {
    const answer = async (): Promise<void> => {
      const [status, text] = (await show(incoming.url ?? '', watched)) ?? [404, 'not here\n']
      outgoing.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text)
    }
    void answer()
  })
