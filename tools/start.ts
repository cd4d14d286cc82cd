import { resolve } from 'node:path'
import process from 'node:process'
import { readConfig, type Config } from '../src/relay/config.ts'
import { explain } from '../src/relay/explain.ts'
import { createLog } from '../src/relay/log.ts'
import { startRelay, type Running } from '../src/relay/serve.ts'
import { settings } from '../src/relay/settings.ts'
import { root, show } from './run.ts'
import { isStale } from './stale.ts'

// `npm start`: builds what is missing or old, then serves both origins until Ctrl+C.

/** Pages that somebody put elsewhere are theirs to build. */
const needsBuild = (config: Config): boolean =>
  config.pages === settings.pages.standard && isStale(root)

const seconds = (): number => Math.floor(Date.now() / 1000)

/** Hour by hour figures are for a host's journal, not for somebody who tries the app. */
const quiet = createLog(() => {}, seconds)

const build = async (): Promise<void> => {
  const built =
    (await show('node tools/check-node.mjs vite')) && (await show('node tools/build.ts'))
  if (!built) throw new Error('The build failed.')
}

const serve = async (): Promise<readonly [Config, Running]> => {
  const config = readConfig(process.env)
  if (needsBuild(config)) await build()
  return [config, await startRelay(config, { now: seconds, log: quiet })]
}

const stopOnce = (running: Running): void => {
  const stop = (): void => {
    void running.stop()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

try {
  const [config, running] = await serve()
  stopOnce(running)
  console.log(`The app:        http://localhost:${running.ports.app}`)
  console.log(`The recipient:  http://localhost:${running.ports.recipient}`)
  console.log(`Data folder:    ${resolve(config.data)}`)
  console.log('Ctrl+C stops it.')
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
