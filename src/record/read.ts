import { readCarried } from './carried.ts'
import type { Addendum, Attachment, Owner, Proof, Statement } from './hanging.ts'
import { readAppointment } from './appointment.ts'
import { readIncident } from './incident.ts'
import { fieldsOf, list, oneOf, orNull, text, times, whole, type Fields } from './fields.ts'
import { partKinds, shapes } from './parts/table.ts'
import { readKeptPack } from './pack.ts'
import { readContact } from './readContact.ts'
import { recipientTypes } from './recipients.ts'
import { readChild } from './child.ts'
import { readCouncil } from './council.ts'
import { readDraft } from './draft.ts'
import { readLiving } from './living.ts'
import { readNeed } from './need.ts'
import { readPast } from './past.ts'
import { readPlace } from './place.ts'
import { readPrecaution } from './precaution.ts'
import { readRating } from './rating.ts'
import { readSeen, readTitled } from './seen.ts'
import { readSetting } from './setting.ts'
import { readSpoken } from './spoken.ts'
import { readStep } from './step.ts'
import { readTalk } from './talk.ts'
import { readWaiting } from './waiting.ts'
import {
  topics,
  type Earlier,
  type Entry,
  type EntryOf,
  type Grant,
  type Kind,
  type Part,
  type Share,
  type Story,
} from './types.ts'
import { readReply, readReplyKeys } from './reply.ts'

// Reads an entry from what was kept, perhaps by an older version: a missing field gets its empty
// value, an unknown one is left behind, and only what has no kind or id is refused.

const ownerKinds: readonly Owner['kind'][] = ['contact', 'appointment', 'story', 'incident']

const readPart = (value: unknown): Part => {
  const { kind, id, fields, extras } = fieldsOf(value)
  const known = oneOf(kind, partKinds, 'contact')
  // Once a part named only what went along beyond the usual.
  const names = Array.isArray(fields)
    ? list(fields, text)
    : [...shapes[known].ordinary, ...list(extras, text)]
  const own = shapes[known].fields.map(({ name }) => name)
  return { kind: known, id: text(id), fields: own.filter((name) => names.includes(name)) }
}

const readGrant = (value: unknown): Grant => {
  const { recipient, type, why, parts, until } = fieldsOf(value)
  return {
    recipient: text(recipient),
    type: oneOf(type, recipientTypes, 'other'),
    why: text(why),
    parts: list(parts, readPart),
    until: text(until),
  }
}

const readEarlier = (value: unknown): Earlier => {
  const { parts, until, unsure } = fieldsOf(value)
  return { parts: list(parts, readPart), until: text(until), unsure: unsure === true }
}

const readStory = (id: string, from: Fields): Story => ({
  kind: 'story',
  id,
  topic: oneOf(from['topic'], topics, 'own'),
  title: text(from['title']),
  brief: text(from['brief']),
  text: text(from['text']),
  ...times(from),
})

const readOwner = (value: unknown): Owner | null => {
  const { kind, id } = fieldsOf(value)
  const known = ownerKinds.find((one) => one === kind)
  return known && text(id) !== '' ? { kind: known, id: text(id) } : null
}

const isSlot = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 65_536

const readAttachment = (id: string, from: Fields): Attachment => ({
  kind: 'attachment',
  id,
  of: readOwner(from['of']),
  name: text(from['name']),
  type: text(from['type']),
  size: whole(from['size'], 0),
  hash: text(from['hash']),
  slots: list(from['slots'], (one) => one).filter(isSlot),
  key: text(from['key']),
  thumbnail: text(from['thumbnail']),
  ...times(from),
})

const readAddendum = (id: string, from: Fields): Addendum => ({
  kind: 'addendum',
  id,
  of: readOwner(from['of']),
  text: text(from['text']),
  written: text(from['written']),
})

const readProof = (id: string, from: Fields): Proof => ({
  kind: 'proof',
  id,
  salt: text(from['salt']),
})

const readStatement = (id: string, from: Fields): Statement => ({
  kind: 'statement',
  id,
  made: text(from['made']),
  leaves: text(from['leaves']),
})

const readShare = (id: string, from: Fields): Share => ({
  kind: 'share',
  id,
  grant: readGrant(from['grant']),
  secret: text(from['secret']),
  origin: text(from['origin']),
  owner: text(from['owner']),
  passcode: orNull(from['passcode']),
  reply: readReplyKeys(from['reply']),
  counter: whole(from['counter'], 1),
  openers: whole(from['openers'], 20),
  made: text(from['made']),
  stopped: text(from['stopped']),
  ...readWaiting(from),
  ended: text(from['ended']),
  paused: text(from['paused']),
  files: list(from['files'], readCarried),
  earlier: list(from['earlier'], readEarlier),
  titles: list(from['titles'], readTitled),
  seen: readSeen(from['seen']),
  living: readLiving(from['living']),
  spoken: readSpoken(from['spoken']),
  filed: text(from['filed']),
})

/** How each kind is read. Without a line here a new kind does not compile; its shelf follows from it. */
const readers: { readonly [K in Kind]: (id: string, from: Fields) => EntryOf<K> } = {
  contact: readContact,
  appointment: readAppointment,
  story: readStory,
  incident: readIncident,
  need: readNeed,
  step: readStep,
  child: readChild,
  rating: readRating,
  precaution: readPrecaution,
  talk: readTalk,
  council: readCouncil,
  past: readPast,
  attachment: readAttachment,
  addendum: readAddendum,
  proof: readProof,
  statement: readStatement,
  share: readShare,
  reply: readReply,
  pack: readKeptPack,
  draft: readDraft,
  setting: (_, from) => readSetting(from),
  place: (_, from) => readPlace(from),
}

const isKind = (name: string): name is Kind => Object.hasOwn(readers, name)

export const kinds: readonly Kind[] = Object.keys(readers).filter(isKind)

/** An entry; null when its kind is not ours or it has no id. */
export const readEntry = (value: unknown): Entry | null => {
  const from = fieldsOf(value)
  const [id, kind] = [text(from['id']), text(from['kind'])]
  const known = kinds.find((one) => one === kind)
  return id === '' || !known ? null : readers[known](id, from)
}
