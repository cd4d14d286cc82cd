import { everGiven } from './given.ts'
import { shapes } from './parts/table.ts'
import { all, listOf, put } from './record.ts'
import type { Change, ClientRecord, Contact, Part, Share, Time } from './types.ts'

// What was given of a contact that becomes one with another is of the one that stays from then on.

const isOf = ({ kind, id }: Part, contact: Contact): boolean =>
  kind === 'contact' && id === contact.id

const asking = new Set(shapes.contact.fields.flatMap(({ care, name }) => (care ? [name] : [])))

const sharesWith = (record: ClientRecord, contact: Contact): Share[] =>
  listOf(record, 'share').filter(({ grant }) => grant.parts.some((part) => isOf(part, contact)))

/** Also those that held it once: the log of what was given goes on with the one that stays. */
const sharesThatHad = (record: ClientRecord, contact: Contact): Share[] =>
  listOf(record, 'share').filter((share) => everGiven(share).some((part) => isOf(part, contact)))

/** Where nothing new would be shown by it, or both were given with it. */
const mayShow = (stays: Contact, goes: Contact): boolean =>
  stays.addresses.every((address) => goes.addresses.includes(address))

const partMoved = (part: Part, stays: Contact, goes: Contact): Part => ({
  ...part,
  id: stays.id,
  fields: part.fields.filter((name) => !asking.has(name) || mayShow(stays, goes)),
})

/** Both were given: one part says what either said; what asks for care, if both said it. */
const partOfBoth = (one: Part, other: Part): Part => ({
  ...one,
  fields: [
    ...one.fields.filter((name) => !asking.has(name) || other.fields.includes(name)),
    ...other.fields.filter((name) => !asking.has(name) && !one.fields.includes(name)),
  ],
})

const partsMoved = (parts: readonly Part[], stays: Contact, goes: Contact): readonly Part[] => {
  const own = parts.find((part) => isOf(part, stays))
  const other = parts.find((part) => isOf(part, goes))
  if (!other) return parts
  if (!own) return parts.map((part) => (part === other ? partMoved(part, stays, goes) : part))
  return parts
    .filter((part) => part !== other)
    .map((part) => (part === own ? partOfBoth(own, other) : part))
}

/** Each share that holds the one that goes holds the one that stays. */
export const sharesMoved =
  (stays: Contact, goes: Contact): Change =>
  (record) =>
    all(
      ...sharesThatHad(record, goes).map((share) => {
        const parts = partsMoved(share.grant.parts, stays, goes)
        const earlier = share.earlier.map((one) => ({
          ...one,
          parts: partsMoved(one.parts, stays, goes),
        }))
        return put({ ...share, grant: { ...share.grant, parts }, earlier })
      }),
    )(record)

/** Shares that somebody can open now and that hold this contact. */
export const openWith = (record: ClientRecord, contact: Contact, now: Time): Share[] =>
  sharesWith(record, contact).filter(
    ({ made, stopped, grant }) => made !== '' && stopped === '' && grant.until > now,
  )
