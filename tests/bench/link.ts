import { chromium, type Browser, type CDPSession } from '@playwright/test'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { findChromium } from '../../tools/browser.ts'
import { median, type Row } from './figures.ts'
import { fast, originOf, slow4G, startLine, type Line } from './throttled.ts'

// What it takes to read a link: bytes, requests, and the time until the text stands there. Beside a bare page
// in the same rounds. For any product: `npm run bench -- page LINK SELECTOR [BUTTON]`.

const rounds = 7

const bare = async () => {
  const page =
    '<!doctype html><title>bare</title><link rel="icon" href="data:,"><p id="text">text</p>'
  const server = createServer((_, told) => {
    told.setHeader('content-type', 'text/html')
    told.end(page)
  }).listen(0, 'localhost')
  await once(server, 'listening')
  return server
}

type Seen = { readonly time: number; readonly bytes: number; readonly requests: number }
type Wish = { readonly link: string; readonly selector: string; readonly button: string }

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

const count = (devtools: CDPSession) => {
  const told = { bytes: 0, requests: 0 }
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    told.bytes += encodedDataLength
    told.requests++
  })
  return told
}

const visit = async (browser: Browser, wish: Wish, cpu: number): Promise<Seen> => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  const told = count(devtools)
  await page.addInitScript(watch, [wish.selector, wish.button] as const)
  await page.goto(wish.link)
  await page.waitForSelector('html[data-seen]', { state: 'attached' })
  const time = await page.evaluate(() => Number(document.documentElement.dataset['seen']))
  await context.close()
  return { time, ...told }
}

type Kind = { readonly name: string; readonly line: Line; readonly cpu: number }

const kinds: readonly Kind[] = [
  { name: 'fast line, 1x', line: fast, cpu: 1 },
  { name: 'slow 4G, 4x CPU', line: slow4G, cpu: 4 },
]

const measure = async (browser: Browser, wish: Wish, { name, line, cpu }: Kind): Promise<Row[]> => {
  const control = await bare()
  const url = new URL(wish.link)
  const lines = [
    await startLine(url, line),
    await startLine(new URL(originOf(control)), line),
  ] as const
  const [theirs, plain] = lines.map(originOf)
  const link = `${theirs}${url.pathname}${url.search}${url.hash}`
  const seen: { readonly ours: Seen; readonly bare: Seen }[] = []
  for (let at = 0; at < rounds; at++) {
    const ours = await visit(browser, { ...wish, link }, cpu)
    const other = { link: `${plain}/`, selector: '#text', button: '' }
    seen.push({ ours, bare: await visit(browser, other, cpu) })
  }
  for (const server of [...lines, control]) server.close()
  const of = (pick: (one: (typeof seen)[number]) => number): number => median(seen.map(pick))
  const beside = { name: 'a bare page', value: of((one) => one.bare.time) }
  return [
    { name: `${name}: text`, value: of((one) => one.ours.time), unit: 'ms', control: beside },
    { name: `${name}: bytes`, value: of((one) => one.ours.bytes), unit: 'B' },
    { name: `${name}: requests`, value: of((one) => one.ours.requests), unit: '' },
  ]
}

/** A link that opens at least twenty times, what shows that its text is there, and what is to be pressed first. */
export const benchLink = async ([link, selector = 'body', button = '']: readonly string[]): Promise<
  Row[]
> => {
  if (link === undefined) throw new Error('npm run bench -- page LINK SELECTOR [BUTTON]')
  const { executablePath, env } = await findChromium()
  const args = ['--no-sandbox', '--disable-quic']
  const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, args })
  try {
    const rows: Row[] = []
    for (const kind of kinds)
      rows.push(...(await measure(browser, { link, selector, button }, kind)))
    return rows
  } finally {
    await browser.close()
  }
}
