import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, globSync } from 'node:fs'
import process from 'node:process'
import { afterAll } from 'vitest'
import { dropFolder, newFolder } from './given.ts'
import { freePort } from './running.ts'

// A PostgreSQL of our own on loopback, where Debian's package is installed.

const homes = globSync('/usr/lib/postgresql/*/bin').toSorted()
const home = homes.at(-1)

/** PostgreSQL refuses to run as root. */
const asRoot = process.getuid?.() === 0

const run = (name: string, ...given: readonly string[]): string => {
  const command = [`${home}/${name}`, ...given]
  const [first = '', ...rest] = asRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command
  return execFileSync(first, rest, { encoding: 'utf8', stdio: 'pipe', cwd: '/' })
}

export type Cluster = {
  /** Makes an empty database and gives its address. */
  readonly newDatabase: () => string
  readonly folder: string
}

const start = async (): Promise<Cluster> => {
  const folder = newFolder()
  if (asRoot) execFileSync('chown', ['postgres', folder])
  chmodSync(folder, 0o700)
  const port = await freePort()
  const data = `${folder}/pg`
  run('initdb', '-D', data, '-A', 'trust', '-U', 'relay', '--no-sync', '-E', 'UTF8', '--locale=C')
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`
  run('pg_ctl', '-D', data, '-w', '-l', `${folder}/log`, '-o', options, 'start')
  afterAll(() => {
    run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
    dropFolder(folder)
  }, 60_000)
  const newDatabase = (): string => {
    const name = `d${randomBytes(6).toString('hex')}`
    run('createdb', '-h', '127.0.0.1', '-p', `${port}`, '-U', 'relay', name)
    return `postgres://relay@127.0.0.1:${port}/${name}`
  }
  return { newDatabase, folder }
}

/** null, with a word about it, where there is no PostgreSQL. */
export const startCluster = async (): Promise<Cluster | null> => {
  if (home !== undefined && existsSync(`${home}/initdb`)) return start()
  console.log('skipped: the store on PostgreSQL (it is not installed here)')
  return null
}
