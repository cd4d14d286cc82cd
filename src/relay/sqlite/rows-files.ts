import type Database from 'better-sqlite3'

// Statements about pieces of files. A piece belongs to who has both locator and owner's proof; its share may
// come later.

type Owned = { readonly locator: Uint8Array; readonly owner: Uint8Array }
type File = Owned & { readonly file: Uint8Array }
type Part = File & { readonly part: number }

/** Where a piece lies, and under which key. */
export type PieceRow = { readonly name: string; readonly wrapKey: Uint8Array }

type Insert = Part & PieceRow & { readonly length: number; readonly until: number }

type Sum = { readonly count: number; readonly last: number; readonly bytes: number }

const hers = 'WHERE locator = $locator AND owner = $owner'
const sum = `SELECT count(*) AS count, coalesce(max(part), -1) AS last,
  coalesce(sum(length), 0) AS bytes FROM piece ${hers}`

export const prepareFiles = (db: Database.Database) => ({
  putPiece: db.prepare<Insert>(
    `INSERT INTO piece (locator, owner, file, part, name, length, wrapKey, until, staged)
     VALUES ($locator, $owner, $file, $part, $name, $length, $wrapKey, $until, 1)`,
  ),
  pieceAt: db.prepare<Part, PieceRow>(
    `SELECT name, wrapKey FROM piece ${hers} AND file = $file AND part = $part`,
  ),
  /** Bytes of all pieces that no share names yet. */
  staged: db.prepare<[], { readonly bytes: number }>('SELECT bytes FROM tally WHERE id = 1'),
  sumOfPieces: db.prepare<Owned, Sum>(sum),
  sumOfFile: db.prepare<File, Sum>(`${sum} AND file = $file`),
  /** Without those of which a sweep has taken the first pieces: whoever goes on after them would leave a hole. */
  filesThere: db.prepare<Owned, { readonly file: Uint8Array; readonly count: number }>(
    `SELECT file, count(*) AS count FROM piece ${hers}
     GROUP BY file HAVING max(part) = count(*) - 1 ORDER BY min(place)`,
  ),
  keepFile: db.prepare<File & { readonly until: number }>(
    `UPDATE piece SET until = $until, staged = 0 ${hers} AND file = $file`,
  ),
  piecesOf: db.prepare<Owned, { readonly name: string; readonly file: Uint8Array }>(
    `SELECT name, file FROM piece ${hers}`,
  ),
  dropPiecesOf: db.prepare<Owned>(`DELETE FROM piece ${hers}`),
  dropFile: db.prepare<File>(`DELETE FROM piece ${hers} AND file = $file`),
  piecesOver: db.prepare<
    { readonly now: number; readonly most: number },
    { readonly place: number; readonly name: string }
  >('SELECT place, name FROM piece WHERE until <= $now LIMIT $most'),
  dropPiece: db.prepare<{ readonly place: number }>('DELETE FROM piece WHERE place = $place'),
})
