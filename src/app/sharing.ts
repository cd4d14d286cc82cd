import type { CarriedFile } from '../record/carried.ts'
import { all, drop, put } from '../record/record.ts'
import { summarise, type Summary } from '../record/summary.ts'
import type { Grant, Id, Share, Time } from '../record/types.ts'
import { nothingWaits } from '../record/waiting.ts'
import type { Relay } from '../share/call.ts'
import { askAbout, createShare, stopShare, type TooLong } from '../share/client.ts'
import type { About } from '../share/about.ts'
import { markOf } from '../share/change.ts'
import { limits } from '../share/contract.ts'
import { newSecret } from '../share/link.ts'
import { newPasscode } from '../share/passcode.ts'
import { newReplyKeys } from '../share/reply.ts'
import { newOwner, sealSummary } from '../share/seal.ts'
import { stopSpoken } from '../share/telephone.ts'
import { carryFiles, toldOf, type Carrier, type Stuck } from './carrying.ts'
import { timeOf } from './clock.ts'
import { threeWords } from './four/four.ts'
import { change, now as present } from './present.ts'
import { see } from './seeing.ts'
import type { State, Store } from './store.ts'

// What happens between her record and the relay. A share is kept on the phone before the relay gets
// it, so that whatever breaks in between, she can find it again: `made` stays empty until the relay
// is known to have it, and nobody sees a link before that.

/** `why` is the end of a locale key: share.why.<why>. */
export type WhyNot = Stuck['why'] | TooLong['why'] | 'large' | 'unkept' | 'over' | 'clock'
export type Not = { readonly ok: false; readonly why: WhyNot }
export type Done = { readonly ok: true } | Not

/** What she decided: a grant whose end is still a length of time, in seconds. */
export type Wish = Omit<Grant, 'until'> & {
  readonly life: number
  readonly passcode: boolean
  /** Words in place of digits; only with a passcode. */
  readonly words: boolean
  readonly openers: number
  /** What the parts are called today. */
  readonly titles: Share['titles']
  /** Whether changes to the parts are sent by themselves from the start. */
  readonly living: boolean
  readonly files: readonly Pick<CarriedFile, 'of' | 'whole'>[]
}

export type Desk = Pick<Store, 'state' | 'send' | 'settled' | 'time' | 'newId'> & {
  readonly relay: Relay
  /** Only where a share with files may be sent. */
  readonly carrier?: Carrier
}

/** `skewed`: the phone's clock is wrong. `id` of a failure: the share waits to be sent again. */
export type Made =
  | { readonly ok: true; readonly id: Id; readonly skewed: boolean }
  | { readonly ok: false; readonly why: WhyNot; readonly id: Id | null }

/** Wrong passcodes before a link pauses. */
export const tries = 10

/** What the relay holds a share to. */
export const termsOf = ({ openers, counter }: Pick<Share, 'openers' | 'counter'>) => ({
  openers,
  tries,
  counter,
})
/** Seconds that a phone's clock may be off without a word about it. */
const slack = 300
/** Seconds that the two clocks may be apart: a wrong day, and the hour of a summer that began. */
const apart = 86_400 + 3_600
/** Seconds that must be left of a share that is sent late, or the relay would not take it. */
export const soonest = limits.life.least - slack + 30

export const not = (why: WhyNot): Not => ({ ok: false, why })
export const timeAt = (seconds: number): Time => timeOf(new Date(seconds * 1000))
export const secondsOf = (time: Time): number => Math.floor(Date.parse(time) / 1000)

/**
 * What the relay says of itself. `clock`: its time and the phone's are more than a day apart, so one of them is
 * wrong; every end is counted by the relay's, and one that is far ahead would keep a link open for years.
 */
export const askRelay = async ({
  relay,
  time,
}: Pick<Desk, 'relay' | 'time'>): Promise<{ readonly ok: true; readonly about: About } | Not> => {
  const asked = await askAbout(relay)
  if (!asked.ok) return asked
  return Math.abs(asked.about.now - secondsOf(time())) > apart ? not('clock') : asked
}

/** Exactly what will be sealed; the preview draws the same. */
export const summaryOf = ({ record, words }: State, grant: Grant, made: Time): Summary =>
  summarise(record, grant, { made, language: words.language.tag })

const passcodeOf = async ({ state }: Desk, { words }: Wish): Promise<string> =>
  words ? (await threeWords(state().words.language.tag)).join(' ') : newPasscode()

const shareOf = async (desk: Desk, wish: Wish, about: About): Promise<Share> => {
  const { recipient, type, why, parts } = wish
  return {
    kind: 'share',
    id: desk.newId(),
    // The relay's clock decides when a share ends, so the end is counted by that clock.
    grant: { recipient, type, why, parts, until: timeAt(about.now + wish.life) },
    secret: await newSecret(wish.passcode),
    origin: about.recipientOrigin,
    owner: newOwner(),
    passcode: wish.passcode ? await passcodeOf(desk, wish) : null,
    reply: await newReplyKeys(),
    counter: 1,
    openers: wish.openers,
    made: '',
    stopped: '',
    ...nothingWaits,
    ended: '',
    titles: wish.titles,
    seen: null,
    earlier: [],
    paused: '',
    order: 0,
    instead: '',
    files: wish.files.map((file) => ({ ...file, hash: '', sealed: null })),
    living: wish.living ? { mark: '', behind: '', asked: '' } : null,
    spoken: null,
    filed: '',
  }
}

