import { fieldsOf, list, oneOf, text, whole, type Fields } from './fields.ts'

// What a recipient answered, as it came: each item waits until she has taken it over or let it go.

/** Who acts on a proposed step: she who shared, or they who answer. */
export type By = 'you' | 'us'

export type ReplyItem =
  | { readonly kind: 'message'; readonly text: string }
  | {
      readonly kind: 'appointment'
      readonly title: string
      /** On the wall, "2026-11-23T16:00"; never empty. */
      readonly start: string
      /** Empty when open-ended. */
      readonly end: string
      readonly place: string
      readonly bring: string
    }
  | {
      readonly kind: 'contact'
      readonly organisation: string
      readonly person: string
      readonly role: string
      readonly phone: string
      readonly email: string
    }
  | { readonly kind: 'step'; readonly text: string; readonly on: string; readonly by: By }
  | {
      readonly kind: 'done'
      readonly text: string
      /** Which part of the summary it is about, by its `at`; left out when they named none. */
      readonly part?: number
    }
  | { readonly kind: 'ask'; readonly text: string }
  | {
      /** Its bytes wait at the relay until she takes it over: nothing of them lies in the record. */
      readonly kind: 'file'
      /** As whoever sent it calls it. */
      readonly name: string
      /** In bytes. */
      readonly size: number
    }

export type ItemKind = ReplyItem['kind']

/** In the order in which they are offered to whoever answers; written out, as the agency's page reads no item. */
export const itemKinds: readonly ItemKind[] = [
  'message',
  'appointment',
  'contact',
  'step',
  'done',
  'ask',
  'file',
]

/** What became of an item: nothing yet, taken over, or let go. */
export type Fate = 'new' | 'kept' | 'let go'

export type Reply = {
  readonly kind: 'reply'
  /** The sender's own random name for it, so that one reply never comes twice. */
  readonly id: string
  /** The share that it answers. */
  readonly share: string
  /** Who answered, in their own words. */
  readonly from: string
  /** When it was sent, by their clock; empty when that makes no sense. */
  readonly sent: string
  /** When she fetched it. */
  readonly fetched: string
  /** The language that it is written in, as the sender's page had it. */
  readonly language: string
  readonly items: readonly (ReplyItem & { readonly fate: Fate })[]
}

/** Raw public key and PKCS 8 private key on P-256, base64url. */
export type ReplyKeys = { readonly key: string; readonly secret: string }

export const readReplyKeys = (value: unknown): ReplyKeys | null => {
  const { key, secret } = fieldsOf(value)
  return text(key) && text(secret) ? { key: text(key), secret: text(secret) } : null
}

const place = (value: unknown): { readonly part?: number } => {
  const part = whole(value, -1)
  return part < 0 ? {} : { part }
}

const readers: { readonly [K in ItemKind]: (from: Fields) => Extract<ReplyItem, { kind: K }> } = {
  message: (from) => ({ kind: 'message', text: text(from['text']) }),
  appointment: (from) => ({
    kind: 'appointment',
    title: text(from['title']),
    start: text(from['start']),
    end: text(from['end']),
    place: text(from['place']),
    bring: text(from['bring']),
  }),
  contact: (from) => ({
    kind: 'contact',
    organisation: text(from['organisation']),
    person: text(from['person']),
    role: text(from['role']),
    phone: text(from['phone']),
    email: text(from['email']),
  }),
  step: (from) => ({
    kind: 'step',
    text: text(from['text']),
    on: text(from['on']),
    by: oneOf(from['by'], ['you', 'us'], 'us'),
  }),
  done: (from) => ({ kind: 'done', text: text(from['text']), ...place(from['part']) }),
  ask: (from) => ({ kind: 'ask', text: text(from['text']) }),
  file: (from) => ({ kind: 'file', name: text(from['name']), size: whole(from['size'], 0) }),
}

/** An item of a known kind, each field a text; null when its kind is not known. */
export const readItem = (value: unknown): ReplyItem | null => {
  const from = fieldsOf(value)
  const kind = itemKinds.find((one) => one === from['kind'])
  return kind ? readers[kind](from) : null
}

const fates: readonly Fate[] = ['new', 'kept', 'let go']

const readKept = (value: unknown): readonly (ReplyItem & { readonly fate: Fate })[] => {
  const item = readItem(value)
  return item ? [{ ...item, fate: oneOf(fieldsOf(value)['fate'], fates, 'new') }] : []
}

export const readReply = (id: string, from: Fields): Reply => ({
  kind: 'reply',
  id,
  share: text(from['share']),
  from: text(from['from']),
  sent: text(from['sent']),
  fetched: text(from['fetched']),
  language: text(from['language']),
  items: list(from['items'], readKept).flat(),
})

/** Whether she removed it: it holds nothing, and stays only until it cannot come again. */
export const isRemoved = ({ items }: Reply): boolean => items.length === 0

/** Whether she has not decided about all of it yet. */
export const isWaiting = ({ items }: Reply): boolean => items.some(({ fate }) => fate === 'new')

/** Whether the relay still holds what she has not decided about: a file comes only when she takes it. */
export const holdsFile = ({ items }: Reply): boolean =>
  items.some(({ kind, fate }) => kind === 'file' && fate === 'new')
