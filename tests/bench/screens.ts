import { chromium, type Browser, type CDPSession, type Locator, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../../tools/browser.ts'
import { herPhone, type HerPhone } from '../journeys/driver.ts'
import { fillEntries } from '../journeys/filling.ts'
import { serve, type Server } from '../journeys/serving.ts'
import { median, type Row } from './figures.ts'
import { bigRecord } from './record.ts'
import { scrolled } from './scrolling.ts'
import type { Step } from './touches.ts'
import { stepsOf } from './walk.ts'
import { attaching, bringing, settingUp } from './walkBegin.ts'

// How long a touch takes to show on each of her screens, with a large record and a quarter of the
// processor: from the event to the next frame, as the browser itself tells (Event Timing, in steps of 8 ms).

const slow = 4
const rounds = 5
/** So often what happens once on a phone. */
const once = 2
const code = '483+92*7-165'

/** Runs in the page: keeps what the browser tells of each press and key, and of what held the page up. */
const listen = (): void => {
  const told: number[] = []
  const held: number[] = []
  Object.assign(globalThis, { told, held })
  const noteIn =
    (kept: number[]) =>
    (list: PerformanceObserverEntryList): void => {
      for (const { duration } of list.getEntries()) kept.push(duration)
    }
  const every = { type: 'event', durationThreshold: 16, buffered: true }
  new PerformanceObserver(noteIn(told)).observe(every)
  new PerformanceObserver(noteIn(held)).observe({ type: 'longtask' })
}

/** Milliseconds to the frame after a touch, and of the longest task since, which nothing interrupts. */
type Taken = { readonly time: number; readonly held: number }

const taken = (page: Page): Promise<Taken> =>
  page.evaluate(() => {
    const most = (name: string): number => {
      const kept: unknown = Reflect.get(globalThis, name)
      const all: readonly number[] = Array.isArray(kept) ? kept.splice(0) : []
      return Math.max(0, ...all)
    }
    return { time: Math.max(16, most('told')), held: most('held') }
  })

type Bench = { readonly page: Page; readonly devtools: CDPSession }

const throttle = ({ devtools }: Bench, rate: number): Promise<unknown> =>
  devtools.send('Emulation.setCPUThrottlingRate', { rate })

type Way = Pick<Step, 'keys' | 'file'>

/** So many of a long code's keys: of forty one would always meet whatever else the machine does. */
const measured = 5

const typedOf = (keys: Step['keys']): string => (typeof keys === 'function' ? keys() : (keys ?? ''))

/** A touch, or the last keys of what is typed: those before them came at full speed. */
const act = async (page: Page, { keys }: Way): Promise<void> => {
  if (keys === undefined) await page.mouse.down().then(() => page.mouse.up())
  else await page.keyboard.type(typedOf(keys).slice(-measured), { delay: 120 })
}

/** Looks up what is touched at full speed, then touches it slowed down. */
const measure = async (bench: Bench, target: Locator, way: Way = {}): Promise<Taken> => {
  const { page } = bench
  await target.scrollIntoViewIfNeeded()
  // Clear of what floats over the foot of the screen.
  await target.evaluate((shown) => {
    const { left, right, top, bottom } = shown.getBoundingClientRect()
    const met = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    if (!shown.contains(met)) shown.scrollIntoView({ block: 'center' })
  })
  const box = await target.boundingBox()
  if (!box) throw new Error('it cannot be touched')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  // The driver takes a moment until no picker of the system opens any more.
  const chooser = way.file === undefined ? null : page.waitForEvent('filechooser')
  await page.keyboard.type(typedOf(way.keys).slice(0, -measured))
  await page.waitForTimeout(300)
  await taken(page)
  await throttle(bench, slow)
  await act(page, way)
  if (way.file !== undefined) await (await chooser)?.setFiles(way.file)
  await page.waitForTimeout(900)
  const all = await taken(page)
  await throttle(bench, 1)
  // What a file sets off begins with no touch: it is told by how long it holds the page up.
  return way.file === undefined ? all : { ...all, time: Math.max(all.time, all.held) }
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

type Times = Map<string, Taken[]>

const walk = async (
  bench: Bench,
  her: HerPhone,
  steps: readonly Step[],
  times: Times,
): Promise<void> => {
  for (const step of steps) {
    const { name, where, before, silent } = step
    await before?.(her)
    const one = await measure(bench, where(her), step).catch((cause: unknown) => {
      throw new Error(`the walk ends at "${name}"`, { cause })
    })
    if (silent !== true) times.set(name, [...(times.get(name) ?? []), one])
  }
}

const limit = 100

const rowsOf = (times: Times, control: readonly number[]): Row[] => {
  const beside = { name: 'bare page', value: median(control) }
  const rows = [...times].map(([name, all]): Row => {
    const value = median(all.map(({ time }) => time))
    const held = Math.max(...all.map((one) => one.held))
    const longest = Math.max(...all.map(({ time }) => time))
    const note = `longest ${longest}${held > 0 ? `, then held up for ${held} at most` : ''}`
    return { name, value, unit: 'ms', limit, control: beside, note }
  })
  return rows.toSorted((a, b) => b.value - a.value)
}

type Phone = { readonly bench: Bench; readonly her: HerPhone }

const openHere = async (browser: Browser, server: Server, address: string) => {
  const bench = await openBench(browser)
  const her = herPhone(bench.page, server, 'en')
  await bench.page.addInitScript(listen)
  await bench.page.goto(`${server.app}/${address}`)
  return { bench, her }
}

/** What is done once on a phone: on new ones, and on the one with the large record. */
const walkOnce = async (browser: Browser, server: Server, old: Phone, times: Times) => {
  const folder = mkdtempSync(join(tmpdir(), 'samlad-'))
  const copy = join(folder, 'copy')
  try {
    const { digits } = await old.her.makeCopy(copy)
    await walk(old.bench, old.her, attaching, times)
    for (const steps of [settingUp(), bringing(copy, digits)]) {
      for (let round = 0; round < once; round++) {
        const { bench, her } = await openHere(browser, server, '#start')
        await walk(bench, her, steps, times)
        await bench.page.context().close()
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Again and again through the large record, beside a bare page. */
const walkOften = async ({ bench, her }: Phone, bare: Bench, times: Times) => {
  const control: number[] = []
  for (let round = 0; round < rounds; round++) {
    await bare.page.bringToFront()
    control.push((await measure(bare, bare.page.locator('button'))).time)
    await her.open()
    await bench.page.evaluate(listen)
    await her.unlock(code)
    await walk(bench, her, stepsOf, times)
  }
  return control
}

const launch = async (): Promise<Browser> => {
  const { executablePath, env } = await findChromium()
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  return chromium.launch({ executablePath, env: { ...process.env, ...env }, args })
}

/** Every screen, with 60 contacts, 500 appointments, 1,000 incidents and 200,000 characters. */
export const benchScreens = async (): Promise<Row[]> => {
  const data = mkdtempSync(join(tmpdir(), 'samlad-'))
  const server = await serve(data)
  await server.start()
  const browser = await launch()
  const [bench, bare] = [await openBench(browser), await openBench(browser)]
  const her = herPhone(bench.page, server, 'en')
  const times: Times = new Map()
  try {
    await barePage(bare)
    await fillEntries(bench.page, server, code, bigRecord())
    const control = await walkOften({ bench, her }, bare, times)
    const blank = await scrolled(her, bench.devtools, slow)
    await walkOnce(browser, server, { bench, her }, times)
    return [...rowsOf(times, control), ...blank]
  } finally {
    await browser.close()
    await server.kill()
    rmSync(data, { recursive: true, force: true })
  }
}
