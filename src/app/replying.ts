import { bare } from '../record/appointment.ts'
import { blankContact } from '../record/contact.ts'
import { titleOf } from '../record/order.ts'
import { all, drop, listOf, put } from '../record/record.ts'
import { holdsFile, isRemoved, type Fate, type Reply, type ReplyItem } from '../record/reply.ts'
import type { Step } from '../record/step.ts'
import type {
  Appointment,
  Change,
  ClientRecord,
  Contact,
  Entry,
  Id,
  Share,
  Time,
} from '../record/types.ts'
import { spell, type Bytes } from '../share/bytes.ts'
import { locatorOf } from '../share/keys.ts'
import { parseLink } from '../share/link.ts'
import { fetchReplies, takeReplies, type Sealed } from '../share/replies.ts'
import { openReply } from '../share/reply.ts'
import { not, type Desk, type Not } from './sharing.ts'
import { replyFrom } from './tidying.ts'

// Answers come when she asks for them, and lie in her record as they came. Each item waits there until she
// takes it over or lets it go; whoever sent it is never told which.

/** How many came now, and how many could not be read: damaged, or of a newer version. */
export type Fetched =
  | {
      readonly ok: true
      readonly fresh: number
      readonly damaged: number
      readonly newer: number
    }
  | Not

type Keys = NonNullable<Share['reply']>
type Opened = { readonly id: Id; readonly result: Awaited<ReturnType<typeof openReply>> }

const openAll = async (
  share: Share,
  keys: Keys,
  sealed: readonly Sealed[],
): Promise<readonly Opened[]> => {
  const link = await parseLink(share.secret)
  const box = { locator: link ? spell(await locatorOf(link)) : '', key: keys.key }
  return Promise.all(
    sealed.map(async (one) => ({
      id: one.id,
      result: await openReply(one.sealed, box, one.id, keys.secret),
    })),
  )
}

/** Only what lies on the phone is erased at the relay; the rest is told at the next look. Whether it was. */
const acknowledge = async (desk: Desk, share: Share, ids: readonly Id[]): Promise<boolean> => {
  if (ids.length === 0) return true
  await desk.settled()
  if (desk.state().view.trouble !== null) return false
  return (await takeReplies(desk.relay, share, ids)).ok
}

/** What she removed is named until the relay has erased it, or it would come again; `waiting` is there still. */
const forgetRemoved = (desk: Desk, { id: share }: Share, waiting: readonly Id[]): void => {
  const gone = listOf(desk.state().record, 'reply').filter(
    (reply) => reply.share === share && isRemoved(reply) && !waiting.includes(reply.id),
  )
  if (gone.length > 0) desk.send(all(...gone.map(({ id }) => drop('reply', id))))
}

/** Takes an answer away: nothing of it stays but what it is called at the relay. */
export const removeAnswer = (reply: Reply): Change =>
  put({ ...reply, from: '', sent: '', language: '', items: [] })

/** Fetches the answers to a share. One that cannot be opened is erased: it could never be. */
export const fetchAnswers = async (desk: Desk, share: Share): Promise<Fetched> => {
  if (!share.reply) return { ok: true, fresh: 0, damaged: 0, newer: 0 }
  const waiting = await fetchReplies(desk.relay, share)
  if (!waiting.ok) return waiting
  const known = desk.state().record.reply
  const opened = await openAll(share, share.reply, waiting.replies)
  const now = desk.time()
  const fresh = opened.flatMap(({ id, result }) =>
    result.ok && !known.has(id) ? [replyFrom(id, share.id, result.content, now)] : [],
  )
  if (fresh.length > 0) desk.send(all(...fresh.map(put)))
  const bad = (why: 'damaged' | 'older') =>
    opened.filter(({ result }) => !result.ok && result.why === why)
  const isDone = (id: Id): boolean => {
    const reply = known.get(id)
    return reply !== undefined && !holdsFile(reply)
  }
  const over = [...opened.filter(({ id }) => isDone(id)), ...bad('damaged')]
  const ids = over.map(({ id }) => id)
  forgetRemoved(desk, share, (await acknowledge(desk, share, ids)) ? [] : ids)
  return {
    ok: true,
    fresh: fresh.length,
    damaged: bad('damaged').length,
    newer: bad('older').length,
  }
}

/**
 * Has the relay erase an answer that she has in front of her, unless a file of it waits there to be taken
 * over. Without a network, at the next look.
 */
