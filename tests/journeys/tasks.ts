import type { Browser } from '@playwright/test'

type Told = Readonly<Record<string, unknown>>

const threadOf = ({ pid, tid }: Told): string => `${String(pid)} ${String(tid)}`

const isMain = ({ name, args }: Told): boolean =>
  name === 'thread_name' && JSON.stringify(args).includes('CrRendererMain')

/** Processor time and not the clock's: on a busy machine a page waits for its turn, too. */
const longestOf = (told: readonly Told[]): number => {
  const mains = new Set(told.filter(isMain).map(threadOf))
  const tasks = told.filter((one) => one['name'] === 'RunTask' && mains.has(threadOf(one)))
  if (tasks.length === 0) throw new Error('the browser told of no task')
  return Math.max(...tasks.map(({ tdur }) => (typeof tdur === 'number' ? tdur / 1000 : 0)))
}

/** The longest time that a page was held up while `act` ran, in ms of processor time; Chromium only. */
export const longestTask = async (browser: Browser, act: () => Promise<void>): Promise<number> => {
  const devtools = await browser.newBrowserCDPSession()
  const told: Told[] = []
  devtools.on('Tracing.dataCollected', ({ value }) => told.push(...value))
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline', '__metadata'] },
  })
  await act()
  const complete = new Promise<void>((resolve) =>
    devtools.once('Tracing.tracingComplete', () => resolve()),
  )
  await devtools.send('Tracing.end')
  await complete
  await devtools.detach()
  return longestOf(told)
}
