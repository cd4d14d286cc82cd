import { chromium, type Page } from '@playwright/test'
import { createServer, type Server } from 'node:http'
import { readFileSync, readdirSync } from 'node:fs'
import { once } from 'node:events'
import { extname, join } from 'node:path'
import { findChromium } from '../../tools/browser.ts'
import { median, quantile, type Row } from './figures.ts'
import { measureVault, type Times } from './vaultPage.ts'

// The built worker in a real browser, asked directly; beside it, in the same rounds, Argon2id alone
// and a bare write and flush.

const dist = join(import.meta.dirname, '../../dist/app')
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' }

const serve = async (): Promise<Server> => {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    try {
      const bytes = path === '/index.html' ? '<title>bench</title>' : readFileSync(join(dist, path))
      response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream')
      response.end(bytes)
    } catch {
      response.writeHead(404).end()
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

/** The vault's worker is the script that knows the container's name. */
const workerPath = (): string => {
  const names = readdirSync(join(dist, 'a')).filter((name) => name.endsWith('.js'))
  const own = names.find((name) => readFileSync(join(dist, 'a', name), 'utf8').includes('data.bin'))
  if (!own) throw new Error('run `npm run build` first: no worker in dist/app')
  return `/a/${own}`
}

const rounds = 9
const entries = 2_000

const rowsOf = (times: Times): Row[] => {
  const argon = { name: 'Argon2id alone', value: median(times.stretch) }
  const raw = { name: 'a bare page write and two flushes', value: median(times.raw) }
  return [
    {
      name: `unlock to ${entries} entries in hand`,
      value: median(times.unlock),
      unit: 'ms',
      control: argon,
    },
    { name: 'the same without Argon2id', value: median(times.unlock) - argon.value, unit: 'ms' },
    { name: 'list: read all entries', value: median(times.read), unit: 'ms' },
    { name: 'durable save, p50', value: median(times.save), unit: 'ms', control: raw },
    { name: 'durable save, p95', value: quantile(times.save, 0.95), unit: 'ms' },
  ]
}

const measure = async (page: Page): Promise<Times> => {
  const worker = workerPath()
  return page.evaluate(measureVault, { worker, entries, rounds, saves: 40 })
}

export const benchVault = async (): Promise<Row[]> => {
  const server = await serve()
  const { executablePath, env } = await findChromium()
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port was given')
    const page = await browser.newPage()
    await page.goto(`http://localhost:${address.port}/`)
    return rowsOf(await measure(page))
  } finally {
    await browser.close()
    server.close()
  }
}
