import { fileType, headBytes } from '../../../exchange/fileType.ts'
import type { Attachment, Owner } from '../../../record/hanging.ts'
import type { Id, Time } from '../../../record/types.ts'
import { mostBytes, toText, type Attaching } from '../../attaching.ts'
import { thumbnailOf } from '../../picture.ts'

/** What the file picker offers. */
export const accept = 'image/*,application/pdf,audio/*'

/** Why a file was not taken; each has a text. */
export type Refused =
  'empty' | 'large' | 'type' | 'full' | 'busy' | 'none' | 'unread' | 'unclean' | 'away' | 'gone'

export type Picked =
  | { readonly ok: true; readonly file: File; readonly type: string }
  | { readonly ok: false; readonly why: Refused }

/** Looks at a picked file before anything of it is kept. */
export const look = async (file: File): Promise<Picked> => {
  if (file.size === 0) return { ok: false, why: 'empty' }
  if (file.size > mostBytes) return { ok: false, why: 'large' }
  const head = await file
    .slice(0, headBytes)
    .arrayBuffer()
    .catch(() => null)
  if (!head) return { ok: false, why: 'unread' }
  const type = fileType(new Uint8Array(head), file.type)
  return type ? { ok: true, file, type } : { ok: false, why: 'type' }
}

type Stamp = { readonly id: Id; readonly of: Owner; readonly now: () => Time }

type Kept =
  { readonly ok: true; readonly entry: Attachment } | { readonly ok: false; readonly why: Refused }

/** Writes the bytes; the entry that leads to them is for the caller to keep, now that they are there. */
export const keepFile = async (
  attaching: Attaching,
  { file, type }: Extract<Picked, { ok: true }>,
  { id, of, now }: Stamp,
  told: (done: number) => void,
): Promise<Kept> => {
  const key = crypto.getRandomValues(new Uint8Array(32))
  const thumbnail = type.startsWith('image/') ? await thumbnailOf(file) : null
  const done = await attaching.write(id, key, file, told)
  if (!done.ok) return done
  const time = now()
  const entry: Attachment = {
    kind: 'attachment',
    id,
    of,
    name: file.name,
    type,
    size: file.size,
    hash: done.hash,
    slots: done.slots,
    key: toText(key),
    thumbnail: thumbnail ? toText(thumbnail) : '',
    written: time,
    edited: time,
  }
  return { ok: true, entry }
}