export const confirmAnswer = async (desk: Desk, { share, id }: Reply): Promise<void> => {
  const { record } = desk.state()
  const [own, reply] = [record.share.get(share), record.reply.get(id)]
  if (own && !(reply && holdsFile(reply))) await acknowledge(desk, own, [id])
}

/** The bytes of one file of an answer, as they were sent. `gone`: the relay does not have it any more. */
export const fetchFile = async (
  desk: Desk,
  reply: Reply,
  at: number,
): Promise<{ readonly ok: true; readonly bytes: Bytes } | Not> => {
  const share = desk.state().record.share.get(reply.share)
  if (!share?.reply) return not('gone')
  const waiting = await fetchReplies(desk.relay, share)
  if (!waiting.ok) return waiting
  const sealed = waiting.replies.filter(({ id }) => id === reply.id)
  const [opened] = await openAll(share, share.reply, sealed)
  const before = reply.items.slice(0, at).filter(({ kind }) => kind === 'file').length
  const bytes = opened?.result.ok ? opened.result.files[before] : undefined
  return bytes ? { ok: true, bytes } : not('gone')
}

/** An answer of which one item has been dealt with. */
export const fated = (reply: Reply, at: number, fate: Fate): Reply => ({
  ...reply,
  items: reply.items.map((item, other) => (other === at ? { ...item, fate } : item)),
})

/** Where an entry came from that she took over from an answer. */
export const originOf = (reply: Reply, at: number): string => `reply:${reply.id}:${at}`

/** `said`: where it came from, as words; `who` sent it, and `contact` if she has them as one. */
export type Stamp = {
  readonly id: Id
  readonly now: Time
  readonly said: string
  readonly who: string
  readonly contact: Id | null
}

const appointmentOf = (
  item: Extract<ReplyItem, { kind: 'appointment' }>,
  origin: string,
  { id, now }: Stamp,
): Appointment => {
  const { title, start, end, place, bring } = item
  const own = { title, start, end, place, bring, uid: origin, written: now, edited: now }
  return { ...bare, kind: 'appointment', id, allDay: false, contact: null, note: '', ...own }
}

const contactOf = (
  item: Extract<ReplyItem, { kind: 'contact' }>,
  origin: string,
  { id, now }: Stamp,
): Contact => {
  const { organisation, person, role, phone, email } = item
  return {
    ...blankContact,
    id,
    organisation,
    person,
    role,
    source: origin,
    written: now,
    edited: now,
    phones: phone ? [{ label: '', number: phone }] : [],
    emails: email ? [email] : [],
  }
}

/** The plan has a person for each step, or herself: whoever else does it stands in its words. */
const stepOf = (
  { text, on, by }: Extract<ReplyItem, { kind: 'step' }>,
  { id, now, said, who, contact }: Stamp,
): Step => ({
  kind: 'step',
  id,
  area: '',
  child: null,
  what: by === 'us' && contact === null && who ? `${who}: ${text}` : text,
  goal: '',
  contact: by === 'us' ? contact : null,
  by: on,
  follow: '',
  done: '',
  helped: '',
  note: said,
  written: now,
  edited: now,
})

const entryFrom = (item: ReplyItem, origin: string, stamp: Stamp): Entry | null => {
  if (item.kind === 'step') return stepOf(item, stamp)
  if (item.kind === 'appointment') return appointmentOf(item, origin, stamp)
  return item.kind === 'contact' ? contactOf(item, origin, stamp) : null
}

/** The contact that whoever answered surely is: by the name that she or they gave; null when none is. */
export const contactNamed = (record: ClientRecord, { from, share }: Reply): Id | null => {
  const names = [from, record.share.get(share)?.grant.recipient ?? ''].filter(Boolean)
  const found = listOf(record, 'contact').filter((one) => names.includes(titleOf(one)))
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

/** Takes one item over: what can be an entry becomes one, and keeps where it came from. */
export const takeOver = (reply: Reply, at: number, stamp: Stamp): Change => {
  const item = reply.items[at]
  const entry = item ? entryFrom(item, originOf(reply, at), stamp) : null
  const kept = put(fated(reply, at, 'kept'))
  return entry ? all(put(entry), kept) : kept
}

/** Lets one item go. Nobody is told. */
export const letGo = (reply: Reply, at: number): Change => put(fated(reply, at, 'let go'))
