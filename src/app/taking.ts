import { fileType, headBytes } from '../exchange/fileType.ts'
import { isFileType } from '../record/carried.ts'
import { blankContact } from '../record/contact.ts'
import { endings } from '../record/endings.ts'
import type { Owner } from '../record/hanging.ts'
import { all, listOf, put } from '../record/record.ts'
import { titleOf } from '../record/order.ts'
import type { Reply } from '../record/reply.ts'
import type { Attachment } from '../record/hanging.ts'
import type { Change, ClientRecord, Contact, Id, Time } from '../record/types.ts'
import type { Bytes } from '../share/bytes.ts'
import { fated, originOf } from './replying.ts'

// A file that came with an answer, on its way to being hers. It is what its first bytes say, never what its
// name says; a picture is drawn anew, so that nothing but a picture comes in.

export type Taken =
  | { readonly ok: true; readonly file: File }
  | { readonly ok: false; readonly why: 'type' | 'unclean' }

/** The name without its last ending, which may lie. */
const stemOf = (name: string): string => name.replace(/\.[^.]{1,5}$/, '').trim() || 'file'

/** `redraw` gives a picture drawn anew; null when it cannot be. */
export const takeIn = async (
  bytes: Bytes,
  name: string,
  redraw: (file: File) => Promise<File | null>,
): Promise<Taken> => {
  const type = fileType(bytes.subarray(0, headBytes), '')
  if (!isFileType(type)) return { ok: false, why: 'type' }
  const file = new File([bytes], `${stemOf(name)}.${endings[type]}`, { type })
  if (!type.startsWith('image/')) return { ok: true, file }
  const drawn = await redraw(file)
  if (!drawn || !isFileType(drawn.type)) return { ok: false, why: 'unclean' }
  const named = new File([drawn], `${stemOf(name)}.${endings[drawn.type]}`, { type: drawn.type })
  return { ok: true, file: named }
}

/** Who the file is kept under: a contact that she has, or one that is made of who answered. */
export type Holder = { readonly owner: Owner; readonly made: Contact | null; readonly name: string }

/** `id`: of the contact, should it have to be made. */
export const holderOf = (
  record: ClientRecord,
  reply: Reply,
  { id, now, unnamed }: { readonly id: Id; readonly now: Time; readonly unnamed: string },
): Holder => {
  const names = [reply.from, record.share.get(reply.share)?.grant.recipient ?? ''].filter(Boolean)
  const known = listOf(record, 'contact').find((one) => names.includes(titleOf(one)))
  if (known) return { owner: { kind: 'contact', id: known.id }, made: null, name: titleOf(known) }
  const name = names[0] ?? unnamed
  const source = originOf(reply, 0)
  const made = { ...blankContact, id, organisation: name, source, written: now, edited: now }
  return { owner: { kind: 'contact', id }, made, name }
}

/** The file is hers, under whom it came from, and the answer says so. */
export const keepTaken = (reply: Reply, at: number, { made }: Holder, entry: Attachment): Change =>
  all(...(made ? [put(made)] : []), put(entry), put(fated(reply, at, 'kept')))
