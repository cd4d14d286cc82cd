import process from 'node:process'
import { readConfig } from './config.ts'
import { createLog } from './log.ts'
import { startRelay } from './serve.ts'

// What a host runs: everything comes from the environment, and one line an hour goes out.

const now = (): number => Math.floor(Date.now() / 1000)
const log = createLog((line) => process.stdout.write(line), now)
const running = await startRelay(readConfig(process.env), { now, log })

const stop = (): void => {
  void running.stop()
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
