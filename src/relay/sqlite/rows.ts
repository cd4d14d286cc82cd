import type Database from 'better-sqlite3'
import type { Spot } from './segments.ts'
import { prepareFiles } from './rows-files.ts'
import type { Guest, Kept } from '../verdict.ts'

/** A share as its row is read; the keys are null once it is erased. */
export type Row = Kept & {
  readonly id: number
  readonly locator: Uint8Array
  readonly wrapKey: Uint8Array | null
  readonly serverShare: Uint8Array | null
  readonly tries: number
} & { readonly [Part in keyof Spot]: Spot[Part] | null }

/** What an open looks at, and no more: each column read costs a tenth of finding the row. */
export type Opening = Pick<
  Row,
  'id' | 'link' | 'pass' | 'wrapKey' | 'serverShare' | 'until' | 'openers' | 'triesLeft' | 'opened'
> &
  Pick<Row, 'unseen' | 'counter' | keyof Spot>

const opening = `
  SELECT id, link, pass, wrapKey, serverShare, until, openers, triesLeft, opened, unseen, counter,
    segment, "offset", length FROM share WHERE locator = ?`

/** null once the share is erased. */
export const spotOf = ({ segment, offset, length }: Pick<Row, keyof Spot>): Spot | null =>
  segment === null || offset === null || length === null ? null : { segment, offset, length }

type Id = { readonly id: number }
type Token = Id & { readonly token: Uint8Array }

export type Insert = Pick<
  Row,
  | 'locator'
  | 'link'
  | 'pass'
  | 'owner'
  | 'reply'
  | 'wrapKey'
  | 'serverShare'
  | 'until'
  | 'openers'
  | 'tries'
> &
  Spot & { readonly counter: number; readonly forget: number }

const insert = `
  INSERT INTO share (locator, link, pass, owner, reply, wrapKey, serverShare, until, openers, tries,
    triesLeft, counter, forget, segment, "offset", length)
  VALUES ($locator, $link, $pass, $owner, $reply, $wrapKey, $serverShare, $until, $openers, $tries,
    $tries, $counter, $forget, $segment, $offset, $length)
  ON CONFLICT DO NOTHING`

const erased = `link = NULL, pass = NULL, reply = NULL, wrapKey = NULL, serverShare = NULL, segment = NULL,
  "offset" = NULL, length = NULL`
const firstEnding = 'SELECT id FROM share WHERE until <= $now AND wrapKey IS NOT NULL LIMIT $most'

/** In the order of the index: by their ids they would be looked for in the whole table. */
const firstForgotten =
  'SELECT id FROM share WHERE forget <= $now AND wrapKey IS NULL ORDER BY forget, id LIMIT $most'

const used = `
  SELECT (pages.page_count - free.freelist_count) * size.page_size AS bytes
  FROM pragma_page_count pages, pragma_freelist_count free, pragma_page_size size`

export type Replace = Id &
  Spot &
  Pick<Row, 'wrapKey' | 'serverShare' | 'until' | 'counter'> & { readonly forget: number }

const replace = `
  UPDATE share SET wrapKey = $wrapKey, serverShare = $serverShare, until = $until, counter = $counter,
    forget = $forget, segment = $segment, "offset" = $offset, length = $length WHERE id = $id`

const prepareInbox = (db: Database.Database) => ({
  countReplies: db.prepare<Id, { readonly count: number; readonly bytes: number }>(
    'SELECT count(*) AS count, coalesce(sum(length(sealed)), 0) AS bytes FROM reply WHERE id = $id',
  ),
  hasReply: db.prepare<Token, Id>('SELECT id FROM reply WHERE id = $id AND token = $token'),
  putReply: db.prepare<Token & { readonly sealed: Uint8Array }>(
    'INSERT INTO reply (id, token, sealed) VALUES ($id, $token, $sealed)',
  ),
  replies: db.prepare<Id, { readonly token: Uint8Array; readonly sealed: Uint8Array }>(
    'SELECT token, sealed FROM reply WHERE id = $id ORDER BY place',
  ),
  dropReply: db.prepare<Token>('DELETE FROM reply WHERE id = $id AND token = $token'),
  /** So few, because a reply is up to 64 kB that have to be overwritten. */
  dropRepliesOfForgotten: db.prepare<{
    readonly now: number
    readonly shares: number
    readonly most: number
  }>(
    `DELETE FROM reply WHERE place IN (SELECT place FROM reply WHERE id IN (
       SELECT id FROM share WHERE forget <= $now AND wrapKey IS NULL ORDER BY forget, id LIMIT $shares
     ) LIMIT $most)`,
  ),
})

