import type { Created, NewPiece, NewShare, Opened, Replacement, Store } from '../store.ts'
import { newKey, unwrap, wrap } from '../wrap.ts'
import { pieceOf, stagedUntil } from '../verdict-files.ts'
import { isLarge } from '../verdict-inbox.ts'
import { isDiskFull, isNoPartition } from './codes.ts'
import type { Sql } from './connect.ts'
import { transact } from './connect.ts'
import { dayOf, isLaid, makeDay, migrate, tellOfDays } from './schema.ts'
import { listFiles, putPiece, takePiece } from './files.ts'
import { areThere, claim } from './pieces.ts'
import { dropReplies, keepReply, listReplies } from './inbox.ts'
import { createPool, type Limits, type Pool, within as inTime } from './pool.ts'
import { takeOpen, takeOwn, takeShown, type Taken } from './open.ts'
import { replaceIn } from './replace.ts'
import { createSpace, createStagedSpace, sizeOf, type Space } from './space.ts'
import { fulfil, insert, type Wish } from './share.ts'
import { scrubAsLeader } from './scrub.ts'
import { sweepAsLeader } from './sweep.ts'
import { hour } from '../seconds.ts'

export type PostgresOptions = {
  readonly url: string
  /** Creates are refused once the database holds this many bytes; everything else goes on. */
  readonly mostBytes: number
  /** Hours between two rewrites of what holds erased keys; 0 for none. */
  readonly scrub?: number
} & Partial<Limits>

const openedOf = ({ row, wrapped }: Taken): Opened | null => {
  if (row.wrapKey === null || row.serverShare === null) return null
  const body = unwrap(row.wrapKey, row.locator, wrapped)
  return { serverShare: row.serverShare, until: row.until, counter: row.counter, body }
}

const tries = 3

/**
 * Runs `put`; again when the partition of the day `until` had to be made first, which a sweep may drop once more, or which
 * is there and this connection has not heard of.
 */
const putting = async <T>(
  sql: Sql,
  until: number,
  put: () => Promise<T>,
  full: T,
  more = tries,
): Promise<T> => {
  try {
    return await put()
  } catch (error) {
    if (isDiskFull(error)) return full
    if (!isNoPartition(error) || more === 0) throw error
    await makeDay(sql, dayOf(until))
    if (more < tries) await tellOfDays(sql)
    return putting(sql, until, put, full, more - 1)
  }
}

const full: Created = { ok: false, why: 'full' }

const create = (sql: Sql, share: NewShare): Promise<Created> => {
  const wrapKey = newKey()
  const wrapped = Buffer.concat(wrap(wrapKey, share.locator, share.body))
  const insertOn = async (on: Sql): Promise<Created> =>
    (await insert(on, share, wrapKey, wrapped)) ? { ok: true } : { ok: false, why: 'taken' }
  if (share.files.length === 0) return putting(sql, share.until, () => insertOn(sql), full)
  const whole = (): Promise<Created> =>
    transact(sql, async (tx): Promise<Created> => {
      if (!(await areThere(tx, share))) return { ok: false, why: 'missing' }
      const done = await insertOn(tx)
      if (done.ok) await claim(tx, share)
      return done
    })
  return putting(sql, share.until, whole, full)
}

const replace = (sql: Sql, share: Replacement, now: number): Promise<Created | null> => {
  const work = (): Promise<Created | null> => transact(sql, (tx) => replaceIn(tx, share, now))
  return putting(sql, share.until, work, full)
}

type Put = Awaited<ReturnType<Store['put']>>

const put = (sql: Sql, piece: NewPiece, now: number): Promise<Put> => {
  const work = (): Promise<Put> => transact(sql, (tx) => putPiece(tx, piece, now))
  return putting(sql, stagedUntil(now), work, 'full')
}

const clockOf = async (sql: Sql): Promise<number | null> => {
  const [row] = await sql<{ now: number }[]>`
    SELECT extract(epoch FROM clock_timestamp())::bigint AS now`
  return row?.now ?? null
}

/**
 * Work that begins only once the tables are laid out, by a connection that may take its time; waits for that no longer
 * than `patience` seconds, and tries it again when it has failed.
 */
const createDoor = (pool: Pool, slow: Pool, patience: number) => {
  let laid: Promise<unknown> | null = null
  const layOut = async (): Promise<void> => {
    if (!(await pool.run(isLaid))) await slow.run((sql) => migrate(sql))
  }
  return async <T>(work: (sql: Sql) => Promise<T>, through = pool): Promise<T> => {
    laid ??= layOut().catch((error: unknown) => {
      laid = null
      throw error
    })
    await inTime(laid, patience * 1000, pool.heard)
    return through.run(work)
  }
}

