import type { Disk } from './disk.ts'
import type { Row, Rows } from './rows.ts'
import type { OwnerAsk, Store } from './store.ts'
import { forgetAt, isLive, isOwner, receiptOf } from './verdict.ts'

const findOwned = (rows: Rows, ask: OwnerAsk): Row | null => {
  const row = rows.find.get(ask.locator) ?? null
  return isOwner(row, ask.owner) ? row : null
}

const eraseShare = (rows: Rows, row: Row, now: number): void => {
  rows.erase.run({ id: row.id, forget: forgetAt(Math.min(row.until, now)) })
  rows.dropBody.run({ id: row.id })
  rows.dropOpeners.run({ id: row.id })
}

type Change = (row: Row, now: number) => void

/** What only the maker of a share may do: each gives the receipt as it is afterwards. */
export const ownerOf = (disk: Disk): Pick<Store, 'look' | 'stop' | 'resume'> => {
  const { rows, group, erased } = disk

  const having =
    (change: Change): Store['look'] =>
    (ask, now) =>
      group.add(() => {
        const row = findOwned(rows, ask)
        if (row === null) return null
        change(row, now)
        return receiptOf(rows.find.get(ask.locator) ?? row, now)
      })

  const stop: Change = (row, now) => {
    if (row.link === null) return
    eraseShare(rows, row, now)
    erased()
  }

  const resume: Change = (row, now) => {
    if (isLive(row, now)) rows.resume.run({ id: row.id })
  }

  return { look: having(() => {}), stop: having(stop), resume: having(resume) }
}
