import type { Summary } from '../record/summary.ts'
import type { Id, Part, Share, Time } from '../record/types.ts'
import { markOf, ownShare } from '../share/change.ts'
import { limits } from '../share/contract.ts'
import { toldOf } from './carrying.ts'
import { endSurely } from './ending.ts'
import { look } from './noting.ts'
import { change, now } from './present.ts'
import { isThere, onItsWay, replace, replaceOnTop } from './replacing.ts'
import { surely } from './seeing.ts'
import {
  askRelay,
  not,
  secondsOf,
  summaryOf,
  timeAt,
  type Desk,
  type Done,
  type WhyNot,
} from './sharing.ts'
import { inTurn } from './turns.ts'

// What she does to a share that is made: other content, another end. The link stays.

/** Exactly what they read once it is sent. */
const summaryFor = (desk: Desk, share: Share): Summary => ({
  ...summaryOf(desk.state(), share.grant, desk.time()),
  replyKey: share.reply?.key ?? null,
  // What went along stays as it is: taking a file back is a stop.
  ...toldOf(share),
})

/** After something was sent: a living share knows what they read by now. */
const livingWith = (desk: Desk, share: Share, mark: string) => {
  const living = now(desk, share)?.living
  return living ? { ...living, mark, behind: '' } : null
}

/** Whether what she chose reads otherwise today than what they were sent last. */
const isBehind = async (desk: Desk, share: Share): Promise<boolean> =>
  share.living !== null && (await markOf(summaryFor(desk, share))) !== share.living.mark

const update = async (desk: Desk, share: Share): Promise<Done> => {
  const done = await replaceOnTop(desk, share, (current) => summaryFor(desk, current))
  if (!done.ok) return done
  change(desk, share, { counter: done.counter, living: livingWith(desk, share, done.mark) })
  return { ok: true }
}

/** Sends the chosen parts as they are now. */
export const updateShare = (desk: Desk, share: Share): Promise<Done> =>
  inTurn(desk, share, (current) => update(desk, current))

/** The same, only where they read something else by now; what waits is written down, so that it outlasts her leaving. */
export const catchUp = (desk: Desk, share: Share): Promise<Done> =>
  inTurn(desk, share, async (current): Promise<Done> => {
    if (!(await isBehind(desk, current))) return { ok: true }
    if (current.living?.behind === '')
      change(desk, current, { living: { ...current.living, behind: desk.time() } })
    return update(desk, current)
  })

/** From now on changes to the parts are sent by themselves, or no longer. */
export const keepUpdated = (desk: Desk, share: Share, yes: boolean): void =>
  change(desk, share, {
    living: yes ? { mark: '', behind: '', asked: desk.time() } : null,
  })

/** Seconds within which two ends are one: what was asked took its time. */
const near = 60

/** `isOlder`: what she wanted before, which must not undo an end that is earlier still. */
const moveEnd = async (desk: Desk, share: Share, life: number, isOlder: boolean): Promise<Done> => {
  const asked = await askRelay(desk)
  if (!asked.ok) return asked
  const until: Time = timeAt(asked.about.now + life)
  const there = await surely(desk.relay, await ownShare(desk.relay, share))
  if (!there.ok) return there.why === 'gone' ? not('over') : there
  if (isOlder && there.until <= asked.about.now + life + near) return { ok: true }
  // Not what she sent last: sealed anew, it would show again what she took out since.
  if (there.counter < share.counter) return not('damaged')
  const done = await replace(desk, share, () => ({ ...there.summary, until }))
  const current = now(desk, share)
  if (!done.ok || !current) return done
  const living = current.living && { ...current.living, mark: done.mark }
  change(desk, share, { counter: done.counter, grant: { ...current.grant, until }, living })
  return { ok: true }
}

/** Nothing waits any more for an end for one of these outcomes, unless she wants another one by now. */
const settledBy = (desk: Desk, share: Share, done: Done, hopeless: readonly WhyNot[]): Done => {
  const isSettled = done.ok || hopeless.includes(done.why)
  if (isSettled && now(desk, share)?.sooner === share.sooner)
    change(desk, share, { sooner: '', refusals: 0 })
  return done
}

/** Another end, counted in seconds from now by the relay's clock; what they read stays as it was. */
export const changeEnd = async (desk: Desk, share: Share, life: number): Promise<Done> => {
  const wanted = timeAt(secondsOf(desk.time()) + life)
  const until = now(desk, share)?.grant.until ?? ''
  // Only an earlier end is asked for again without her. A later one also takes back what waits.
  change(desk, share, { sooner: wanted < until ? wanted : '', refusals: 0 })
  const mine = { ...share, sooner: wanted }
  // She is told that a clock is wrong, and what was counted by it is not asked for again.
  return inTurn(desk, share, async (current) =>
    settledBy(desk, mine, await moveEnd(desk, current, life, false), ['over', 'clock']),
  )
}

