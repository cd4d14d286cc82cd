import { isErased, isSurelyOver } from '../record/given.ts'
import type { Share } from '../record/types.ts'
import { sendPause } from './pausing.ts'
import { stopSharing, type Desk } from './sharing.ts'
import { catchUp, sendSooner } from './updating.ts'

// Shares that she wants kept up to date. What waits to be sent is told by the record itself: a share is
// behind when its parts read otherwise than what was sent last. So nothing is lost by leaving, by a
// network that is not there, or by a phone that is switched off.

/** Milliseconds: after the last change, and after a try that failed. */
export type Pauses = { readonly settle: number; readonly again: number }

const pauses: Pauses = { settle: 3_000, again: 30_000 }

const isOpen = (share: Share, now: string): boolean =>
  share.living !== null &&
  share.made !== '' &&
  share.stopped === '' &&
  share.stopping === '' &&
  share.grant.until > now

const openOnes = (desk: Desk): readonly Share[] =>
  [...desk.state().record.share.values()].filter((share) => isOpen(share, desk.time()))

/** Sends what has changed; true when nothing is left to be sent. */
export const sendChanges = async (desk: Desk): Promise<boolean> => {
  let all = true
  for (const share of openOnes(desk)) {
    const { ok } = await catchUp(desk, share)
    all = all && ok
  }
  return all
}

/** Stops what she wanted stopped when nobody could be reached; true when nothing of it is left. */
export const sendStops = async (desk: Desk): Promise<boolean> => {
  let all = true
  for (const share of desk.state().record.share.values()) {
    if (share.stopping === '' || isErased(share)) continue
    const { ok } = await stopSharing(desk, share)
    all = all && ok
  }
  return all
}

/** Asks again for each pause and earlier end that she wanted; true when nothing of it is left. */
export const sendWaiting = async (desk: Desk): Promise<boolean> => {
  let all = true
  for (const share of desk.state().record.share.values()) {
    if (isSurelyOver(share) || share.stopping !== '') continue
    const paused = share.pausing === '' || (await sendPause(desk, share)).ok
    const ended = share.sooner === '' || (await sendSooner(desk, share)).ok
    all = all && paused && ended
  }
  return all
}

/** Watches from now on; returns how to stop. One sending at a time. */
export const keepLiving = (
  desk: Desk & { readonly subscribe: (listener: () => void) => () => void },
  { settle, again }: Pauses = pauses,
): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = false
  let over = false

  const soon = (wait: number): void => {
    clearTimeout(timer)
    if (!over) timer = setTimeout(() => void run(), wait)
  }
  const run = async (): Promise<void> => {
    // What is erased sends nothing any more, also where the phone kept something back.
    if (desk.state().view.erasing) return
    if (running) return soon(settle)
    running = true
    const mine = {
      ...desk,
      send: (...said: Parameters<Desk['send']>) => over || desk.send(...said),
    }
    const stopped = await sendStops(mine)
    const closed = await sendWaiting(mine)
    const done = (await sendChanges(mine)) && stopped && closed
    running = false
    if (!done) soon(again)
  }
  const forget = desk.subscribe(() => soon(settle))
  const online = (): void => soon(0)
  addEventListener('online', online)
  soon(0)
  return () => {
    over = true
    clearTimeout(timer)
    forget()
    removeEventListener('online', online)
  }
}