const prepareOpeners = (db: Database.Database) => ({
  guest: db.prepare<Token, Guest>(
    'SELECT wrong, admitted, held FROM opener WHERE id = $id AND token = $token',
  ),
  heldByOthers: db.prepare<Token & { readonly now: number }, { readonly count: number }>(
    `SELECT count(*) AS count FROM opener
     WHERE id = $id AND held > $now AND admitted = 0 AND token <> $token`,
  ),
  locked: db.prepare<Id & { readonly most: number }, { readonly count: number }>(
    'SELECT count(*) AS count FROM opener WHERE id = $id AND wrong >= $most',
  ),
  admit: db.prepare<Token>(
    `INSERT INTO opener (id, token, admitted) VALUES ($id, $token, 1)
     ON CONFLICT DO UPDATE SET admitted = 1, held = NULL`,
  ),
  hold: db.prepare<Token & { readonly held: number }>(
    `INSERT INTO opener (id, token, held) VALUES ($id, $token, $held)
     ON CONFLICT DO UPDATE SET held = $held`,
  ),
  countOwnWrong: db.prepare<Token>(
    `INSERT INTO opener (id, token, wrong) VALUES ($id, $token, 1)
     ON CONFLICT DO UPDATE SET wrong = wrong + 1`,
  ),
  forgiveOpeners: db.prepare<Id>('UPDATE opener SET wrong = 0 WHERE id = $id'),
  dropStrangers: db.prepare<Id>(
    'DELETE FROM opener WHERE id = $id AND admitted = 0 AND held IS NULL AND wrong = 0',
  ),
  dropOpeners: db.prepare<Id>('DELETE FROM opener WHERE id = $id'),
})

/** What a sweep lets go, so many at a time. */
const prepareSwept = (db: Database.Database) => ({
  letHeldGo: db.prepare<{ readonly now: number; readonly most: number }>(
    `UPDATE opener SET held = NULL WHERE (id, token) IN (SELECT id, token FROM opener
       WHERE held <= $now AND (admitted = 1 OR wrong > 0) LIMIT $most)`,
  ),
  dropHeld: db.prepare<{ readonly now: number; readonly most: number }>(
    `DELETE FROM opener WHERE (id, token) IN (SELECT id, token FROM opener
       WHERE held <= $now LIMIT $most)`,
  ),
  dropOpenersOfEnding: db.prepare<{
    readonly now: number
    readonly shares: number
    readonly most: number
  }>(
    `DELETE FROM opener WHERE (id, token) IN (SELECT id, token FROM opener WHERE id IN (
       SELECT id FROM share WHERE until <= $now AND wrapKey IS NOT NULL LIMIT $shares) LIMIT $most)`,
  ),
})

type Ordered = Id & Pick<Row, 'order'>

const ordered = '"order" = max("order", $order)'

const prepareShares = (db: Database.Database) => ({
  insert: db.prepare<Insert>(insert),
  find: db.prepare<[Uint8Array], Row>('SELECT * FROM share WHERE locator = ?'),
  isTaken: db.prepare<[Uint8Array], Id>('SELECT id FROM share WHERE locator = ?'),
  findOpening: db.prepare<[Uint8Array], Opening>(opening),
  countOpen: db.prepare<Id & { readonly more: number; readonly hour: number }>(
    'UPDATE share SET opened = opened + $more, opens = opens + 1, lastOpen = $hour WHERE id = $id',
  ),
  countWrong: db.prepare<Id>(
    'UPDATE share SET triesLeft = triesLeft - 1, wrong = wrong + 1 WHERE id = $id',
  ),
  countUnseen: db.prepare<Id & { readonly more: number }>(
    'UPDATE share SET unseen = max(0, unseen + $more) WHERE id = $id',
  ),
  pause: db.prepare<Ordered>(`UPDATE share SET triesLeft = 0, ${ordered} WHERE id = $id`),
  resume: db.prepare<Ordered>(
    `UPDATE share SET triesLeft = tries, unseen = 0, ${ordered} WHERE id = $id`,
  ),
  replace: db.prepare<Replace>(replace),
  erase: db.prepare<Id & { readonly forget: number }>(
    `UPDATE share SET ${erased}, forget = $forget WHERE id = $id`,
  ),
  shred: db.prepare<{ readonly now: number; readonly most: number }>(
    `UPDATE share SET ${erased} WHERE id IN (${firstEnding})`,
  ),
  forget: db.prepare<{ readonly now: number; readonly most: number }>(
    `DELETE FROM share WHERE id IN (${firstForgotten})`,
  ),
  /** Bytes in use, without pages that wait to be filled again. */
  used: db.prepare<[], { readonly bytes: number }>(used),
  probe: db.prepare<[]>('UPDATE probe SET count = count + 1 WHERE id = 1'),
})

/** Every statement that the store runs, by what it does. */
export const prepareRows = (db: Database.Database) => ({
  ...prepareShares(db),
  ...prepareOpeners(db),
  ...prepareSwept(db),
  ...prepareInbox(db),
  ...prepareFiles(db),
})

export type Rows = ReturnType<typeof prepareRows>
