import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { limits } from '../share/contract.ts'
import type { Config } from './config.ts'
import type { Finding } from './finding.ts'
import { find } from './finding.ts'
import { freeIn } from './full.ts'
import { checkOrigin } from './check-origin.ts'
import { checkKept } from './timekeeping.ts'

// What a host can get wrong without noticing, as sentences.

const checkFolder = ({ data }: Config): readonly Finding[] => {
  const folder = statSync(data, { throwIfNoEntry: false })
  if (!folder) return [find(true, `The data folder will be made: ${data}`, '')]
  const open = (folder.mode & 0o077) !== 0
  const user = process.getuid?.()
  const owned = folder.uid === user
  const closed = find(
    !open,
    'The data folder is closed to others.',
    `Others can look into it: chmod 700 ${data}`,
  )
  // Root looks, and another runs it: whose the folder should be is then not known here.
  if (user === 0 && !owned) return [closed]
  const text = 'The data folder belongs to another user than this.'
  return [closed, find(owned, 'The data folder is its own.', text)]
}

const checkSpace = ({ data, spare, mostBytes }: Config): Finding => {
  const folder = statSync(data, { throwIfNoEntry: false }) ? data : '.'
  const free = freeIn(folder)
  const megabytes = Math.round(free / 1e6)
  return find(
    free > spare + Math.min(mostBytes, 1e9) / 10,
    `The disk has ${megabytes} MB left.`,
    `The disk has only ${megabytes} MB left; new shares are refused below SAMLAD_SPARE.`,
  )
}

/** Milliseconds since 1970 of the newest file, which a right clock has passed. */
const newestIn = (folder: string): number => {
  const names = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : []
  return Math.max(0, ...names.map((name) => statSync(join(folder, name)).mtimeMs))
}

const checkClock = ({ data }: Config, now: number): Finding =>
  find(
    now > 1_790_000_000 && now * 1000 + 60_000 > newestIn(data),
    `The clock says ${new Date(now * 1000).toISOString()}.`,
    'The clock is behind: shares would end late. Set it, and keep it set (NTP).',
  )

const checkSettings = ({ recipientOrigin, tls, proxied, host }: Config): readonly Finding[] => {
  const { protocol, hostname } = new URL(recipientOrigin)
  const isLocal = hostname === 'localhost'
  if (isLocal) return [find(false, '', 'Links lead to localhost: set SAMLAD_RECIPIENT_ORIGIN.')]
  return [
    find(true, `Links lead to ${recipientOrigin}.`, ''),
    find(
      protocol === 'https:',
      'Links use HTTPS.',
      'Links use plain HTTP: whoever sees the line sees the page, and browsers keep its crypto from it.',
    ),
    find(tls, 'Browsers are told to insist on TLS.', 'Set SAMLAD_TLS=1 behind TLS.'),
    find(
      proxied || !/^(127\.|::1$)/.test(host),
      'Callers are told apart.',
      'Behind a proxy all callers count as one: set SAMLAD_PROXIED=1.',
    ),
  ]
}

/** One share of the greatest size has to fit in, alone. */
const leastInFlight = 4 + limits.head + limits.body

const checkRoom = ({ inFlight }: Config): Finding =>
  find(
    inFlight >= leastInFlight,
    'The largest share can come in.',
    `No large share can come in: SAMLAD_IN_FLIGHT must be ${leastInFlight} or more.`,
  )

/** Where everything is kept; the client for PostgreSQL is loaded only where it is used. */
const checkStore = async (config: Config, now: number): Promise<readonly Finding[]> => {
  if (config.database === '')
    return [
      ...checkFolder(config),
      checkSpace(config),
      checkClock(config, now),
      ...(await checkKept()),
    ]
  const { checkDatabase } = await import('./postgres/check.ts')
  return checkDatabase(config, now)
}

/** `appOrigin` is where phones reach the app, if it is to be asked, too. */
export const checkHost = async (
  config: Config,
  now: number,
  appOrigin?: string,
): Promise<readonly Finding[]> => [
  ...checkSettings(config),
  checkRoom(config),
  ...(await checkStore(config, now)),
  ...(await checkOrigin(config, 'recipient', config.recipientOrigin)),
  ...(appOrigin === undefined ? [] : await checkOrigin(config, 'app', appOrigin)),
]
