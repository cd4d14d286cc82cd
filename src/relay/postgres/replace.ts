import type { Created, Replacement } from '../store.ts'
import { forgetAt, isOwner, replaceable } from '../verdict.ts'
import { newKey, wrap } from '../wrap.ts'
import type { Sql } from './connect.ts'
import { areThere, claim } from './pieces.ts'
import { dayOf } from './schema.ts'
import { dropBody, find, type Row } from './share.ts'

const swap = async (tx: Sql, row: Row, share: Replacement): Promise<void> => {
  const wrapKey = newKey()
  const wrapped = Buffer.concat(wrap(wrapKey, share.locator, share.body))
  const { serverShare, until, counter } = share
  await dropBody(tx, row)
  await tx`INSERT INTO body VALUES (${row.id}, ${dayOf(until)}, ${wrapped})`
  await tx`UPDATE share SET "wrapKey" = ${wrapKey}, "serverShare" = ${serverShare}, until = ${until},
    counter = ${counter}, forget = ${forgetAt(until)} WHERE locator = ${row.locator}`
}

/** Row and body in one transaction: whoever opens gets the body before or the new one, whole. */
export const replaceIn = async (
  tx: Sql,
  share: Replacement,
  now: number,
): Promise<Created | null> => {
  const row = await find(tx, share.locator)
  const owned = isOwner(row, share.owner) ? row : null
  const done = replaceable(owned, share, now)
  if (!owned || !done?.ok) return done
  if (!(await areThere(tx, share))) return { ok: false, why: 'missing' }
  await swap(tx, owned, share)
  await claim(tx, share)
  return done
}
