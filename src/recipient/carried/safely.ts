import { fileSort, type FileType, type SharedFile } from '../../record/carried.ts'
import type { Bytes } from '../../share/bytes.ts'

// What came from outside is never opened for anybody. Pictures of dots are drawn, because a browser runs
// nothing in them; anything else can only be saved, as bytes of no kind.

const drawn: readonly string[] = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']

export const isDrawn = ({ type }: Pick<SharedFile, 'type'>): boolean => drawn.includes(type)

/** Under a type of its own only what is drawn. */
export const blobOf = (file: SharedFile, parts: readonly Bytes[]): Blob =>
  new Blob([...parts], { type: isDrawn(file) ? file.type : 'application/octet-stream' })

const endings: Readonly<Record<FileType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/avif': 'avif',
  'application/pdf': 'pdf',
  'audio/mpeg': 'mp3',
  'audio/aac': 'aac',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/flac': 'flac',
  'audio/amr': 'amr',
  'audio/webm': 'webm',
}

/** "document-2.pdf": made here, so that no name from outside reaches a disk. */
export const saveName = ({ type }: Pick<SharedFile, 'type'>, number: number): string =>
  `${fileSort(type)}-${number}.${endings[type]}`
