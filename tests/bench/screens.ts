import { chromium, type Browser, type CDPSession, type Locator, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../../tools/browser.ts'
import { herPhone, type HerPhone } from '../journeys/driver.ts'
import { fillEntries } from '../journeys/filling.ts'
import { serve } from '../journeys/serving.ts'
import { median, type Row } from './figures.ts'
import { bigRecord } from './record.ts'
import { scrolled } from './scrolling.ts'
import { stepsOf } from './walk.ts'

// How long a touch takes to show on each of her screens, with a large record and a quarter of the
// processor: from the event to the next frame, as the browser itself tells (Event Timing, in steps of 8 ms).

const slow = 4
const rounds = 5
const code = '483+92*7-165'

/** Runs in the page: keeps what the browser tells of each press and key. */
const listen = (): void => {
  const told: number[] = []
  Object.assign(globalThis, { told })
  const note = (list: PerformanceObserverEntryList): void => {
    for (const { duration } of list.getEntries()) told.push(duration)
  }
  const every = { type: 'event', durationThreshold: 16, buffered: true }
  new PerformanceObserver(note).observe(every)
}

const taken = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const told: unknown = Reflect.get(globalThis, 'told')
    const all: readonly number[] = Array.isArray(told) ? told.splice(0) : []
    return Math.max(16, ...all)
  })

type Bench = { readonly page: Page; readonly devtools: CDPSession }

const throttle = ({ devtools }: Bench, rate: number): Promise<unknown> =>
  devtools.send('Emulation.setCPUThrottlingRate', { rate })

/** Looks up what is touched at full speed, then touches it slowed down. */
const measure = async (bench: Bench, target: Locator, keys?: string): Promise<number> => {
  const { page } = bench
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error('it cannot be touched')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.waitForTimeout(300)
  await taken(page)
  await throttle(bench, slow)
  if (keys === undefined) await page.mouse.down().then(() => page.mouse.up())
  else await page.keyboard.type(keys, { delay: 120 })
  await page.waitForTimeout(900)
  const time = await taken(page)
  await throttle(bench, 1)
  return time
}

const fifty = `<button>press</button>${'<p>one of fifty rows</p>'.repeat(50)}`

/** A page of fifty rows that changes one word: what the browser takes by itself. */
const barePage = async ({ page }: Bench): Promise<void> => {
  await page.setContent(`<!doctype html><body>${fifty}</body>`)
  await page.evaluate(listen)
  await page.evaluate(() =>
    document.querySelector('button')?.addEventListener('click', ({ currentTarget }) => {
      if (currentTarget instanceof Element) currentTarget.textContent += '!'
    }),
  )
}

const openBench = async (browser: Browser): Promise<Bench> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' })
  const page = await context.newPage()
  return { page, devtools: await context.newCDPSession(page) }
}

type Times = Map<string, number[]>

const note = (times: Times, name: string, time: number): void => {
  times.set(name, [...(times.get(name) ?? []), time])
}

const walk = async (bench: Bench, her: HerPhone, times: Times): Promise<void> => {
  await her.open()
  await bench.page.evaluate(listen)
  await her.unlock(code)
  for (const step of stepsOf) {
    const time = await measure(bench, step.where(her), step.keys)
    if (step.silent !== true) note(times, step.name, time)
  }
}

const limit = 100

const rowsOf = (times: Times, control: readonly number[]): Row[] => {
  const beside = { name: 'bare page', value: median(control) }
  const rows = [...times].map(([name, all]): Row => {
    const value = median(all)
    const note = `longest ${Math.max(...all)}`
    return { name, value, unit: 'ms', limit, control: beside, note }
  })
  return rows.toSorted((a, b) => b.value - a.value)
}

/** Every screen, with 50 contacts, 500 appointments, 1,000 incidents and 200,000 characters. */
export const benchScreens = async (): Promise<Row[]> => {
  const data = mkdtempSync(join(tmpdir(), 'samlad-'))
  const server = await serve(data)
  await server.start()
  const { executablePath, env } = await findChromium()
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, args })
  const [bench, bare] = [await openBench(browser), await openBench(browser)]
  const her = herPhone(bench.page, server, 'en')
  const times: Times = new Map()
  const control: number[] = []
  try {
    await barePage(bare)
    await fillEntries(bench.page, server, code, bigRecord())
    for (let round = 0; round < rounds; round++) {
      await bare.page.bringToFront()
      control.push(await measure(bare, bare.page.locator('button')))
      await walk(bench, her, times)
    }
    return [...rowsOf(times, control), ...(await scrolled(her, bench.devtools, slow))]
  } finally {
    await browser.close()
    await server.kill()
    rmSync(data, { recursive: true, force: true })
  }
}
