import type { Receipt } from '../../share/contract.ts'
import type { Disk } from './disk.ts'
import type { Row, Rows } from './rows.ts'
import { spotOf } from './rows.ts'
import { takeBody } from './open.ts'
import type { Spot } from './segments.ts'
import type { OwnerAsk, Store, WishAsk } from '../store.ts'
import { limits } from '../../share/contract.ts'
import { forgetAt, isLastWord, isLive, isOwner, receiptOf } from '../verdict.ts'

export const findOwned = (rows: Rows, ask: OwnerAsk): Row | null => {
  const row = rows.find.get(ask.locator) ?? null
  return isOwner(row, ask.owner) ? row : null
}

/** The receipt as it is now. */
export const receiptFor = (rows: Rows, row: Row, now: number): Receipt => {
  const { id, locator } = row
  const replies = rows.countReplies.get({ id })?.count ?? 0
  const locked = rows.locked.get({ id, most: limits.ownTries })?.count ?? 0
  return receiptOf(rows.find.get(locator) ?? row, { locked, replies }, now)
}

const eraseShare = (rows: Rows, row: Row, now: number): void => {
  rows.erase.run({ id: row.id, forget: forgetAt(Math.min(row.until, now)) })
  rows.dropOpeners.run({ id: row.id })
}

/** `names`: of pieces, which may be there before their share is, and go then, too. */
type Stopped = {
  readonly receipt: Receipt | null
  readonly spot: Spot | null
  readonly names: readonly string[]
}

const stopIn = ({ rows, erased }: Disk, ask: OwnerAsk, now: number): Stopped => {
  const names = rows.piecesOf.all(ask).map(({ name }) => name)
  if (names.length > 0) erased()
  rows.dropPiecesOf.run(ask)
  const row = findOwned(rows, ask)
  if (row === null) return { receipt: null, spot: null, names }
  if (row.link === null) return { receipt: receiptFor(rows, row, now), spot: null, names }
  eraseShare(rows, row, now)
  erased()
  return { receipt: receiptFor(rows, row, now), spot: spotOf(row), names }
}

/** Whoever typed wrong may try again; of strangers nothing is kept. */
const forgive = (rows: Rows, id: number): void => {
  rows.forgiveOpeners.run({ id })
  rows.dropStrangers.run({ id })
}

type Wishes = 'look' | 'stop' | 'pause' | 'resume' | 'own'

/** Her own share as it lies there; nothing is counted. */
const ownIn =
  (disk: Disk): Store['own'] =>
  (ask, now, room) =>
    disk.group.add(() => {
      const row = findOwned(disk.rows, ask)
      return row && isLive(row, now) ? takeBody(disk, row.locator, row, room) : null
    })

/** What only the maker of a share may do: each gives the receipt as it is afterwards. */
export const ownerOf = (disk: Disk): Pick<Store, Wishes> => {
  const { rows, group, bodies, files } = disk

  const look: Store['look'] = (ask, now) =>
    group.add(() => {
      const row = findOwned(rows, ask)
      return row && receiptFor(rows, row, now)
    })

  const changing =
    (wish: 'pause' | 'resume') =>
    (ask: WishAsk, now: number): Promise<Receipt | null> =>
      group.add(() => {
        const row = findOwned(rows, ask)
        if (row === null) return null
        if (isLive(row, now) && isLastWord(row, wish, ask.order)) {
          rows[wish].run({ id: row.id, order: ask.order ?? 0 })
          if (wish === 'resume') forgive(rows, row.id)
        }
        return receiptFor(rows, row, now)
      })

  const stop: Store['stop'] = async (ask, now) => {
    const stopped = await group.add(() => stopIn(disk, ask, now))
    // Their keys are gone already; this is for those who do not take a cipher's word for it.
    if (stopped.spot) await bodies.zero(stopped.spot)
    await files.wipe(stopped.names)
    return stopped.receipt
  }

  return {
    look,
    stop,
    own: ownIn(disk),
    pause: changing('pause'),
    resume: changing('resume'),
  }
}
