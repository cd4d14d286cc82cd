import { fieldsOf, text, whole, type Fields } from './fields.ts'

// Files that go along with a share. They have no names there: a file's name can tell when a photo was taken,
// or what its owner calls it.

/** Every type that goes along. */
export const fileTypes = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/heic',
  'image/avif',
  'application/pdf',
  'audio/mpeg',
  'audio/aac',
  'audio/mp4',
  'audio/ogg',
  'audio/wav',
  'audio/flac',
  'audio/amr',
  'audio/webm',
] as const

export type FileType = (typeof fileTypes)[number]

export const isFileType = (type: unknown): type is FileType =>
  fileTypes.some((known) => known === type)

/** What a file is called on a screen; each has a text. */
export type FileSort = 'picture' | 'document' | 'sound'

export const fileSort = (type: string): FileSort => {
  if (type.startsWith('image/')) return 'picture'
  return type.startsWith('audio/') ? 'sound' : 'document'
}

/** What the recipient is told: where it lies (16 bytes), what opens it (32 bytes), both base64url. */
export type SharedFile = {
  readonly id: string
  readonly key: string
  readonly type: FileType
  /** In bytes. */
  readonly size: number
}

export type CarriedFile = {
  /** The attachment that it was made from. */
  readonly of: string
  /** As it is, with all that is hidden in it; else a clean copy. */
  readonly whole: boolean
  /** SHA-256 of the bytes that go, base64url: under one key no others may. Empty before that. */
  readonly hash: string
  /** Null until it has been made ready. */
  readonly sealed: SharedFile | null
}

const readSealed = (from: Fields): SharedFile | null => {
  const { id, key, type, size } = from
  if (!isFileType(type) || text(id) === '' || text(key) === '') return null
  return { id: text(id), key: text(key), type, size: whole(size, 0) }
}

export const readCarried = (value: unknown): CarriedFile => {
  const from = fieldsOf(value)
  return {
    of: text(from['of']),
    whole: from['whole'] === true,
    hash: text(from['hash']),
    sealed: readSealed(fieldsOf(from['sealed'])),
  }
}

/** What goes into the summary. */
export const sharedFiles = (files: readonly CarriedFile[]): readonly SharedFile[] =>
  files.flatMap(({ sealed }) => sealed ?? [])
