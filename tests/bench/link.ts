import { chromium, type Browser, type CDPSession } from '@playwright/test'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { findChromium } from '../../tools/browser.ts'
import { median, type Row } from './figures.ts'
import { linksOf, ownLink, type Link } from './links.ts'
import { fast, originOf, slow4G, startLine, type Line } from './throttled.ts'

// What it takes to read a link: bytes, requests, and the time until the text stands there. Ours in the same rounds
// as a bare page and any other product: `npm run bench -- page [LINK SELECTOR [BUTTON]] ...`.

const rounds = 7

type Kind = { readonly name: string; readonly line: Line; readonly cpu: number }

/** `limit`: milliseconds until the text, as the page's budget has it. */
const kinds: readonly (Kind & { readonly limit: number })[] = [
  { name: 'fast line, 1x', line: fast, cpu: 1, limit: 250 },
  { name: 'slow 4G, 4x CPU', line: slow4G, cpu: 4, limit: 1_000 },
]

/** Of all that the page is made of; what it asks the relay and is told comes on top. */
const budget = { requests: 3, bytes: 25_500 } as const

const bare = async (): Promise<Server> => {
  const page =
    '<!doctype html><title>bare</title><link rel="icon" href="data:,"><p id="text">text</p>'
  const server = createServer((_, told) => {
    told.setHeader('content-type', 'text/html')
    told.end(page)
  }).listen(0, 'localhost')
  await once(server, 'listening')
  return server
}

/** Bytes as packed, without headers. `files` are what was fetched by GET. */
type Loaded = { bytes: number; requests: number }
type Seen = { readonly time: number; readonly files: Loaded; readonly all: Loaded }

const watch = ([selector, button]: readonly [string, string]): void => {
  let pressed = button === ''
  const look = (): void => {
    const way = pressed ? null : document.querySelector<HTMLElement>(button)
    if (way) {
      pressed = true
      way.click()
    }
    const text = document.querySelector(selector)?.textContent ?? ''
    if (text.trim() !== '') document.documentElement.dataset['seen'] ??= `${performance.now()}`
    else requestAnimationFrame(look)
  }
  look()
}

const count = (devtools: CDPSession): Pick<Seen, 'files' | 'all'> => {
  const [files, all]: [Loaded, Loaded] = [
    { bytes: 0, requests: 0 },
    { bytes: 0, requests: 0 },
  ]
  const asked = new Map<string, readonly Loaded[]>()
  const heads = new Map<string, number>()
  devtools.on('Network.requestWillBeSent', ({ requestId, request: { method, url } }) => {
    if (!url.startsWith('http')) return
    const sums = method === 'GET' ? [files, all] : [all]
    asked.set(requestId, sums)
    for (const sum of sums) sum.requests++
  })
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    heads.set(requestId, response.encodedDataLength)
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const bytes = encodedDataLength - (heads.get(requestId) ?? 0)
    for (const sum of asked.get(requestId) ?? []) sum.bytes += bytes
  })
  return { files, all }
}

const visit = async (browser: Browser, link: Link, cpu: number): Promise<Seen> => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  const loaded = count(devtools)
  await page.addInitScript(watch, [link.selector, link.button] as const)
  await page.goto(link.url.href)
  await page.waitForSelector('html[data-seen]', { state: 'attached' })
  const time = await page.evaluate(() => Number(document.documentElement.dataset['seen']))
  await context.close()
  return { time, ...loaded }
}

/** The same link behind a line of its own. */
const behind = async (link: Link, line: Line): Promise<{ server: Server; link: Link }> => {
  const server = await startLine(link.url, line)
  const { pathname, search, hash } = link.url
  const url = new URL(`${originOf(server)}${pathname}${search}${hash}`)
  return { server, link: { ...link, url } }
}

/** All of them in turns, so that what the machine does beside it strikes them alike. */
const measure = async (browser: Browser, links: readonly Link[], kind: Kind): Promise<Seen[][]> => {
  const lines = await Promise.all(links.map((link) => behind(link, kind.line)))
  const seen: Seen[][] = links.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const [at, { link }] of lines.entries())
      seen[at]?.push(await visit(browser, link, kind.cpu))
  for (const { server } of lines) server.close()
  return seen
}

type Figure = {
  readonly name: string
  readonly unit: string
  readonly of: (one: Seen) => number
  /** The most that ours may have. */
  readonly limit?: number
  /** Left out where it is the same on every line. */
  readonly kind?: number
}

const figures: readonly Figure[] = [
  ...kinds.map(({ name, limit }, kind): Figure => ({
    name: `${name}: text`,
    unit: 'ms',
    of: ({ time }) => time,
    limit,
    kind,
  })),
  {
    name: 'files: requests',
    unit: '',
    of: ({ files }) => files.requests,
    limit: budget.requests,
  },
  { name: 'files: bytes', unit: 'B', of: ({ files }) => files.bytes, limit: budget.bytes },
  { name: 'all: requests', unit: '', of: ({ all }) => all.requests },
  { name: 'all: bytes', unit: 'B', of: ({ all }) => all.bytes },
]

/** What was seen of one link: for each kind, each round. */
type Measured = { readonly name: string; readonly seen: readonly (readonly Seen[])[] }

const valueOf = ({ seen }: Measured, { of, kind }: Figure): number =>
  median((kind === undefined ? seen.flat() : (seen[kind] ?? [])).map(of))

const rowsOf = (one: Measured, beside: Measured, isOurs: boolean): readonly Row[] =>
  figures.map((figure) => ({
    name: `${one.name}, ${figure.name}`,
    value: valueOf(one, figure),
    unit: figure.unit,
    control: { name: beside.name, value: valueOf(beside, figure) },
    ...(isOurs && figure.limit !== undefined ? { limit: figure.limit } : {}),
  }))

const measureAll = async (links: readonly Link[]): Promise<readonly Measured[]> => {
  const { executablePath, env } = await findChromium()
  const args = ['--no-sandbox', '--disable-quic']
  const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, args })
  try {
    const each: (readonly (readonly Seen[])[])[] = []
    for (const kind of kinds) each.push(await measure(browser, links, kind))
    return links.map(({ name }, at) => ({ name, seen: each.map((kind) => kind[at] ?? []) }))
  } finally {
    await browser.close()
  }
}

/** Ours beside a bare page and its budget; every link that is named beside ours. */
export const benchLink = async (args: readonly string[]): Promise<Row[]> => {
  const others = linksOf(args)
  const [page, own] = [await bare(), await ownLink(rounds * kinds.length)]
  try {
    const plain = {
      name: 'a bare page',
      url: new URL(originOf(page)),
      selector: '#text',
      button: '',
    }
    const [control, ours, ...rest] = await measureAll([plain, own.link, ...others])
    if (!control || !ours) return []
    return [...rowsOf(ours, control, true), ...rest.flatMap((one) => rowsOf(one, ours, false))]
  } finally {
    page.close()
    await own.end()
  }
}
