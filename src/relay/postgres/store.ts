import type { Created, NewPiece, NewShare, Opened, Replacement, Store } from '../store.ts'
import { newKey, unwrap, wrap } from '../wrap.ts'
import { pieceOf, stagedUntil } from '../verdict-files.ts'
import type { Sql, Tx } from './connect.ts'
import { connect } from './connect.ts'
import { dayOf, makeDay, migrate } from './schema.ts'
import { listFiles, putPiece, takePiece } from './files.ts'
import { areThere, claim } from './pieces.ts'
import { dropReplies, keepReply, listReplies } from './inbox.ts'
import { takeOpen, takeOwn, takeShown, type Taken } from './open.ts'
import { replaceIn } from './replace.ts'
import { fulfil, insert, type Wish } from './share.ts'
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

/** Runs `put`; once more when the partition of the day `until` had to be made first. */
const putting = async <T>(sql: Sql, until: number, put: () => Promise<T>, full: T): Promise<T> => {
  try {
    return await put()
  } catch (error) {
    if (codeOf(error) === diskFull) return full
    if (codeOf(error) !== noPartition) throw error
    await makeDay(sql, dayOf(until))
    return put()
  }
}

const full: Created = { ok: false, why: 'full' }

const create = (sql: Sql, share: NewShare): Promise<Created> => {
  const wrapKey = newKey()
  const wrapped = Buffer.concat(wrap(wrapKey, share.locator, share.body))
  const insertOn = async (on: Sql | Tx): Promise<Created> =>
    (await insert(on, share, wrapKey, wrapped)) ? { ok: true } : { ok: false, why: 'taken' }
  if (share.files.length === 0) return putting(sql, share.until, () => insertOn(sql), full)
  const whole = (): Promise<Created> =>
    sql.begin(async (tx): Promise<Created> => {
      if (!(await areThere(tx, share))) return { ok: false, why: 'missing' }
      const done = await insertOn(tx)
      if (done.ok) await claim(tx, share)
      return done
    })
  return putting(sql, share.until, whole, full)
}

const replace = (sql: Sql, share: Replacement, now: number): Promise<Created | null> => {
  const work = (): Promise<Created | null> => sql.begin((tx) => replaceIn(tx, share, now))
  return putting(sql, share.until, work, full)
}

type Put = Awaited<ReturnType<Store['put']>>

const put = (sql: Sql, piece: NewPiece, now: number): Promise<Put> => {
  const work = (): Promise<Put> => sql.begin((tx) => putPiece(tx, piece, now))
  return putting(sql, stagedUntil(now), work, 'full')
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

type Behind = <T>(work: () => Promise<T>) => Promise<T>

const inboxOf = (sql: Sql, behind: Behind): Pick<Store, 'reply' | 'replies' | 'taken'> => ({
  reply: (reply, now) => behind(() => sql.begin((tx) => keepReply(tx, reply, now))),
  replies: (ask) => behind(() => sql.begin((tx) => listReplies(tx, ask))),
  taken: (ask, ids, now) => behind(() => sql.begin((tx) => dropReplies(tx, ask, ids, now))),
})

type Room = (bytes: number) => Promise<boolean>

/** Files beside a share. */
const filesOf = (
  sql: Sql,
  behind: Behind,
  hasRoom: Room,
): Pick<Store, 'put' | 'there' | 'piece'> => ({
  put: (piece, now) =>
    behind(async () => ((await hasRoom(piece.sealed.length)) ? put(sql, piece, now) : 'full')),
  there: (ask) => behind(() => sql.begin((tx) => listFiles(tx, ask))),
  piece: async (ask, now) => {
    const taken = await behind(() => sql.begin((tx) => takePiece(tx, ask, now)))
    return taken && unwrap(taken.wrapKey, pieceOf(ask), taken.wrapped)
  },
})

/** What gives a body out, unwrapped only once the transaction is over. */
const openingOf = (sql: Sql, behind: Behind): Pick<Store, 'open' | 'own' | 'shown'> => ({
  open: async (ask, now) => {
    const taken = await behind(() => sql.begin((tx) => takeOpen(tx, ask, now)))
    return taken && openedOf(taken)
  },
  own: async (ask, now) => {
    const taken = await behind(() => sql.begin((tx) => takeOwn(tx, ask, now)))
    return taken && openedOf(taken)
  },
  shown: (ask, now) => behind(() => sql.begin((tx) => takeShown(tx, ask, now))),
})

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
    ...openingOf(sql, behind),
    ...inboxOf(sql, behind),
    ...filesOf(sql, behind, hasRoom),
    replace: (share, now) =>
      behind(async () =>
        (await hasRoom(share.body.length)) ? replace(sql, share, now) : { ok: false, why: 'full' },
      ),
    look: wish('look'),
    stop: wish('stop'),
    pause: wish('pause'),
    resume: wish('resume'),
    sweep: (now) => behind(() => sweepAsLeader(sql, now)),
    ready: () =>
      behind(async () => (await sql`UPDATE probe SET count = count + 1 WHERE id = 1`).count === 1),
    close: () => sql.end({ timeout: 5 }),
  }
}
