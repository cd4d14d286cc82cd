import process from 'node:process'
import { backUp } from './backup.ts'
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

const [wish, file] = process.argv.slice(2)
if (wish === undefined) await serve()
else if (wish === 'backup' && file) {
  process.stdout.write(`${backUp(readConfig(process.env).data, file)} receipts\n`)
} else {
  process.stderr.write('Use it alone to serve, or with "backup FILE" to keep the receipts.\n')
  process.exitCode = 2
}
