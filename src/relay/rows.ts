import type Database from 'better-sqlite3'
import type { Kept } from './verdict.ts'

/** A share as its row is read; the keys are null once it is erased. */
export type Row = Kept & {
  readonly id: number
  readonly locator: Uint8Array
  readonly wrapKey: Uint8Array | null
  readonly serverShare: Uint8Array | null
  readonly tries: number
  readonly counter: number
}

type Id = { readonly id: number }
type Token = Id & { readonly token: Uint8Array }

export type Insert = Pick<
  Row,
  'locator' | 'link' | 'pass' | 'owner' | 'wrapKey' | 'serverShare' | 'until' | 'openers' | 'tries'
> & { readonly counter: number; readonly forget: number }

const insert = `
  INSERT INTO share (locator, link, pass, owner, wrapKey, serverShare, until, openers, tries,
    triesLeft, counter, forget)
  VALUES ($locator, $link, $pass, $owner, $wrapKey, $serverShare, $until, $openers, $tries,
    $tries, $counter, $forget)
  ON CONFLICT DO NOTHING`

const erased = 'link = NULL, pass = NULL, wrapKey = NULL, serverShare = NULL'
const firstEnding = 'SELECT id FROM share WHERE until <= $now AND wrapKey IS NOT NULL LIMIT $most'

const used = `
  SELECT (pages.page_count - free.freelist_count) * size.page_size AS bytes
  FROM pragma_page_count pages, pragma_freelist_count free, pragma_page_size size`

/** Every statement that the store runs, by what it does. */
export const prepareRows = (db: Database.Database) => ({
  insert: db.prepare<Insert>(insert),
  putBody: db.prepare<Id & { readonly wrapped: Uint8Array }>(
    'INSERT INTO body VALUES ($id, $wrapped)',
  ),
  find: db.prepare<[Uint8Array], Row>('SELECT * FROM share WHERE locator = ?'),
  body: db.prepare<Id, { readonly wrapped: Uint8Array }>('SELECT wrapped FROM body WHERE id = $id'),
  knows: db.prepare<Token, Id>('SELECT id FROM opener WHERE id = $id AND token = $token'),
  admit: db.prepare<Token>('INSERT INTO opener VALUES ($id, $token)'),
  countOpen: db.prepare<Id & { readonly more: number; readonly hour: number }>(
    'UPDATE share SET opened = opened + $more, opens = opens + 1, lastOpen = $hour WHERE id = $id',
  ),
  countWrong: db.prepare<Id>(
    'UPDATE share SET triesLeft = triesLeft - 1, wrong = wrong + 1 WHERE id = $id',
  ),
  resume: db.prepare<Id>('UPDATE share SET triesLeft = tries WHERE id = $id'),
  erase: db.prepare<Id & { readonly forget: number }>(
    `UPDATE share SET ${erased}, forget = $forget, stored = 0 WHERE id = $id`,
  ),
  dropBody: db.prepare<Id>('DELETE FROM body WHERE id = $id'),
  dropOpeners: db.prepare<Id>('DELETE FROM opener WHERE id = $id'),
  shred: db.prepare<{ readonly now: number; readonly most: number }>(
    `UPDATE share SET ${erased} WHERE id IN (${firstEnding})`,
  ),
  leftovers: db.prepare<[number], Id>(
    'SELECT id FROM share WHERE wrapKey IS NULL AND stored = 1 LIMIT ?',
  ),
  swept: db.prepare<Id>('UPDATE share SET stored = 0 WHERE id = $id'),
  forget: db.prepare<{ readonly now: number; readonly most: number }>(
    `DELETE FROM share WHERE id IN (
      SELECT id FROM share WHERE forget <= $now AND stored = 0 LIMIT $most)`,
  ),
  /** Bytes in use, without pages that wait to be filled again. */
  used: db.prepare<[], { readonly bytes: number }>(used),
  probe: db.prepare<[]>('UPDATE probe SET count = count + 1 WHERE id = 1'),
})

export type Rows = ReturnType<typeof prepareRows>
