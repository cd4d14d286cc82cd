import type { Receipt } from '../share/contract.ts'
import type { Disk } from './disk.ts'
import type { Row, Rows } from './rows.ts'
import { spotOf } from './rows.ts'
import type { Spot } from './segments.ts'
import type { OwnerAsk, Store } from './store.ts'
import { forgetAt, isLive, isOwner, receiptOf } from './verdict.ts'

export const findOwned = (rows: Rows, ask: OwnerAsk): Row | null => {
  const row = rows.find.get(ask.locator) ?? null
  return isOwner(row, ask.owner) ? row : null
}

/** The receipt as it is now. */
export const receiptFor = (rows: Rows, row: Row, now: number): Receipt => {
  const waiting = rows.countReplies.get({ id: row.id })?.count ?? 0
  return receiptOf(rows.find.get(row.locator) ?? row, waiting, now)
}

const eraseShare = (rows: Rows, row: Row, now: number): void => {
  rows.erase.run({ id: row.id, forget: forgetAt(Math.min(row.until, now)) })
  rows.dropOpeners.run({ id: row.id })
}

type Stopped = { readonly receipt: Receipt; readonly spot: Spot | null }

const stopIn = ({ rows, erased }: Disk, ask: OwnerAsk, now: number): Stopped | null => {
  const row = findOwned(rows, ask)
  if (row === null) return null
  if (row.link === null) return { receipt: receiptFor(rows, row, now), spot: null }
  eraseShare(rows, row, now)
  erased()
  return { receipt: receiptFor(rows, row, now), spot: spotOf(row) }
}

/** What only the maker of a share may do: each gives the receipt as it is afterwards. */
export const ownerOf = (disk: Disk): Pick<Store, 'look' | 'stop' | 'resume'> => {
  const { rows, group, bodies } = disk

  const look: Store['look'] = (ask, now) =>
    group.add(() => {
      const row = findOwned(rows, ask)
      return row && receiptFor(rows, row, now)
    })

  const resume: Store['resume'] = (ask, now) =>
    group.add(() => {
      const row = findOwned(rows, ask)
      if (row === null) return null
      if (isLive(row, now)) rows.resume.run({ id: row.id })
      return receiptFor(rows, row, now)
    })

  const stop: Store['stop'] = async (ask, now) => {
    const stopped = await group.add(() => stopIn(disk, ask, now))
    // Its key is gone already; this is for those who do not take a cipher's word for it.
    if (stopped?.spot) await bodies.zero(stopped.spot)
    return stopped?.receipt ?? null
  }

  return { look, stop, resume }
}
