import { makeShare } from '../../src/app/sharing.ts'
import type { Share } from '../../src/record/types.ts'
import { cut, openedBy, start, wish, type Break } from './line.ts'

// A share over a line that may hold calls back until they are let arrive.

const terms = { ...wish, openers: 100 }

export const made = async (all = start(), more: Partial<typeof wish> = {}) => {
  const done = await makeShare(all.desk, { ...terms, ...more })
  const one = (): Share => {
    const share = done.ok && all.store.state().record.share.get(done.id)
    if (!share) throw new Error('no share')
    return share
  }
  /** Calls that are still on their way when the phone has given them up. */
  const late: (() => Promise<unknown>)[] = []
  const holds: Break = (path, pass) => {
    late.push(pass)
    return cut(path, pass)
  }
  const arrive = async (): Promise<void> => {
    for (const pass of late.splice(0)) await pass()
  }
  const isOpen = async (): Promise<boolean> => (await openedBy(all.desk.relay, one()))?.ok === true
  return { ...all, one, late, holds, arrive, isOpen }
}
