import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { unpack } from './unpack.ts'

// Finds a Chromium for the journeys on any machine, or brings one: the tests must pass on a bare
// system, as root or not, with nothing but npm.

const root = join(import.meta.dirname, '..')
const cache = join(root, '.cache')
const npmPackage = join(root, 'node_modules/@sparticuz/chromium')

type Place = 'CHROME_PATH' | 'system' | 'playwright' | 'npm' | 'apt'

/** `env` is what the browser needs beyond the environment of whoever starts it. */
export type Browser = {
  readonly from: Place
  readonly executablePath: string
  readonly env: Readonly<Record<string, string>>
}

type Finder = () => Promise<string | null> | string | null

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const systemFiles = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const onPath = (): string | null => {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const files = folders.flatMap((folder) => systemNames.map((name) => join(folder, name)))
  return [...files, ...systemFiles].find((file) => existsSync(file)) ?? null
}

const playwrights = async (): Promise<string | null> => {
  const { chromium } = await import('@playwright/test')
  const file = chromium.executablePath()
  return existsSync(file) ? file : null
}

const versionOf = (folder: string): string => {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  return version
}

const npmFolder = (): string => join(cache, `chromium-${versionOf(npmPackage)}`)

const fromNpm = async (): Promise<string | null> => {
  const fits = process.platform === 'linux' && process.arch === 'x64' && existsSync(npmPackage)
  if (!fits) return null
  mkdirSync(cache, { recursive: true })
  await unpack(join(npmPackage, 'bin'), npmFolder())
  return join(npmFolder(), 'chromium')
}

const fromApt = (): string | null => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  const apt = (...words: string[]) => spawnSync('apt-get', words, { stdio: 'inherit' })
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium')
  return onPath()
}

const places: readonly (readonly [Place, Finder])[] = [
  ['CHROME_PATH', () => process.env['CHROME_PATH'] ?? null],
  ['system', onPath],
  ['playwright', playwrights],
  ['npm', fromNpm],
  ['apt', fromApt],
]

const fontFolders = (): readonly string[] =>
  [join(root, 'node_modules/dejavu-fonts-ttf/ttf'), existsSync(npmPackage) ? npmFolder() : '']
    .filter((folder) => existsSync(folder))
    .map((folder) => `<dir>${folder}</dir>`)

/** The same fonts on every machine: without them the browser from npm draws no text at all, and
 * pictures taken on two machines would differ. */
const fontsFile = (): string => {
  const folder = join(cache, 'fonts')
  mkdirSync(folder, { recursive: true })
  const prefer = ['Open Sans', 'DejaVu Sans'].map((name) => `<family>${name}</family>`).join('')
  const alias = `<alias><family>sans-serif</family><prefer>${prefer}</prefer></alias>`
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${fontFolders().join('')}<cachedir>${folder}</cachedir>${alias}</fontconfig>\n`
  const file = join(folder, 'fonts.conf')
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
  return file
}

const environment = (from: Place): Browser['env'] => ({
  ...(from === 'npm' ? { LD_LIBRARY_PATH: join(npmFolder(), 'lib') } : {}),
  ...(process.platform === 'linux' ? { FONTCONFIG_FILE: fontsFile() } : {}),
})

/** The first place that has a Chromium; SAMLAD_BROWSER names the only place to look. */
export const findChromium = async (): Promise<Browser> => {
  const wanted = process.env['SAMLAD_BROWSER']
  for (const [from, find] of places) {
    if (wanted !== undefined && wanted !== from) continue
    const executablePath = await find()
    if (executablePath !== null) return { from, executablePath, env: environment(from) }
  }
  throw new Error(
    `No Chromium for the journeys (looked in: ${wanted ?? places.map(([from]) => from).join(', ')}). ` +
      'Install chromium or Google Chrome, or set CHROME_PATH to its program file.',
  )
}

/** Firefox is extra: where it is missing, its journeys are skipped. */
export const findFirefox = (): string | null =>
  ['/usr/bin/firefox-esr'].find((file) => existsSync(file)) ?? null
