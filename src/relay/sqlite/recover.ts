import type Database from 'better-sqlite3'
import type { Spot } from './segments.ts'
import { dropSegment, listSegments, syncFolder, trimSegment } from './segments.ts'

// What a crash can leave: a body without its row, because the body is written first. The other way
// round would be an acknowledged share that is lost; only a disk that lied about a sync does that.

type End = Pick<Spot, 'segment'> & { readonly end: number }

const ends = `
  SELECT segment, max("offset" + length) AS end FROM share
  WHERE wrapKey IS NOT NULL GROUP BY segment`

const shred = `
  UPDATE share SET link = NULL, pass = NULL, reply = NULL, wrapKey = NULL, serverShare = NULL
  WHERE segment = $segment AND "offset" + length > $size`

/** A share whose body is gone must look ended, not broken. */
const shredMissing = (db: Database.Database, folder: string): void => {
  const sizes = listSegments(folder)
  for (const { segment, end } of db.prepare<[], End>(ends).all()) {
    const size = sizes.get(segment) ?? 0
    if (size < end) db.prepare<{ segment: number; size: number }>(shred).run({ segment, size })
  }
}

/** Brings segments and rows together again at the start, before anybody is served. */
export const recover = (db: Database.Database, folder: string): void => {
  const rows = db.prepare<[], End>(ends).all()
  const used = new Map(rows.map(({ segment, end }) => [segment, end]))
  for (const [segment, size] of listSegments(folder)) {
    const end = used.get(segment)
    if (end === undefined) dropSegment(folder, segment)
    else if (size > end) trimSegment(folder, segment, end)
  }
  shredMissing(db, folder)
  syncFolder(folder)
}
