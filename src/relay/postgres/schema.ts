import type { Sql } from './connect.ts'
import { transact } from './connect.ts'

// Each step runs once, in order, under a lock, whichever of many relays comes first. A step that has
// been released is never changed; what it did not foresee becomes a further step. Relays of the version before
// go on meanwhile and afterwards, so a step changes one table that is in use, and asks nothing new of them.

const steps: readonly string[] = [
  `
  CREATE TABLE share (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    locator bytea NOT NULL UNIQUE,
    link bytea,
    pass bytea,
    owner bytea NOT NULL,
    "wrapKey" bytea,
    "serverShare" bytea,
    until bigint NOT NULL,
    openers integer NOT NULL,
    tries integer NOT NULL,
    "triesLeft" integer NOT NULL,
    counter bigint NOT NULL,
    opened integer NOT NULL DEFAULT 0,
    opens integer NOT NULL DEFAULT 0,
    wrong integer NOT NULL DEFAULT 0,
    "lastOpen" bigint,
    forget bigint NOT NULL
  ) WITH (fillfactor = 70);
  CREATE INDEX share_ending ON share (until) WHERE "wrapKey" IS NOT NULL;
  CREATE INDEX share_forgetting ON share (forget);
  CREATE TABLE opener (
    id bigint NOT NULL REFERENCES share ON DELETE CASCADE,
    token bytea NOT NULL,
    wrong integer NOT NULL DEFAULT 0,
    admitted integer NOT NULL DEFAULT 0,
    held bigint,
    PRIMARY KEY (id, token)
  );
  CREATE INDEX opener_holding ON opener (held) WHERE held IS NOT NULL;
  CREATE TABLE body (id bigint NOT NULL, day integer NOT NULL, wrapped bytea NOT NULL)
    PARTITION BY RANGE (day);
  CREATE TABLE probe (id integer PRIMARY KEY, count bigint NOT NULL);
  INSERT INTO probe VALUES (1, 0);
  `,
  `
  ALTER TABLE share ADD COLUMN reply bytea;
  CREATE TABLE reply (
    place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id bigint NOT NULL REFERENCES share ON DELETE CASCADE,
    token bytea NOT NULL,
    sealed bytea NOT NULL,
    UNIQUE (id, token)
  );
  ALTER TABLE reply ALTER COLUMN sealed SET STORAGE EXTERNAL;
  `,
  `
  CREATE TABLE piece (
    place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    locator bytea NOT NULL,
    owner bytea NOT NULL,
    file bytea NOT NULL,
    part integer NOT NULL,
    length integer NOT NULL,
    "wrapKey" bytea NOT NULL,
    until bigint NOT NULL,
    UNIQUE (locator, owner, file, part)
  );
  CREATE INDEX piece_leaving ON piece (until);
  CREATE TABLE chunk (place bigint NOT NULL, day integer NOT NULL, wrapped bytea NOT NULL)
    PARTITION BY RANGE (day);
  CREATE INDEX chunk_place ON chunk (place);
  `,
  'ALTER TABLE share ADD COLUMN unseen integer NOT NULL DEFAULT 0',
  // By a trigger, because relays of the version before go on meanwhile, and know of no such column.
  `
  ALTER TABLE piece ADD COLUMN staged integer NOT NULL DEFAULT 0;
  CREATE INDEX piece_staged ON piece (length) WHERE staged = 1;
  CREATE FUNCTION name_piece() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN NEW.staged := 0; RETURN NEW; END';
  CREATE TRIGGER naming BEFORE UPDATE OF until ON piece
    FOR EACH ROW EXECUTE FUNCTION name_piece();
  `,
]

/** Numbers of the advisory locks, of no meaning but that they differ. */
export const locks = { migrate: 41_001, sweep: 41_002, scrub: 41_003 } as const

/** How many layouts there were, this version's included. */
export const layouts = steps.length

/** Takes the next step, up to a layout of `most`; false when there is none. */
const step = (sql: Sql, most: number): Promise<boolean> =>
  transact(sql, async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(${locks.migrate})`
    await tx`CREATE TABLE IF NOT EXISTS layout (step integer PRIMARY KEY)`
    const [row] = await tx<{ done: number }[]>`SELECT count(*)::integer AS done FROM layout`
    const done = row?.done ?? 0
    if (done > layouts) throw new Error('The database is of a newer version than this relay.')
    const next = steps.slice(0, most)[done]
    if (next === undefined) return false
    await tx.unsafe(next)
    await tx`INSERT INTO layout VALUES (${done})`
    return true
  })

/**
 * Brings the database to the layout that this version needs, or to an older one that has only so many steps. Each
 * step by itself: while one holds two tables of a relay that goes on, the two could wait for each other.
 */
export const migrate = async (sql: Sql, upTo = layouts): Promise<void> => {
  while (await step(sql, upTo));
}

const daySeconds = 86_400

/** The day in which a share ends, counted from 1970: the name of its partition. */
export const dayOf = (until: number): number => Math.ceil(until / daySeconds)

/** Tables whose rows lie in a partition for each day. */
const parted = ['body', 'chunk'] as const

/**
 * Attached and not created in its place: that would wait until nobody uses the table, hold everybody
 * up meanwhile, and end in a deadlock with a stop, which needs both tables.
 */
const makePart = async (tx: Sql, table: string, day: number): Promise<void> => {
  const name = `${table}_${day}`
  const [there] = await tx<{ oid: unknown }[]>`SELECT to_regclass(${name}) AS oid`
  if (there?.oid) return
  await tx.unsafe(`CREATE TABLE ${name} (LIKE ${table});
    ALTER TABLE ${name} ALTER COLUMN wrapped SET STORAGE EXTERNAL;
    ALTER TABLE ${table} ATTACH PARTITION ${name} FOR VALUES FROM (${day}) TO (${day + 1})`)
}

/** Makes the partitions of a day; two relays may do so at once. */
export const makeDay = async (sql: Sql, day: number): Promise<void> => {
  await transact(sql, async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(${locks.migrate})`
    for (const table of parted) await makePart(tx, table, day)
  })
}

/** Drops the partitions of days that were over at `now`: the bytes in them go with them. */
export const dropDays = async (sql: Sql, now: number): Promise<void> => {
  const found = await sql<{ name: string }[]>`
    SELECT relname AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
    WHERE inhparent IN ('body'::regclass, 'chunk'::regclass)`
  for (const { name } of found) {
    const [, table = '', day = ''] = /^(body|chunk)_(\d+)$/.exec(name) ?? []
    if (table !== '' && Number(day) * daySeconds <= now)
      await sql.unsafe(`DROP TABLE IF EXISTS ${table}_${day}`)
  }
}
