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
  PRAGMA user_version = 4;
