import { listOf, all, put } from '../record/record.ts'
import { canonical, provableIn, putProofs, saltOf, type Provable } from '../record/evidence.ts'
import type { Statement } from '../record/hanging.ts'
import type { Change, ClientRecord, Id, Time } from '../record/types.ts'
import { fillUp, leafOf, newSalt, pathOf, rootOf } from '../vault/tree.ts'

const digits = 64

export const leavesOf = ({ leaves }: Statement): string[] =>
  leaves.match(new RegExp(`.{${digits}}`, 'g')) ?? []

/** The newest first. */
export const statementsOf = (record: ClientRecord): Statement[] =>
  listOf(record, 'statement').toSorted((a, b) => b.made.localeCompare(a.made))

/** Statements that hold an entry as it is now, the oldest first: what did not change since then. */
export const heldBy = async (record: ClientRecord, entry: Provable): Promise<Statement[]> => {
  const salt = saltOf(record, entry)
  if (salt === null) return []
  const leaf = await leafOf(salt, canonical(entry))
  return statementsOf(record)
    .filter((statement) => leavesOf(statement).includes(leaf))
    .toReversed()
}

/** The salt that an entry keeps, or a new one when it changed: an old one may have been shown. */
const saltFor = async (
  record: ClientRecord,
  entry: Provable,
  known: ReadonlySet<string>,
): Promise<string> => {
  const salt = saltOf(record, entry)
  const isSame = salt !== null && known.has(await leafOf(salt, canonical(entry)))
  return isSame ? salt : newSalt()
}

type Stamp = { readonly id: Id; readonly now: Time }

/** A statement over everything that can be shown later, and the salts to show it with. */
export const makeStatement = async (
  record: ClientRecord,
  { id, now }: Stamp,
): Promise<{ readonly change: Change; readonly statement: Statement }> => {
  const entries = provableIn(record)
  const known = new Set(statementsOf(record).flatMap(leavesOf))
  const salts = new Map<Provable, string>()
  for (const entry of entries) salts.set(entry, await saltFor(record, entry, known))
  const leaves = await Promise.all(
    [...salts].map(([entry, salt]) => leafOf(salt, canonical(entry))),
  )
  const statement: Statement = {
    kind: 'statement',
    id,
    made: now,
    leaves: fillUp(leaves).join(''),
  }
  return { change: all(putProofs(salts), put(statement)), statement }
}

export const numberOf = (statement: Statement): Promise<string> => rootOf(leavesOf(statement))

/** The number in groups of four, as it is read out and compared. */
export const grouped = (number: string): string => number.match(/.{4}/g)?.join(' ') ?? ''

/** One entry with all that it takes to check it; null when it is not in this statement as it is. */
export const proofText = async (
  record: ClientRecord,
  entry: Provable,
  statement: Statement,
): Promise<string | null> => {
  const salt = saltOf(record, entry)
  const leaves = leavesOf(statement)
  const text = canonical(entry)
  const way = salt === null ? null : await pathOf(leaves, await leafOf(salt, text))
  if (!way) return null
  const root = await rootOf(leaves)
  return `${JSON.stringify({ version: 1, made: statement.made, root, ...way, salt, entry: text }, null, 1)}\n`
}
