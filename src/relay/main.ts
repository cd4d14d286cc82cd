import process from 'node:process'
import { backUp } from './backup.ts'
import { checkHost } from './check.ts'
import { readConfig } from './config.ts'
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
  const findings = await checkHost(readConfig(process.env), now(), appOrigin)
  for (const { ok, text } of findings) process.stdout.write(`${ok ? 'fine ' : 'WRONG'} ${text}\n`)
  process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1
}

const keepReceipts = (file: string): void => {
  const { data, database } = readConfig(process.env)
  if (database !== '') throw new Error('Receipts are copied from the data folder alone.')
  process.stdout.write(`${backUp(data, file)} receipts\n`)
}

const usage = `Alone it serves. With
  --check [APP ORIGIN]   it tells what is wrong with the set-up, while the relay runs;
  backup FILE            it copies the receipts, and nothing that could open a share.
`

const [wish, more] = process.argv.slice(2)
if (wish === undefined) await serve()
else if (wish === '--check') await check(more)
else if (wish === 'backup' && more) keepReceipts(more)
else {
  process.stderr.write(usage)
  process.exitCode = 2
}
