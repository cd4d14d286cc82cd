#!/usr/bin/env node
import process from 'node:process'
import { backUp } from './sqlite/backup.ts'
import { checkHost } from './check.ts'
import { isOrigin, readConfig } from './config.ts'
import { explain } from './explain.ts'
import { createLog } from './log.ts'
import { startRelay } from './serve.ts'

// What a host runs: everything comes from the environment, and one line an hour goes out.

const now = (): number => Math.floor(Date.now() / 1000)

const serve = async (): Promise<void> => {
  const log = createLog((line) => process.stdout.write(line), now)
  const running = await startRelay(readConfig(process.env), { now, log })
  const stop = (): void => {
    void running.stop()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

const check = async (appOrigin?: string): Promise<void> => {
  // As a browser spells it: in small letters, and without the port that goes without saying.
  const asked = URL.parse(appOrigin ?? '')?.origin
  if (appOrigin !== undefined && (asked === undefined || !isOrigin(asked)))
    throw new Error(
      'Behind --check stands where phones reach the app, such as https://example.org.',
    )
  const findings = await checkHost(readConfig(process.env), now(), asked)
  for (const { ok, text } of findings) process.stdout.write(`${ok ? 'fine ' : 'WRONG'} ${text}\n`)
  process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1
}

const keepReceipts = (file: string): void => {
  const { data, database } = readConfig(process.env)
  if (database !== '')
    throw new Error(
      'With a DATABASE_URL receipts are copied by psql: docs/HOSTING.md has the command.',
    )
  process.stdout.write(`${backUp(data, file)} receipts\n`)
}

const usage = `Alone it serves. With
  --check [APP ORIGIN]   it tells what is wrong with the set-up, while the relay runs;
  backup FILE            it copies the receipts, and nothing that could open a share.
The settings are environment variables; docs/HOSTING.md has them all.
`

const go = async ([wish, more]: readonly string[]): Promise<void> => {
  if (wish === undefined) return serve()
  if (wish === '--check') return check(more)
  if (wish === 'backup' && more) return keepReceipts(more)
  if (wish === '--help') return void process.stdout.write(usage)
  process.stderr.write(usage)
  process.exitCode = 2
}

// Who read the log may have gone; the relay goes on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

try {
  await go(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}