const settle = (desk: Desk, share: Share, made: Time, mark = ''): Done => {
  desk.send(put({ ...share, made, living: share.living && { ...share.living, mark } }))
  return { ok: true }
}

/** It may have arrived earlier, when the answer was lost: the relay knows it by her own proof. */
export const claim = async (desk: Desk, share: Share, now: Time): Promise<Done> => {
  const seen = await see(desk.relay, share)
  if (!seen.ok) return seen
  return seen.receipt.state === 'ended' ? not('over') : settle(desk, share, now)
}

/** Its files go first: a share is never there without them. */
export const handOver = async (desk: Desk, unsent: Share, now: Time): Promise<Done> => {
  const carried = await carryFiles({ ...desk, keep: (share) => desk.send(put(share)) }, unsent)
  if (!carried.ok) return carried
  const { share } = carried
  const replyKey = share.reply?.key ?? null
  const summary = { ...summaryOf(desk.state(), share.grant, now), replyKey, ...toldOf(share) }
  const sealed = await sealSummary(summary, share, termsOf(share))
  if (!sealed.ok) return sealed
  const created = await createShare(desk.relay, sealed.head, sealed.body)
  if (created.ok) return settle(desk, share, now, await markOf(summary))
  if (created.why === 'full' || created.why === 'long') return created
  const claimed = await claim(desk, share, now)
  return claimed.ok ? claimed : created
}

const isUnkept = ({ view }: State): boolean => view.trouble === 'full' || view.trouble === 'busy'

/** What no later try makes better; the form is still hers. */
const hopeless: readonly WhyNot[] = ['long', 'large', 'files', 'unread', 'unclean']

/** Hands over what was just written down; where that fails, it waits. `now`: by the relay's clock, in seconds since 1970. */
export const handOverKept = async (desk: Desk, share: Share, now: number): Promise<Made> => {
  const done = await handOver(desk, share, timeAt(now))
  if (!done.ok) return { ...done, id: share.id }
  return { ok: true, id: share.id, skewed: Math.abs(secondsOf(desk.time()) - now) > slack }
}

const handOverNew = async (desk: Desk, share: Share, now: number): Promise<Made> => {
  const made = await handOverKept(desk, share, now)
  if (made.ok) return made
  if (hopeless.includes(made.why)) desk.send(drop('share', share.id))
  else if (made.why !== 'cancelled' || !(await takeBack(desk, share)).ok) return made
  return { ...made, id: null }
}

/**
 * What she chose, written down before anything is sent: what is not could never be stopped. `old`: the one whose place it
 * takes, which is wanted stopped in the same change, so that no leaving in between leaves both. Null where nothing is kept.
 */
export const keepUnsent = async (
  desk: Desk,
  wish: Wish,
  about: About,
  old: Share | null = null,
): Promise<Share | null> => {
  if (isUnkept(desk.state())) return null
  const share = { ...(await shareOf(desk, wish, about)), instead: old?.id ?? '' }
  const was = old && present(desk, old)
  const ending = was ? [put({ ...was, stopping: was.stopping || desk.time() })] : []
  desk.send(all(put(share), ...ending))
  await desk.settled()
  if (!isUnkept(desk.state())) return share
  desk.send(drop('share', share.id))
  if (was) change(desk, was, { stopping: was.stopping })
  return null
}

/** Makes a share and hands it to the relay. */
export const makeShare = async (desk: Desk, wish: Wish): Promise<Made> => {
  const asked = await askRelay(desk)
  if (!asked.ok) return { ...asked, id: null }
  const share = await keepUnsent(desk, wish, asked.about)
  return share ? handOverNew(desk, share, asked.about.now) : { ...not('unkept'), id: null }
}

/** True only when the relay says so: a word of "stopped" that is wrong would put her at risk. */
export const endAtRelay = async (relay: Relay, share: Share): Promise<Done> => {
  const asked = await stopShare(relay, share)
  if (!asked.ok && asked.why !== 'gone') return asked
  const seen = await see(relay, share)
  if (!seen.ok) return seen.why === 'gone' ? { ok: true } : seen
  return seen.receipt.state === 'ended' ? { ok: true } : not('refused')
}

/** She does not have to remember it, nor to wait for it: it is tried again until it is done. */
const wantStopped = (desk: Desk, share: Share): void => {
  if (!present(desk, share)?.stopping) change(desk, share, { stopping: desk.time() })
}

/** Stops further opening, for good. The share stays in the record, as what she once gave. */
export const stopSharing = async (desk: Desk, share: Share): Promise<Done> => {
  wantStopped(desk, share)
  const ended = await endAtRelay(desk.relay, share)
  if (!ended.ok) return ended
  // What a code leads to is stopped already: whether this arrives changes nothing for anybody.
  if (share.spoken) void stopSpoken(desk.relay, share.spoken)
  change(desk, share, { spoken: null, ...nothingWaits, stopped: desk.time() })
  return ended
}

/** One after the other, and on past one that could not be stopped; the last reason is what she is told. */
export const stopEach = async (desk: Desk, shares: readonly Share[]): Promise<Done> => {
  for (const share of shares) wantStopped(desk, share)
  let done: Done = { ok: true }
  for (const share of shares) {
    const one = await stopSharing(desk, share)
    if (!one.ok) done = one
  }
  return done
}

/** Lets go of a share that was never known to be sent, once the relay surely does not have it. */
export const takeBack = async (desk: Desk, share: Share): Promise<Done> => {
  const ended = await endAtRelay(desk.relay, share)
  if (ended.ok) desk.send(drop('share', share.id))
  return ended
}
