import { chromium, type CDPSession, type Page } from '@playwright/test'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findChromium } from '../../tools/browser.ts'
import { median, quantile, type Row } from './figures.ts'
import { film, firstNotRed } from './screen.ts'

// How long after the press the room is still seen, from pictures of the screen: ours beside a bare
// flip and beside what others do, in the same rounds.

const root = join(import.meta.dirname, '../..')

const ways = ['bare flip', 'ours', 'hide all, add a cover', 'display none', 'go elsewhere only']

const calculator = (): string => {
  const page = readFileSync(join(root, 'index.html'), 'utf8')
  const keys = /<main id="tool"[^]*<\/main>/.exec(page)?.[0]
  return keys ?? '<main id="tool"></main>'
}

const pageText = (): string => `<!doctype html><title>bench</title>
<style>${readFileSync(join(root, 'src/disguise/tool.css'), 'utf8')}
#room > div { position: absolute; inset: 0; overflow: auto }
#room::after { content: ''; position: absolute; inset: 25%; background: #c00 }
#button { position: absolute; inset: auto 16px 16px auto; width: 96px; height: 56px; pointer-events: auto }
.overlay { position: fixed; inset: 0; z-index: 9; background: canvas }
.hide-all * { display: none }
.hide-all .overlay { display: block }
#strip { position: fixed; inset: 0; z-index: 2; overflow: auto hidden; pointer-events: none;
  display: grid; grid-template-columns: 100% 100%; scroll-timeline: --away inline }
</style>
<div id="room"><div></div><div id="strip"><div><button id="button">Leave</button></div><i></i></div></div>
${calculator()}<script type="module" src="/tests/bench/window/exit.ts"></script>`

const serve = async (): Promise<Server> => {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const script = /^\/(src\/disguise|tests\/bench\/window)\/\w+\.ts$/.test(path)
    response.setHeader('content-type', `text/${script ? 'javascript' : 'html'}; charset=utf-8`)
    if (script) response.end(stripTypeScriptTypes(readFileSync(join(root, path), 'utf8')))
    else response.end(path === '/' ? pageText() : '<!doctype html><title>elsewhere</title>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

type Case = { readonly way: string; readonly nodes: number; readonly slow: number }

/** Milliseconds from the press until the room is not seen, and until it is not there. */
type Times = { readonly seen: number[]; readonly gone: number[] }

type Bench = {
  readonly origin: string
  readonly page: Page
  readonly reader: Page
  readonly devtools: CDPSession
}

const measure = async (bench: Bench, { way, nodes, slow }: Case, times: Times): Promise<void> => {
  const { page, devtools } = bench
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await page.goto(`${bench.origin}/?nodes=${nodes}&way=${encodeURIComponent(way)}`)
  await page.waitForSelector('body.ready', { state: 'attached' })
  await page.mouse.move(330, 810)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow })
  let pressed = 0
  const frames = await film(devtools, async () => {
    await pause(120)
    pressed = Date.now()
    await page.mouse.down()
    await pause(120 + 60 * slow)
  })
  await page.mouse.up().catch(() => undefined)
  const at = await firstNotRed(bench.reader, frames, pressed)
  if (at !== null) times.seen.push(at - pressed)
  const gone = await page.locator('html').getAttribute('data-gone')
  if (gone !== null) times.gone.push(Number(gone) - pressed)
}

const emptyTimes = (): Times => ({ seen: [], gone: [] })

const cases: readonly Case[] = [1, 4, 6].flatMap((slow) =>
  [3_000, 12_000].flatMap((nodes) => ways.map((way) => ({ way, nodes, slow }))),
)

/** The budgets of our own way out: the last of twenty is seen in time, and what was hers is gone soon. */
const ends = ({ nodes, slow }: Case, { seen, gone }: Times): Row[] => {
  const which = `${nodes} nodes, ${slow}x`
  const last = { name: `ours, p95, ${which}`, value: quantile(seen, 0.95), unit: 'ms' }
  const away = { name: `ours, DOM gone, ${which}`, value: median(gone), unit: 'ms', limit: 250 }
  const most = new Map([
    [1, 50],
    [6, 100],
  ]).get(slow)
  return [most === undefined ? last : { ...last, limit: most }, away]
}

const rowsOf = (all: ReadonlyMap<Case, Times>): Row[] =>
  [...all].flatMap(([one, times]) => {
    const { way, nodes, slow } = one
    const bare = [...all].find(
      ([other]) => other.way === 'bare flip' && other.nodes === nodes && other.slow === slow,
    )?.[1]
    const control = { name: 'bare flip', value: median(bare?.seen ?? []) }
    const note = `p95 ${Math.round(quantile(times.seen, 0.95))}, n ${times.seen.length}`
    const name = `${way}, ${nodes} nodes, ${slow}x`
    const row = { name, value: median(times.seen), unit: 'ms', control, note }
    if (way !== 'ours') return [row]
    return [{ ...row, limit: 1.3 * control.value }, ...ends(one, times)]
  })

const start = async (origin: string) => {
  const { executablePath, env } = await findChromium()
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, args })
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const reader = await (await browser.newContext()).newPage()
  return { browser, bench: { origin, page, reader, devtools: await context.newCDPSession(page) } }
}

/** Each case once in each round, so that what else the machine does is shared by all. */
export const exitTimes = async (
  wanted: readonly Case[],
  rounds: number,
): Promise<ReadonlyMap<Case, Times>> => {
  const server = await serve()
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  const { browser, bench } = await start(`http://127.0.0.1:${address.port}`)
  const all = new Map(wanted.map((one) => [one, emptyTimes()]))
  try {
    for (let round = 0; round < rounds; round++) {
      for (const [one, times] of all) await measure(bench, one, times)
    }
    return all
  } finally {
    await browser.close()
    server.close()
  }
}

/** Milliseconds of work from the press until it is laid out, with so many nodes: `rounds` of them. */
export const workTimes = async (nodes: number, rounds: number): Promise<readonly number[]> => {
  const server = await serve()
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  const { browser, bench } = await start(`http://127.0.0.1:${address.port}`)
  const times: number[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      await bench.page.goto(`${bench.origin}/?nodes=${nodes}&way=ours&work`)
      await bench.page.waitForSelector('body.ready', { state: 'attached' })
      await bench.page.mouse.move(330, 810)
      await bench.page.mouse.down()
      const work = await bench.page.locator('html').getAttribute('data-work')
      if (work !== null) times.push(Number(work))
      await bench.page.mouse.up()
    }
    return times
  } finally {
    await browser.close()
    server.close()
  }
}

/** The exit beside others' techniques. About five minutes. */
export const benchExit = async (): Promise<Row[]> => rowsOf(await exitTimes(cases, 5))
