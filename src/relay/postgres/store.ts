import type { Created, NewShare, Opened, Store } from '../store.ts'
import { newKey, unwrap, wrap } from '../wrap.ts'
import type { Sql } from './connect.ts'
import { connect } from './connect.ts'
import { dayOf, makeDay, migrate } from './schema.ts'
import type { Taken, Wish } from './share.ts'
import { dropReplies, keepReply, listReplies } from './inbox.ts'
import { fulfil, insert, takeOpen } from './share.ts'
import { sweepAsLeader } from './sweep.ts'

export type PostgresOptions = {
  readonly url: string
  /** Creates are refused once the database holds this many bytes; everything else goes on. */
  readonly mostBytes: number
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : null

const noPartition = '23514'
const diskFull = '53100'

const openedOf = ({ row, wrapped }: Taken): Opened | null => {
  if (row.wrapKey === null || row.serverShare === null) return null
  const body = unwrap(row.wrapKey, row.locator, wrapped)
  return { serverShare: row.serverShare, until: row.until, counter: row.counter, body }
}

const create = async (sql: Sql, share: NewShare): Promise<Created> => {
  const wrapKey = newKey()
  const wrapped = Buffer.concat(wrap(wrapKey, share.locator, share.body))
  const put = async (): Promise<Created> =>
    (await insert(sql, share, wrapKey, wrapped)) ? { ok: true } : { ok: false, why: 'taken' }
  try {
    return await put()
  } catch (error) {
    if (codeOf(error) === diskFull) return { ok: false, why: 'full' }
    if (codeOf(error) !== noPartition) throw error
    await makeDay(sql, dayOf(share.until))
    return put()
  }
}

const sizeOf = async (sql: Sql): Promise<number> => {
  const [row] = await sql<{ bytes: number }[]>`SELECT pg_database_size(current_database()) AS bytes`
  return row?.bytes ?? 0
}

/** Asking for the size takes a while; it is asked anew when a tenth of the rest may be used up. */
const createRoom = (sql: Sql, mostBytes: number) => {
  let left = 0
  let trusted = 0
  return async (bytes: number): Promise<boolean> => {
    if (trusted < bytes) {
      left = mostBytes - (await sizeOf(sql))
      trusted = left / 10
    }
    trusted -= bytes
    left -= bytes
    return left >= 0
  }
}

/** Work that begins only once the tables are laid out; tries that again when it has failed. */
const createDoor = (sql: Sql) => {
  let laid: Promise<unknown> | null = null
  return async <T>(work: () => Promise<T>): Promise<T> => {
    laid ??= migrate(sql).catch((error: unknown) => {
      laid = null
      throw error
    })
    await laid
    return work()
  }
}

/** The driver for many machines. Connects at the first call; every call throws while it cannot. */
export const createPostgresStore = ({ url, mostBytes }: PostgresOptions): Store => {
  const sql = connect(url)
  const hasRoom = createRoom(sql, mostBytes)
  const behind = createDoor(sql)

  const wish =
    (what: Wish): Store['look'] =>
    (ask, now) =>
      behind(() => sql.begin((tx) => fulfil(tx, what, ask, now)))

  return {
    create: (share) =>
      behind(async () =>
        (await hasRoom(share.body.length)) ? create(sql, share) : { ok: false, why: 'full' },
      ),
    open: async (ask, now) => {
      const taken = await behind(() => sql.begin((tx) => takeOpen(tx, ask, now)))
      return taken && openedOf(taken)
    },
    look: wish('look'),
    stop: wish('stop'),
    resume: wish('resume'),
    reply: (reply, now) => behind(() => sql.begin((tx) => keepReply(tx, reply, now))),
    replies: (ask) => behind(() => sql.begin((tx) => listReplies(tx, ask))),
    taken: (ask, ids, now) => behind(() => sql.begin((tx) => dropReplies(tx, ask, ids, now))),
    sweep: (now) => behind(() => sweepAsLeader(sql, now)),
    ready: () =>
      behind(async () => (await sql`UPDATE probe SET count = count + 1 WHERE id = 1`).count === 1),
    close: () => sql.end({ timeout: 5 }),
  }
}
