import type { Config } from '../config.ts'
import type { Finding } from '../finding.ts'
import { find } from '../finding.ts'
import { lockPatience, type Sql } from './connect.ts'
import { createPool } from './pool.ts'
import { lastDone, shutFor } from './scrub.ts'
import { hour } from '../seconds.ts'

// What a host can get wrong with PostgreSQL without noticing, as sentences.

type Seen = {
  readonly version: number
  readonly names: string
  readonly standbys: number
  readonly hidden: number
  readonly slots: number
  readonly fsync: string
  readonly recycle: string
  readonly keep: string
  readonly archive: string
  readonly logged: boolean
  readonly clock: number
  readonly mayCheckpoint: boolean
  readonly maySwitch: boolean
  readonly bytes: number
}

const look = async (sql: Sql): Promise<Seen> => {
  const [seen] = await sql<Seen[]>`
    SELECT current_setting('server_version_num')::integer AS version,
      current_setting('synchronous_standby_names') AS names,
      (SELECT count(*) FROM pg_stat_replication
        WHERE state = 'streaming' AND sync_state IN ('sync', 'quorum')) AS standbys,
      (SELECT count(*) FROM pg_stat_replication WHERE state IS NULL) AS hidden,
      (SELECT count(*) FROM pg_replication_slots WHERE NOT active) AS slots,
      current_setting('fsync') AS fsync, current_setting('wal_recycle') AS recycle,
      current_setting('wal_keep_size') AS keep, current_setting('archive_mode') AS archive,
      (SELECT bool_or(setting NOT IN ('none', '-1', 'off')) FROM pg_settings WHERE name IN
        ('log_statement', 'log_min_duration_statement', 'log_min_duration_sample'))
        AND current_setting('log_parameter_max_length') <> '0' AS logged,
      extract(epoch FROM clock_timestamp())::bigint AS clock,
      coalesce((SELECT pg_has_role(oid, 'USAGE') FROM pg_roles WHERE rolname = 'pg_checkpoint'), false)
        AS "mayCheckpoint",
      has_function_privilege('pg_switch_wal()', 'EXECUTE') AS "maySwitch",
      pg_database_size(current_database()) AS bytes`
  if (!seen) throw new Error('PostgreSQL gives no answer.')
  return seen
}

/** From here on a server waits for its standbys from its first moment on; before, not just after a start. */
const waiting: Readonly<Record<number, number>> = { 15: 13, 16: 9, 17: 5 }

/** `version`: as the server counts it, 150013 for 15.13. */
export const checkVersion = (version: number): Finding => {
  const [major, minor] = [Math.floor(version / 10_000), version % 10_000]
  const least = waiting[major] ?? 0
  if (major < 15)
    return find(false, '', `PostgreSQL is of version ${major}; 15 is the oldest that was tested.`)
  return find(
    minor >= least,
    `PostgreSQL is of version ${major}.${minor}.`,
    `PostgreSQL ${major}.${minor} may just after its start acknowledge what no standby has: update it to ${major}.${least}.`,
  )
}

const checkSafety = ({ version, names, standbys, hidden, fsync }: Seen): readonly Finding[] => [
  checkVersion(version),
  find(fsync === 'on', 'It waits for its disk.', 'It does not wait for its disk: set fsync = on.'),
  find(
    names !== '',
    `It waits for standbys: ${names}.`,
    'It waits for no standby: set synchronous_standby_names, or lose shares with this machine.',
  ),
  find(
    standbys > 0,
    `Standbys that acknowledge commits: ${standbys}.`,
    hidden > 0
      ? 'Whether standbys acknowledge commits cannot be seen: GRANT pg_monitor TO the relay’s role.'
      : 'No standby is there to acknowledge a commit.',
  ),
]

const checkErasing = (seen: Seen): readonly Finding[] => [
  find(
    seen.recycle === 'off' && seen.keep.startsWith('0'),
    'Its log is deleted and not kept for later.',
    'Its log outlives what was erased: set wal_recycle = off and wal_keep_size = 0 on every node.',
  ),
  find(
    seen.archive === 'off',
    'Its log is not archived.',
    'Its log is archived, and with it every key that ever was: set archive_mode = off.',
  ),
  find(
    !seen.logged,
    'It writes no statement down.',
    'It writes statements down, and keys with them: set log_statement = none, or log_parameter_max_length = 0.',
  ),
  find(
    seen.slots === 0,
    'No forgotten standby keeps the log.',
    `Replication slots that nobody reads keep the log: drop ${seen.slots}.`,
  ),
  find(
    seen.mayCheckpoint && seen.maySwitch,
    'The relay may begin the log anew.',
    'The relay may not begin the log anew: GRANT pg_checkpoint, and EXECUTE ON FUNCTION pg_switch_wal().',
  ),
]

const checkRest = (
  { clock, bytes }: Seen,
  { mostBytes }: Config,
  now: number,
): readonly Finding[] => [
  find(
    Math.abs(clock - now) <= 30,
    'Its clock and this one agree.',
    `Its clock and this one are ${Math.abs(clock - now)} seconds apart: keep both set (NTP).`,
  ),
  find(
    bytes < mostBytes,
    `The database holds ${Math.round(bytes / 1e6)} MB.`,
    `The database holds ${Math.round(bytes / 1e6)} MB, more than SAMLAD_MOST_BYTES: no share is taken.`,
  ),
]

/** What the tables say of their rewrite; `done` in seconds since 1970, 0 where it never was. */
export type Rewritten = { readonly shut: number | null; readonly done: number }

/** `hours`: between two rewrites, 0 for none. A slice that is in use is come back to for an hour before anybody is told. */
const checkDone = (done: number, hours: number, now: number): readonly Finding[] =>
  done === 0 || hours === 0
    ? []
    : [
        find(
          now < done + (hours + 1) * hour,
          `They were last written anew ${Math.round((now - done) / hour)} hours ago.`,
          `They were last written anew ${Math.round((now - done) / hour)} hours ago, and what was erased since is there: end what keeps them in use, a dump or a transaction that somebody left open.`,
        ),
      ]

/** `shut`: for how many milliseconds a slice of a table was, or null where none has been yet. */
export const checkRewritten = (
  { shut, done }: Rewritten,
  hours: number,
  now: number,
): readonly Finding[] =>
  shut === null
    ? []
    : [
        find(
          shut < lockPatience,
          `No part of its tables was shut for longer than ${shut} ms when they were last written anew.`,
          `A thirty-second part of a table was shut for ${Math.round(shut / 1000)} seconds when it was last written anew; who needs it then is refused after five: take several relays, each with a database of its own.`,
        ),
        ...checkDone(done, hours, now),
      ]

const lookBack = async (sql: Sql): Promise<Rewritten> => ({
  shut: await shutFor(sql),
  done: await lastDone(sql),
})

/** Nothing, too, of a database that no relay has been on yet, or whose tables this role may not read. */
const rewritten = (sql: Sql): Promise<Rewritten> =>
  lookBack(sql).catch(() => ({ shut: null, done: 0 }))

/** Asks the primary that a relay with these settings would use. */
export const checkDatabase = async (config: Config, now: number): Promise<readonly Finding[]> => {
  const pool = createPool(config.database, { size: 1, patience: config.databasePatience })
  try {
    const seen = await pool.run(look)
    const anew = checkRewritten(await pool.run(rewritten), config.scrub, now)
    return [...checkSafety(seen), ...checkErasing(seen), ...checkRest(seen, config, now), ...anew]
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    return [find(false, '', `No primary of PostgreSQL can be reached from here. ${why}`)]
  } finally {
    pool.close()
  }
}
