import type { BrowserContext, Page, PlaywrightWorkerArgs } from '@playwright/test'
import { lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '../journeys/server.ts'

/** One file as it lies on the disk; its path begins in the profile's folder. */
export type ProfileFile = { readonly path: string; readonly bytes: Buffer }

/** A browser's folder: all that it writes about whoever uses it. */
export type Profile = {
  /** Starts the browser on it, as on any other day; `switches` are Chromium's. */
  readonly open: (switches?: readonly string[]) => Promise<BrowserContext>
  /** Gets ready to end the browser, so that no time passes between the wish and the end. */
  readonly aim: (context: BrowserContext) => Promise<() => Promise<void>>
  /** Ends the browser at once, as an empty battery would. */
  readonly kill: (context: BrowserContext) => Promise<void>
  readonly files: () => readonly ProfileFile[]
  /** When each file was last written, in ms since 1970. */
  readonly times: () => ReadonlyMap<string, number>
}

// Playwright switches off what these tests are about: the pages that Back brings out of memory.
const ignoreDefaultArgs = ['--disable-back-forward-cache']

/** null for what is no file, or has gone since it was listed: a browser that runs writes into files that it renames. */
const bytesOf = (path: string): Buffer | null => {
  try {
    return lstatSync(path).isFile() ? readFileSync(path) : null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

const filesIn = (folder: string): readonly ProfileFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .flatMap((path) => {
      const bytes = bytesOf(join(folder, path))
      return bytes ? [{ path, bytes }] : []
    })

const timesIn = (folder: string): ReadonlyMap<string, number> =>
  new Map(
    filesIn(folder).flatMap(({ path }) => {
      const now = lstatSync(join(folder, path), { throwIfNoEntry: false })
      return now ? [[path, now.mtimeMs]] : []
    }),
  )

/** Firefox links its process from its folder. */
const firefoxIn = (folder: string): number =>
  Number(/\+(\d+)$/.exec(readlinkSync(join(folder, 'lock')))?.[1])

const chromiumIn = async (context: BrowserContext): Promise<number> => {
  const devtools = await context.browser()?.newBrowserCDPSession()
  const processes = (await devtools?.send('SystemInfo.getProcessInfo'))?.processInfo ?? []
  const main = processes.find(({ type }) => type === 'browser')
  if (main === undefined) throw new Error('the browser does not tell its process')
  return main.id
}

const ending = (context: BrowserContext, main: number) => async (): Promise<void> => {
  const closed = context.waitForEvent('close')
  process.kill(main, 'SIGKILL')
  await closed
}

type Started = PlaywrightWorkerArgs['playwright']

// The program file and what it is started with come from the configuration.
const inChromium = (folder: string, { chromium }: Started): Profile => ({
  open: (args) =>
    chromium.launchPersistentContext(folder, {
      ignoreDefaultArgs,
      locale: 'sv-SE',
      ...(args ? { args: [...args] } : {}),
    }),
  aim: async (context) => ending(context, await chromiumIn(context)),
  kill: async (context) => ending(context, await chromiumIn(context))(),
  files: () => filesIn(folder),
  times: () => timesIn(folder),
})

const inFirefox = (folder: string, { firefox }: Started): Profile => ({
  open: () => firefox.launchPersistentContext(folder, { locale: 'sv-SE' }),
  aim: async (context) => ending(context, firefoxIn(folder)),
  kill: (context) => ending(context, firefoxIn(folder))(),
  files: () => filesIn(folder),
  times: () => timesIn(folder),
})

export const firstPage = (context: BrowserContext): Page => {
  const [page] = context.pages()
  if (page === undefined) throw new Error('the browser opened without a page')
  return page
}

/** The browser writes what is on its pages to its own files when this time, in ms, is over. */
export const browserPause = 4_000

/** For this time, in ms, after an exit the calculator takes no touch: it was meant for what was there. */
export const fingerPause = 700

/** `newProfile` gives a browser's folder that is as empty as on the first day. */
export const test = base.extend<{ newProfile: () => Profile }>({
  newProfile: async ({ playwright, browserName }, use) => {
    const folders: string[] = []
    await use(() => {
      const folder = mkdtempSync(join(tmpdir(), 'samlad-profile-'))
      folders.push(folder)
      return browserName === 'firefox'
        ? inFirefox(folder, playwright)
        : inChromium(folder, playwright)
    })
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})
