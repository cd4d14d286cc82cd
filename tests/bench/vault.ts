import { chromium, type Page } from '@playwright/test'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { findChromium } from '../../tools/browser.ts'
import { median, quantile, type Row } from './figures.ts'
import { benchReading } from './reading.ts'
import { benchSearch } from './search.ts'
import { beginning, scriptAt, workerPath } from './serving.ts'
import type { Plan, Times } from './page/vault.ts'

// The built worker in a real browser, asked directly; beside it, in the same rounds, Argon2id alone
// and a bare write and flush.

const serve = async (): Promise<Server> => {
  const server = createServer((request, response) => {
    const script = scriptAt(request.url ?? '')
    const type = script === null ? 'text/html' : 'text/javascript'
    response.setHeader('content-type', `${type}; charset=utf-8`)
    response.end(script ?? '<!doctype html><title>bench</title>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

const entries = 2_000
const many = 10_000

const rowsOf = (times: Times): Row[] => {
  const argon = { name: 'Argon2id alone', value: median(times.stretch) }
  const raw = { name: 'a bare page, header and two flushes', value: median(times.raw) }
  const unlock = median(times.unlock)
  const wrong = { name: 'a wrong code', value: median(times.wrong) }
  return [
    {
      name: `unlock: code to ${entries} entries`,
      value: unlock,
      unit: 'ms',
      control: argon,
      limit: 350,
    },
    { name: 'the same without Argon2id', value: unlock - argon.value, unit: 'ms' },
    { name: 'list: all entries once it is open', value: median(times.read), unit: 'ms' },
    {
      name: `${many} short entries, without Argon2id`,
      value: median(times.many) - argon.value,
      unit: 'ms',
      limit: 150,
    },
    {
      name: 'answer to the code of 30 entries',
      value: median(times.decoy),
      unit: 'ms',
      limit: 1.05 * wrong.value,
      control: wrong,
    },
    {
      name: `answer to the code of ${entries}`,
      value: median(times.real),
      unit: 'ms',
      limit: 1.05 * wrong.value,
      control: wrong,
    },
    { name: 'durable save, p50', value: median(times.save), unit: 'ms', control: raw, limit: 2 },
    { name: 'durable save, p95', value: quantile(times.save, 0.95), unit: 'ms', limit: 10 },
  ]
}

const measure = async (page: Page): Promise<Times> => {
  const sizes = { entries, many, rounds: 9, saves: 40 }
  const plan: Plan = { worker: workerPath(), beginning: await beginning(), ...sizes }
  return page.evaluate(async (given) => {
    const script = '/page/vault.ts'
    const { measureVault } = await import(script)
    return measureVault(given)
  }, plan)
}

export const benchVault = async (): Promise<Row[]> => {
  const server = await serve()
  const { executablePath, env } = await findChromium()
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, args })
  try {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port was given')
    const page = await browser.newPage()
    await page.goto(`http://localhost:${address.port}/`)
    return [...rowsOf(await measure(page)), ...benchReading(), ...benchSearch()]
  } finally {
    await browser.close()
    server.close()
  }
}