type Behind = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>
type Within = <T>(work: (tx: Sql) => Promise<T>) => Promise<T>

const inboxOf = (
  behind: Behind,
  within: Within,
  hasSpace: Space,
): Pick<Store, 'reply' | 'replies' | 'taken'> => ({
  reply: async (reply, now) => {
    // Letters go on where files have to stop.
    if (isLarge(reply) && !(await behind((sql) => hasSpace(sql, reply.sealed.length))))
      return 'full'
    return within((tx) => keepReply(tx, reply, now))
  },
  replies: (ask) => within((tx) => listReplies(tx, ask)),
  taken: (ask, ids, now) => within((tx) => dropReplies(tx, ask, ids, now)),
})

/** Files beside a share. */
const filesOf = (
  behind: Behind,
  within: Within,
  spaces: readonly Space[],
): Pick<Store, 'put' | 'there' | 'piece'> => ({
  put: (piece, now) =>
    behind(async (sql) => {
      for (const hasSpace of spaces) if (!(await hasSpace(sql, piece.sealed.length))) return 'full'
      return put(sql, piece, now)
    }),
  there: (ask) => within((tx) => listFiles(tx, ask)),
  piece: async (ask, now) => {
    const taken = await within((tx) => takePiece(tx, ask, now))
    return taken && unwrap(taken.wrapKey, pieceOf(ask), taken.wrapped)
  },
})

/** What gives a body out, unwrapped only once the transaction is over. */
const openingOf = (within: Within): Pick<Store, 'open' | 'own' | 'shown'> => ({
  open: async (ask, now) => {
    const taken = await within((tx) => takeOpen(tx, ask, now))
    return taken && openedOf(taken)
  },
  own: async (ask, now) => {
    const taken = await within((tx) => takeOwn(tx, ask, now))
    return taken && openedOf(taken)
  },
  shown: (ask, now) => within((tx) => takeShown(tx, ask, now)),
})

/** What takes in a body, if there is room. */
const makingOf = (behind: Behind, hasSpace: Space): Pick<Store, 'create' | 'replace'> => ({
  create: (share) =>
    behind(async (sql) => ((await hasSpace(sql, share.body.length)) ? create(sql, share) : full)),
  replace: (share, now) =>
    behind(async (sql) =>
      (await hasSpace(sql, share.body.length)) ? replace(sql, share, now) : full,
    ),
})

/** Sweeps have a connection of their own, so that they take none from people; and more time. */
const sweeping = { size: 1, patience: 60 } as const
const scrubbing = { size: 1, patience: hour } as const

/**
 * The driver for many machines. Connects at the first call; a call throws when PostgreSQL cannot be
 * reached or does not answer within `patience`.
 */
export const createPostgresStore = (options: PostgresOptions): Store => {
  const { url, mostBytes, scrub = 0, size = 10, patience = 15 } = options
  const pool = createPool(url, { size, patience })
  const [aside, slow] = [createPool(url, sweeping), createPool(url, scrubbing)]
  const hasSpace = createSpace(mostBytes)
  const behind = createDoor(pool, slow, patience)
  const within: Within = (work) => behind((sql) => transact(sql, work))

  const wish =
    (what: Wish): Store['pause'] =>
    (ask, now) =>
      within((tx) => fulfil(tx, what, ask, now))

  return {
    ...makingOf(behind, hasSpace),
    ...openingOf(within),
    ...inboxOf(behind, within, hasSpace),
    ...filesOf(behind, within, [hasSpace, createStagedSpace(mostBytes)]),
    look: wish('look'),
    stop: wish('stop'),
    pause: wish('pause'),
    resume: wish('resume'),
    level: () => behind(async (sql) => (mostBytes > 0 ? (await sizeOf(sql)) / mostBytes : 1)),
    sweep: async (now) => {
      const swept = await behind((sql) => sweepAsLeader(sql, now), aside)
      await behind((sql) => scrubAsLeader(sql, now, scrub), slow)
      return swept
    },
    clock: () => behind(clockOf),
    ready: () =>
      behind(
        async (sql) => (await sql`UPDATE probe SET count = count + 1 WHERE id = 1`).count === 1,
      ),
    close: async () => {
      pool.close()
      aside.close()
      slow.close()
    },
  }
}
