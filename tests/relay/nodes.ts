import { execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { appendFileSync, chmodSync, existsSync, globSync, readFileSync, rmSync } from 'node:fs'
import process from 'node:process'
import { freePort } from '../ports.ts'

// One PostgreSQL of many, on loopback, where Debian's package is installed.

const homes = globSync('/usr/lib/postgresql/*/bin').toSorted()
const home = homes.at(-1)

export const isInstalled = home !== undefined && existsSync(`${home}/initdb`)

/** PostgreSQL refuses to run as root. */
const asRoot = process.getuid?.() === 0

export const run = (name: string, ...given: readonly string[]): string => {
  const command = [`${home}/${name}`, ...given]
  const [first = '', ...rest] = asRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command
  return execFileSync(first, rest, { encoding: 'utf8', stdio: 'pipe', cwd: '/' })
}

/** A folder in which the server may write. */
export const handOver = (folder: string): void => {
  if (asRoot) execFileSync('chown', ['postgres', folder])
  chmodSync(folder, 0o700)
}

export type Node = {
  readonly name: string
  readonly port: number
  readonly data: string
  readonly log: string
}

/** Below those that connections get: a server that is dead for a moment must find its own port again. */
const lowPort = async (): Promise<number> => {
  for (;;) {
    try {
      return await freePort(randomInt(20_000, 32_000))
    } catch {
      // Somebody has it.
    }
  }
}

export const nodeIn = async (folder: string, name: string): Promise<Node> => ({
  name,
  port: await lowPort(),
  data: `${folder}/${name}`,
  log: `${folder}/${name}.log`,
})

/** What a statement gives, a row a line. */
export const ask = ({ port }: Node, statement: string, database = 'postgres'): string =>
  run('psql', '-h', '127.0.0.1', '-p', `${port}`, '-U', 'relay', '-d', database, '-Atqc', statement)

export const asked = (node: Node, statement: string): string => ask(node, statement).trim()

export const start = (node: Node): void => {
  // No socket beside its data: a copy of the folder would bring along the lock of a dead server.
  const options = `-p ${node.port} -c unix_socket_directories= -c listen_addresses=127.0.0.1`
  try {
    run('pg_ctl', '-D', node.data, '-w', '-l', node.log, '-o', options, 'start')
  } catch (error) {
    throw new Error(readFileSync(node.log, 'utf8').slice(-2000), { cause: error })
  }
}

export const set = (node: Node, ...lines: readonly string[]): void =>
  appendFileSync(`${node.data}/postgresql.auto.conf`, `${lines.join('\n')}\n`)

/** A new server with nothing in it, which waits for one of `standbys` at each commit. */
export const makeFirst = (node: Node, standbys: readonly string[]): void => {
  const how = ['-A', 'trust', '-U', 'relay', '-E', 'UTF8', '--locale=C', '--wal-segsize=4']
  run('initdb', '-D', node.data, '--no-sync', ...how)
  const names = `ANY 1 (${standbys.join(', ')})`
  set(node, `synchronous_standby_names = '${names}'`)
  set(node, 'wal_recycle = off', 'wal_keep_size = 0', 'max_wal_senders = 10')
  set(node, 'min_wal_size = 16MB', 'max_wal_size = 64MB', 'wal_receiver_timeout = 5s')
  set(node, 'wal_retrieve_retry_interval = 500ms')
  start(node)
}

/** Points a standby at the primary. */
export const follow = (node: Node, primary: Node): void =>
  set(
    node,
    `primary_conninfo = 'host=127.0.0.1 port=${primary.port} user=relay application_name=${node.name}'`,
  )

export const reload = (node: Node): void => void run('pg_ctl', '-D', node.data, 'reload')

/** What `primary` holds, once more where the log was begun anew just then. */
const copy = (node: Node, primary: Node, more = 3): void => {
  rmSync(node.data, { recursive: true, force: true })
  const from = ['-h', '127.0.0.1', '-p', `${primary.port}`, '-U', 'relay']
  try {
    run('pg_basebackup', '-D', node.data, ...from, '-c', 'fast', '-X', 'stream', '--no-sync')
  } catch (error) {
    if (more === 0) throw error
    copy(node, primary, more - 1)
  }
}

/** Makes it a standby of `primary`, from nothing. */
export const join = (node: Node, primary: Node): void => {
  copy(node, primary)
  follow(node, primary)
  appendFileSync(`${node.data}/standby.signal`, '')
  if (asRoot) execFileSync('chown', ['postgres', `${node.data}/standby.signal`])
  start(node)
}

const processesOf = ({ data }: Node): readonly number[] => {
  const first = Number(readFileSync(`${data}/postmaster.pid`, 'utf8').split('\n', 1)[0])
  const children = readFileSync(`/proc/${first}/task/${first}/children`, 'utf8').trim()
  return [first, ...children.split(' ').filter(Boolean).map(Number)]
}

/** To the server and all its processes at once; to nobody where it is gone. */
export const signal = (node: Node, what: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void => {
  for (const pid of processesOf(node)) {
    try {
      process.kill(pid, what)
    } catch {
      // One that has just ended by itself.
    }
  }
}

export const stop = (node: Node): void => {
  if (!existsSync(`${node.data}/postmaster.pid`)) return
  try {
    signal(node, 'SIGCONT')
    run('pg_ctl', '-D', node.data, '-m', 'immediate', 'stop')
  } catch {
    // It was killed before.
  }
}

/** A position in the log, as a number. */
export const position = (lsn: string): bigint => {
  const [high = '0', low = '0'] = lsn.split('/')
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low || '0'}`)
}