const endSooner = async (desk: Desk, share: Share): Promise<Done> => {
  const left = secondsOf(share.sooner) - secondsOf(desk.time())
  if (left > 0) return moveEnd(desk, share, Math.max(left, limits.life.least), true)
  const asked = await askRelay(desk)
  return asked.ok ? endSurely(desk, share) : asked
}

/** Counted so far, and no further. */
const mostRefusals = 9

/** When an end was refused last, in seconds by the phone's clock; forgotten when she leaves. */
const refusedAt = new Map<Id, number>()

/** Seconds until it is asked for again: longer each time, and an hour at most. */
const restOf = ({ refusals }: Share): number => Math.min(3_600, 30 * 2 ** refusals)

/** An end that has passed by now waits for nothing. */
const isResting = (share: Share, seconds: number): boolean => {
  const at = refusedAt.get(share.id)
  const isPast = secondsOf(share.sooner) <= seconds
  return at !== undefined && !isPast && seconds >= at && seconds < at + restOf(share)
}

/** Asks again for an earlier end that she wanted; when that has passed by now, it ends at once. */
export const sendSooner = (desk: Desk, share: Share): Promise<Done> =>
  inTurn(desk, share, async (current): Promise<Done> => {
    if (current.sooner === '') return { ok: true }
    const seconds = secondsOf(desk.time())
    if (current.refusals > 0 && isResting(current, seconds)) return not('damaged')
    const done = settledBy(desk, current, await endSooner(desk, current), ['over'])
    if (done.ok || done.why !== 'damaged' || now(desk, share)?.sooner !== current.sooner)
      return done
    refusedAt.set(current.id, seconds)
    change(desk, current, { refusals: Math.min(current.refusals + 1, mostRefusals) })
    return done
  })

/** With what they are called: each name once, the latest first. */
export type Chosen = { readonly parts: readonly Part[]; readonly titles: Share['titles'] }

type Earlier = Share['earlier'][number]

/** They may read it from here on, whatever breaks off: the log says rather too much than too little. */
const writeDown = (desk: Desk, was: Share, { parts, titles }: Chosen): Earlier => {
  const tried = { parts, until: desk.time(), unsure: true }
  const gone = was.titles.filter(({ id }) => !titles.some((one) => one.id === id))
  change(desk, was, { titles: [...titles, ...gone], earlier: [...was.earlier, tried] })
  return tried
}

/** They have it by now, in place of what they had. */
const takeOver = (desk: Desk, share: Share, tried: Earlier): void => {
  const current = now(desk, share)
  if (!current) return
  const { grant, earlier } = current
  const before = { parts: grant.parts, until: tried.until, unsure: false }
  change(desk, share, {
    grant: { ...grant, parts: tried.parts },
    earlier: [...earlier.filter((one) => one !== tried), before],
  })
}

const exchange = async (desk: Desk, share: Share, chosen: Chosen): Promise<Done> => {
  const before = await look(desk, share)
  const was = now(desk, share)
  if (!before.ok) return before
  if (!was) return not('gone')
  const tried = writeDown(desk, was, chosen)
  const done = await replaceOnTop(desk, share, (current) =>
    summaryFor(desk, { ...current, grant: { ...current.grant, parts: chosen.parts } }),
  )
  const arrived = done.ok || (await isThere(desk, share, done.sent))
  if (arrived) takeOver(desk, share, tried)
  if (done.ok)
    change(desk, share, { counter: done.counter, living: livingWith(desk, share, done.mark) })
  if (arrived || done.ok) return { ok: true }
  if (arrived === false && !onItsWay(done))
    change(desk, share, { titles: was.titles, earlier: was.earlier })
  // It may still come: what is kept up to date is sent once more, as it should read.
  else change(desk, share, { living: livingWith(desk, share, '') })
  return not(done.why)
}

/** Other parts under the same link, as she saw them; what they were given before stays in the log. */
export const changeParts = (desk: Desk, share: Share, chosen: Chosen): Promise<Done> =>
  inTurn(desk, share, (current) => exchange(desk, current, chosen))

/** New entries are not offered again that are there by now. */
export const askNoMore = (desk: Desk, share: Share): void =>
  share.living
    ? change(desk, share, { living: { ...share.living, asked: desk.time() } })
    : undefined
