import { put } from '../record/record.ts'
import type { Summary } from '../record/summary.ts'
import type { Share, Time } from '../record/types.ts'
import { askAbout, resumeShare } from '../share/client.ts'
import { markOf, ownShare, pauseShare, replaceShare } from '../share/change.ts'
import { sealSummary } from '../share/seal.ts'
import { toldOf } from './carrying.ts'
import { not, see, summaryOf, terms, timeAt, type Desk, type Done } from './sharing.ts'

// What she does to a share that is made: other content, another end, a pause. The link stays.

/** More versions than she can have made: a relay that says so is not believed. */
const mostAhead = 10_000

/** As it is in the record at this moment; null when it is gone. */
const now = (desk: Desk, { id }: Share): Share | null => desk.state().record.share.get(id) ?? null

/** Changes a share as it is by now; nothing when it is gone. */
export const change = (desk: Desk, share: Share, more: Partial<Share>): void => {
  const current = now(desk, share)
  if (current) desk.send(put({ ...current, ...more }))
}

/** Exactly what they read once it is sent. */
const summaryFor = (desk: Desk, share: Share): Summary => ({
  ...summaryOf(desk.state(), share.grant, desk.time()),
  replyKey: share.reply?.key ?? null,
  // What went along stays as it is: taking a file back is a stop.
  ...toldOf(share),
})

type Replaced = { readonly ok: true; readonly counter: number } | Exclude<Done, { ok: true }>

/** The relay is asked first which version it has: an answer that was lost must not stand in the way. */
const replace = async (desk: Desk, share: Share, summary: Summary): Promise<Replaced> => {
  const seen = await see(desk.relay, share)
  if (!seen.ok) return seen
  if (seen.receipt.state === 'ended') return not('over')
  if (seen.receipt.counter > share.counter + mostAhead) return not('refused')
  const counter = Math.max(seen.receipt.counter, share.counter) + 1
  const sealed = await sealSummary(summary, share, { ...terms, counter })
  if (!sealed.ok) return sealed
  const done = await replaceShare(desk.relay, share, sealed)
  return done.ok ? { ok: true, counter } : done
}

/** Whether what she chose reads otherwise today than what they were sent last. */
export const isBehind = async (desk: Desk, share: Share): Promise<boolean> =>
  share.living !== null && (await markOf(summaryFor(desk, share))) !== share.living.mark

/** Writes down that an update waits, so that it is not forgotten when she leaves. */
export const noteBehind = (desk: Desk, share: Share): void => {
  if (share.living?.behind !== '') return
  change(desk, share, { living: { ...share.living, behind: desk.time() } })
}

/** Sends the chosen parts as they are now. */
export const updateShare = async (desk: Desk, share: Share): Promise<Done> => {
  const summary = summaryFor(desk, share)
  const mark = await markOf(summary)
  const done = await replace(desk, share, summary)
  if (!done.ok) return done
  const living = now(desk, share)?.living ? { mark, behind: '' } : null
  change(desk, share, { counter: done.counter, living })
  return { ok: true }
}

/** From now on changes to the parts are sent by themselves, or no longer. */
export const keepUpdated = (desk: Desk, share: Share, yes: boolean): void =>
  change(desk, share, { living: yes ? { mark: '', behind: '' } : null })

/** Another end, counted in seconds from now by the relay's clock; what they read stays as it was. */
export const changeEnd = async (desk: Desk, share: Share, life: number): Promise<Done> => {
  const asked = await askAbout(desk.relay)
  if (!asked.ok) return asked
  const until: Time = timeAt(asked.about.now + life)
  const there = await ownShare(desk.relay, share)
  if (!there.ok) return there.why === 'gone' ? not('over') : there
  const done = await replace(desk, share, { ...there.summary, until })
  if (!done.ok) return done
  change(desk, share, { counter: done.counter, grant: { ...share.grant, until } })
  return { ok: true }
}

/** Until she lets it go on nobody can open it. */
export const pauseSharing = async (desk: Desk, share: Share): Promise<Done> => {
  const done = await pauseShare(desk.relay, share)
  if (done.ok) change(desk, share, { paused: desk.time() })
  return done
}

export const goOnSharing = async (desk: Desk, share: Share): Promise<Done> => {
  const done = await resumeShare(desk.relay, share)
  if (done.ok) change(desk, share, { paused: '' })
  return done
}
