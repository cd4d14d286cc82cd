import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

const layout = 1

// A share's small row and its body lie apart, so that counting an open does not rewrite the body.
// The partial indexes hold only what a sweep has to visit, and no secret.
const tables = `
  CREATE TABLE share (
    id INTEGER PRIMARY KEY,
    locator BLOB NOT NULL UNIQUE,
    link BLOB,
    pass BLOB,
    owner BLOB NOT NULL,
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
    stored INTEGER NOT NULL DEFAULT 1
  ) STRICT;
  CREATE TABLE body (id INTEGER PRIMARY KEY, wrapped BLOB NOT NULL) STRICT;
  CREATE TABLE opener (
    id INTEGER NOT NULL,
    token BLOB NOT NULL,
    PRIMARY KEY (id, token)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE probe (id INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT;
  INSERT INTO probe VALUES (1, 0);
  CREATE INDEX ending ON share (until) WHERE wrapKey IS NOT NULL;
  CREATE INDEX leftover ON share (id) WHERE wrapKey IS NULL AND stored = 1;
  CREATE INDEX forgetting ON share (forget);
  PRAGMA user_version = ${layout};
`

// better-sqlite3 is built to sync a WAL only at checkpoints, which could lose an acknowledged share.
const durable = ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON']

const versionOf = (db: Database.Database): unknown => db.pragma('user_version', { simple: true })

/** Opens the database in `folder`, or makes it. Throws when it was made by another layout. */
export const openDatabase = (folder: string): Database.Database => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const db = new Database(join(folder, 'relay.db'))
  for (const setting of [...durable, 'temp_store = MEMORY']) db.pragma(setting)
  if (versionOf(db) === 0) db.transaction(() => db.exec(tables)).immediate()
  if (versionOf(db) !== layout) throw new Error('The data folder has another layout.')
  return db
}
