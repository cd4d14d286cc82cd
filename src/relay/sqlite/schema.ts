import Database from 'better-sqlite3'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'

// A share is one small row; where its body lies is told by segment, offset and length. The index of
// what is ending holds only what a sweep has to visit, and no secret.
const first = `
  CREATE TABLE share (
    id INTEGER PRIMARY KEY,
    locator BLOB NOT NULL UNIQUE,
    link BLOB,
    pass BLOB,
    owner BLOB NOT NULL,
    reply BLOB,
    wrapKey BLOB,
    serverShare BLOB,
    until INTEGER NOT NULL,
    openers INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    triesLeft INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    opened INTEGER NOT NULL DEFAULT 0,
    opens INTEGER NOT NULL DEFAULT 0,
    wrong INTEGER NOT NULL DEFAULT 0,
    lastOpen INTEGER,
    forget INTEGER NOT NULL,
    segment INTEGER,
    "offset" INTEGER,
    length INTEGER
  ) STRICT;
  CREATE TABLE opener (
    id INTEGER NOT NULL,
    token BLOB NOT NULL,
    wrong INTEGER NOT NULL DEFAULT 0,
    admitted INTEGER NOT NULL DEFAULT 0,
    held INTEGER,
    PRIMARY KEY (id, token)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX holding ON opener (held) WHERE held IS NOT NULL;
  CREATE TABLE reply (
    place INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    token BLOB NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE (id, token)
  ) STRICT;
  CREATE TABLE piece (
    place INTEGER PRIMARY KEY,
    locator BLOB NOT NULL,
    owner BLOB NOT NULL,
    file BLOB NOT NULL,
    part INTEGER NOT NULL,
    name TEXT NOT NULL,
    length INTEGER NOT NULL,
    wrapKey BLOB NOT NULL,
    until INTEGER NOT NULL,
    UNIQUE (locator, owner, file, part)
  ) STRICT;
  CREATE INDEX leaving ON piece (until);
  CREATE TABLE probe (id INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT;
  INSERT INTO probe VALUES (1, 0);
  CREATE INDEX ending ON share (until) WHERE wrapKey IS NOT NULL;
  CREATE INDEX forgetting ON share (forget);
`

/** What pieces take up that no share names yet, kept along so that asking costs nothing. */
const staged = `
  ALTER TABLE piece ADD COLUMN staged INTEGER NOT NULL DEFAULT 0;
  CREATE TABLE tally (id INTEGER PRIMARY KEY, bytes INTEGER NOT NULL) STRICT;
  INSERT INTO tally VALUES (1, 0);
  CREATE TRIGGER stage AFTER INSERT ON piece WHEN NEW.staged = 1
    BEGIN UPDATE tally SET bytes = bytes + NEW.length; END;
  CREATE TRIGGER unstage AFTER DELETE ON piece WHEN OLD.staged = 1
    BEGIN UPDATE tally SET bytes = bytes - OLD.length; END;
  CREATE TRIGGER claim AFTER UPDATE OF staged ON piece WHEN OLD.staged <> NEW.staged
    BEGIN UPDATE tally SET bytes = bytes + (NEW.staged - OLD.staged) * OLD.length; END;
`

/** Each layout that a folder in use may have, and how the next comes from it. Never change one: add one. */
const steps: readonly { readonly to: number; readonly sql: string }[] = [
  { to: 4, sql: first },
  { to: 5, sql: staged },
  { to: 6, sql: 'ALTER TABLE share ADD COLUMN unseen INTEGER NOT NULL DEFAULT 0' },
  { to: 7, sql: 'ALTER TABLE share ADD COLUMN "order" INTEGER NOT NULL DEFAULT 0' },
]

const oldest = steps[0]?.to ?? 0
const layout = steps.at(-1)?.to ?? 0

// Synced by SQLite only at checkpoints; before anything is acknowledged, by durable.ts.
const settings = ['journal_mode = WAL', 'synchronous = NORMAL', 'secure_delete = ON']

const otherLayout =
  'The data folder has another layout, of another version. Use that version until its shares have ' +
  'ended, or choose another folder with SAMLAD_DATA.'

const versionOf = (db: Database.Database): unknown => db.pragma('user_version', { simple: true })

/** Brings an empty database, or one of an earlier layout, to this one; leaves any other as it is. */
export const createTables = (db: Database.Database): void => {
  const from = Number(versionOf(db))
  if (from !== 0 && from < oldest) return
  for (const { to, sql } of steps.filter((step) => step.to > from)) {
    // All of a step or nothing, whenever a machine goes down.
    db.transaction(() => db.exec(`${sql}; PRAGMA user_version = ${to}`)).immediate()
  }
}

/**
 * Opens the database in `folder`, or makes it, and brings it to this layout. Throws when it has one of a later
 * version, or of one before the first release.
 */
export const openDatabase = (folder: string): Database.Database => {
  const path = join(folder, 'relay.db')
  // SQLite would let others read it, and its log, in a folder that others may look into.
  closeSync(openSync(path, 'a', 0o600))
  const db = new Database(path)
  try {
    for (const setting of [...settings, 'temp_store = MEMORY']) db.pragma(setting)
    createTables(db)
    if (versionOf(db) !== layout) throw new Error(otherLayout)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Moves the log's pages into the database little by little: a sweep of many shares must not hold anybody up.
 */
export const unhurried = <T>(db: Database.Database, work: () => T): T => {
  db.pragma('wal_autocheckpoint = 150')
  try {
    return work()
  } finally {
    db.pragma('wal_autocheckpoint = 1000')
  }
}
