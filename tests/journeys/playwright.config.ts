import { defineConfig, type Project } from '@playwright/test'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { findChromium, findFirefox } from '../../tools/browser.ts'
import { leftOutOfChromium } from '../../tools/features.ts'
import { isThorough, leftOut } from '../thorough.ts'
import type { Engine } from './webdriver.ts'

const engines = (process.env['SAMLAD_ENGINES'] ?? 'chromium').split(',')
const reports = join(import.meta.dirname, '../../.cache/reports')

const slow = [/engines\.slow/, ...leftOut.map((name) => new RegExp(`\\b${name}\\.journey`))]

const chromium = async (): Promise<Project> => {
  const { executablePath, env } = await findChromium()
  const args = [
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    `--disable-features=${leftOutOfChromium.join(',')}`,
  ]
  const launchOptions = { executablePath, args, env: { ...definedEnv(), ...env } }
  return { name: 'chromium', testIgnore: slow, use: { browserName: 'chromium', launchOptions } }
}

// Long walks through what no engine draws or keeps otherwise than another: one engine goes them.
const alike = new RegExp(
  `\\b(${[
    'access|aloud|anew|begin|broken|codes|consent|coordinator|days|deadline|entries|equal|gallery|import|keep',
    'many|mapping|network|paper|parts|paused|plain|plan|rating|robot|safety|several|smooth|sums|tasks',
    'token|tongues',
  ].join('|')})\\b.*\\.journey`,
)

// Playwright drives the distribution's own Firefox over BiDi; its own patched build is not needed.
const firefox = (executablePath: string): Project => ({
  name: 'firefox',
  // Its driver's protocol is young, and loses a message now and then.
  retries: 1,
  // Its driver hears of no download, so nothing that leaves as a file is tried there; of the searches of
  // a browser's own files only one is made for it.
  testIgnore: [/forensics\/(?!firefox)|(backup|backupFiles|out)\.journey/, alike, ...slow],
  // Each touch takes several round trips there, and on two busy cores a code takes seconds.
  timeout: 120_000,
  use: { browserName: 'firefox', channel: 'moz-firefox', launchOptions: { executablePath } },
})

const definedEnv = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  )

/** Engines that a protocol of their own drives, one journey each: see webdriver.ts. */
const remote = (name: Engine): Project => ({
  name,
  testMatch: /engines\.slow\.journey/,
  retries: 1,
})

const projects = async (): Promise<Project[]> => {
  const found: Project[] = []
  if (engines.includes('chromium')) found.push(await chromium())
  const fox = engines.includes('firefox') ? findFirefox() : null
  if (fox !== null) found.push(firefox(fox))
  const others: readonly Engine[] = ['webkitgtk', 'wpe']
  found.push(...others.filter((name) => engines.includes(name)).map(remote))
  return found
}

export default defineConfig({
  testDir: '..',
  testMatch: '{journeys,forensics}/*.journey.ts',
  outputDir: join(import.meta.dirname, '../../.cache/journeys'),
  // A journey that passes only at the second try has found a fault, so whoever works here has none. A
  // build machine has one, and the end of its run names who took it: see decision 24.
  retries: isThorough ? 1 : 0,
  // A journey waits for codes and files: one more at a time than there are cores. A build machine has a
  // second browser to drive, and walks that several tests of one file look at.
  fullyParallel: !isThorough,
  workers: isThorough ? 2 : availableParallelism() + 1,
  timeout: 90_000,
  // Journeys share the cores with their browsers and what they ask: a code alone can take seconds.
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: join(reports, 'journeys.json') }]],
  use: {
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 390, height: 844 },
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: await projects(),
})
