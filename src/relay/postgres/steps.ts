// Each step runs once, in order, under a lock, whichever of many relays comes first. A step that has
// been released is never changed; what it did not foresee becomes a further step. Relays of the version before
// go on meanwhile and afterwards, so a step asks nothing new of them, and changes one table that is in use or, when it
// must be more, locks them all at its beginning.

export const steps: readonly string[] = [
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
  'CREATE INDEX body_id ON body (id)',
  // In 32 slices, each of which is written anew by itself (scrub.ts). What the foreign keys did when a share was
  // forgotten a trigger does, and what goes when one ends: each finds the slice that it needs, which a join of two
  // tables does not. The index on a share's number is for relays of the version before.
  `
  LOCK TABLE share, opener, reply, piece IN ACCESS EXCLUSIVE MODE;
  ALTER TABLE share RENAME TO share_before;
  ALTER TABLE opener RENAME TO opener_before;
  ALTER TABLE reply RENAME TO reply_before;
  ALTER TABLE piece RENAME TO piece_before;
  CREATE SEQUENCE share_number;
  CREATE SEQUENCE reply_number;
  CREATE SEQUENCE piece_number;
  SELECT setval('share_number', last_value, is_called) FROM share_id_seq;
  SELECT setval('reply_number', last_value, is_called) FROM reply_place_seq;
  SELECT setval('piece_number', last_value, is_called) FROM piece_place_seq;
  CREATE TABLE share (
    id bigint NOT NULL DEFAULT nextval('share_number'),
    locator bytea NOT NULL,
    link bytea,
    pass bytea,
    owner bytea NOT NULL,
    reply bytea,
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
    unseen integer NOT NULL DEFAULT 0,
    "lastOpen" bigint,
    forget bigint NOT NULL
  ) PARTITION BY HASH (locator);
  CREATE TABLE opener (
    id bigint NOT NULL,
    token bytea NOT NULL,
    wrong integer NOT NULL DEFAULT 0,
    admitted integer NOT NULL DEFAULT 0,
    held bigint
  ) PARTITION BY HASH (id);
  CREATE TABLE reply (
    place bigint NOT NULL DEFAULT nextval('reply_number'),
    id bigint NOT NULL,
    token bytea NOT NULL,
    sealed bytea NOT NULL
  ) PARTITION BY HASH (id);
  ALTER TABLE reply ALTER COLUMN sealed SET STORAGE EXTERNAL;
  CREATE TABLE piece (
    place bigint NOT NULL DEFAULT nextval('piece_number'),
    locator bytea NOT NULL,
    owner bytea NOT NULL,
    file bytea NOT NULL,
    part integer NOT NULL,
    length integer NOT NULL,
    "wrapKey" bytea NOT NULL,
    until bigint NOT NULL,
    staged integer NOT NULL DEFAULT 0
  ) PARTITION BY HASH (locator);
  DO $$ BEGIN
    FOR number IN 0..31 LOOP
      EXECUTE format('CREATE TABLE share_%1$s PARTITION OF share
        FOR VALUES WITH (MODULUS 32, REMAINDER %1$s) WITH (fillfactor = 70)', number);
      EXECUTE format('CREATE TABLE opener_%1$s PARTITION OF opener
        FOR VALUES WITH (MODULUS 32, REMAINDER %1$s)', number);
      EXECUTE format('CREATE TABLE reply_%1$s PARTITION OF reply
        FOR VALUES WITH (MODULUS 32, REMAINDER %1$s)', number);
      EXECUTE format('CREATE TABLE piece_%1$s PARTITION OF piece
        FOR VALUES WITH (MODULUS 32, REMAINDER %1$s)', number);
    END LOOP;
  END $$;
  INSERT INTO share SELECT id, locator, link, pass, owner, reply, "wrapKey", "serverShare", until, openers, tries,
    "triesLeft", counter, opened, opens, wrong, unseen, "lastOpen", forget FROM share_before;
  INSERT INTO opener SELECT id, token, wrong, admitted, held FROM opener_before;
  INSERT INTO reply SELECT place, id, token, sealed FROM reply_before;
  INSERT INTO piece SELECT place, locator, owner, file, part, length, "wrapKey", until, staged FROM piece_before;
  DROP TABLE opener_before, reply_before, piece_before, share_before;
  ALTER SEQUENCE share_number OWNED BY share.id;
  ALTER SEQUENCE reply_number OWNED BY reply.place;
  ALTER SEQUENCE piece_number OWNED BY piece.place;
  ALTER TABLE share ADD UNIQUE (locator);
  CREATE INDEX share_number_of ON share (id);
  CREATE INDEX share_ending ON share (until) WHERE "wrapKey" IS NOT NULL;
  CREATE INDEX share_forgetting ON share (forget);
  ALTER TABLE opener ADD PRIMARY KEY (id, token);
  CREATE INDEX opener_holding ON opener (held) WHERE held IS NOT NULL;
  ALTER TABLE reply ADD UNIQUE (id, token);
  ALTER TABLE piece ADD UNIQUE (locator, owner, file, part);
  CREATE INDEX piece_place ON piece (place);
  CREATE INDEX piece_leaving ON piece (until);
  CREATE INDEX piece_staged ON piece (length) WHERE staged = 1;
  CREATE TRIGGER naming BEFORE UPDATE OF until ON piece
    FOR EACH ROW EXECUTE FUNCTION name_piece();
  CREATE FUNCTION follow_share() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan
    AS 'BEGIN
      DELETE FROM opener WHERE id = OLD.id;
      IF TG_OP = ''DELETE'' THEN DELETE FROM reply WHERE id = OLD.id; END IF;
      RETURN NULL;
    END';
  CREATE TRIGGER forgetting AFTER DELETE ON share FOR EACH ROW EXECUTE FUNCTION follow_share();
  CREATE TRIGGER ending AFTER UPDATE OF "wrapKey" ON share FOR EACH ROW
    WHEN (NEW."wrapKey" IS NULL AND OLD."wrapKey" IS NOT NULL) EXECUTE FUNCTION follow_share();
  `,
  'ALTER TABLE share ADD COLUMN "order" bigint NOT NULL DEFAULT 0',
]
