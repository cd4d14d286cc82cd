import type { Socket } from 'node:net'
import { createConnection } from 'node:net'
import type { Notice, Sql as AnySql } from 'postgres'
import postgres from 'postgres'
import { isLost } from './codes.ts'

type Types = { int8: number }

export type Sql = AnySql<Types>

/** All numbers here lie far below 2^53. */
const int8 = { to: 20, from: [20], serialize: String, parse: Number }

/** Milliseconds that a host has to take a connection, and to say who it is. */
export const hostPatience = 2000

/** The hosts that an address names, each as `host` or `host:port`; one empty one where it names none. */
export const hostsOf = (url: string): readonly string[] => {
  const [, hosts = ''] = /^postgres(?:ql)?:\/\/(?:[^/?]*@)?([^/?]*)/.exec(url) ?? []
  return decodeURIComponent(hosts).split(',')
}

/** One connection, for one call at a time. */
export type Client = {
  readonly sql: Sql
  readonly isOpen: () => boolean
  /** As `work` settles, or at once when the connection ends: on a line that breaks the client may wait for ever. */
  readonly unlessOver: <T>(work: Promise<T>) => Promise<T>
  /** Hangs up, whatever is under way and whether or not the other end still answers. */
  readonly drop: () => void
}

type Place = { readonly host: readonly string[]; readonly port: readonly number[] }

export const gone = (): Error =>
  Object.assign(new Error('The connection is over.'), { code: 'CONNECTION_OVER' })

const unless = <T>(over: AbortSignal, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const end = (): void => reject(gone())
    if (over.aborted) end()
    over.addEventListener('abort', end, { once: true })
    work.then(resolve, reject).finally(() => over.removeEventListener('abort', end))
  })

const dial = ({ host, port }: Place, signal: AbortSignal): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const [name = 'localhost', at = 5432] = [host[0], port[0]]
    const socket = createConnection({ host: name, port: at, noDelay: true, signal })
    socket.on('error', reject)
    // The client checks the certificate against this name.
    socket.once('connect', () => resolve(Object.assign(socket, { host: name })))
  })

/**
 * Not for the address to change: what is acknowledged lies on a standby, a wait cut short is told, and a statement is
 * planned with its values each time. A plan for any value would need all slices of a table, one that is shut among them.
 */
const firm = {
  synchronous_commit: 'on',
  client_min_messages: 'warning',
  plan_cache_mode: 'force_custom_plan',
}

/** Milliseconds that a call waits for a table that is shut. */
export const lockPatience = 5000

const settings = {
  application_name: 'relay',
  statement_timeout: 10_000,
  lock_timeout: lockPatience,
  idle_in_transaction_session_timeout: 10_000,
  // Statements here take less time than their compiling would.
  jit: 'off',
  ...firm,
}

/** The client would take settings from the address in place of ours. */
const withoutFirm = (url: string): string => {
  const [base = '', query] = url.split('?', 2)
  if (query === undefined) return url
  const left = new URLSearchParams(query)
  for (const name of Object.keys(firm)) left.delete(name)
  return left.size === 0 ? base : `${base}?${left.toString()}`
}

/**
 * PostgreSQL says so, and goes on as if all were well, when somebody cancels a commit's wait for a standby:
 * it is done on the primary alone. Its words depend on the language, this does not.
 */
const isCutShort = ({ routine }: Notice): boolean => routine === 'SyncRepWaitForLSN'

const common = {
  max: 1,
  backoff: () => 0,
  connect_timeout: hostPatience / 1000,
  idle_timeout: 0,
  max_lifetime: null,
  target_session_attrs: 'primary' as const,
  fetch_types: false,
  types: { int8 },
  connection: settings,
}

/**
 * A connection to a host, which must be a primary; made at the first statement. Once closed it stays
 * closed: a client that connects anew in the middle of a transaction would go on outside of it. What
 * hangs is cut off by the server; a server out of reach cannot do that, see pool.ts.
 */
export const connectTo = (url: string, host: string): Client => {
  const hangUp = new AbortController()
  let state: 'new' | 'open' | 'over' = 'new'
  const drop = (): void => {
    state = 'over'
    hangUp.abort()
  }
  const socket = async (place: Place): Promise<Socket> => {
    if (state !== 'new') throw gone()
    state = 'open'
    const late = setTimeout(drop, hostPatience)
    const made = await dial(place, hangUp.signal).finally(() => clearTimeout(late))
    made.once('close', drop)
    return made
  }
  const onnotice = (notice: Notice): void => {
    if (isCutShort(notice)) drop()
  }
  const options = { ...common, ...(host === '' ? {} : { host }), socket, onnotice }
  return {
    sql: postgres(withoutFirm(url), options),
    isOpen: () => state !== 'over',
    unlessOver: (work) => unless(hangUp.signal, work),
    drop,
  }
}

/** All or nothing. The package's own way of doing this ends the process when a connection breaks in it. */
export const transact = async <T>(sql: Sql, work: (tx: Sql) => Promise<T>): Promise<T> => {
  try {
    await sql`BEGIN`
    const value = await work(sql)
    await sql`COMMIT`
    return value
  } catch (error) {
    // On a line that has just broken the client would wait for the answer for ever.
    if (!isLost(error)) await sql`ROLLBACK`.catch(() => {})
    throw error
  }
}
