// What a file is, by its first bytes: a name and a browser's guess can be wrong or made up.

/** Bytes that are enough to tell. */
export const headBytes = 32

type Sign = readonly [type: string, at: number, text: string]

const signs: readonly Sign[] = [
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['image/heic', 4, 'ftypheic'],
  ['image/heic', 4, 'ftypheix'],
  ['image/heic', 4, 'ftypmif1'],
  ['image/avif', 4, 'ftypavif'],
  ['application/pdf', 0, '%PDF-'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/mpeg', 0, '\xff\xfb'],
  ['audio/mpeg', 0, '\xff\xf3'],
  ['audio/aac', 0, '\xff\xf1'],
  ['audio/mp4', 4, 'ftypM4A'],
  ['audio/ogg', 0, 'OggS'],
  ['audio/wav', 8, 'WAVE'],
  ['audio/flac', 0, 'fLaC'],
  ['audio/amr', 0, '#!AMR'],
]

/** Boxes that hold sound or film: here the browser's guess decides, since only sound is taken. */
const boxes: readonly Sign[] = [
  ['audio/mp4', 4, 'ftyp'],
  ['audio/webm', 0, '\x1aE\xdf\xa3'],
]

const found = (head: string, known: readonly Sign[]): string | null =>
  known.find(([, at, text]) => head.startsWith(text, at))?.[0] ?? null

/** The MIME type of a photo, a PDF or sound; null for everything else. `guess`: the browser's. */
export const fileType = (bytes: Uint8Array, guess: string): string | null => {
  const head = String.fromCharCode(...bytes.subarray(0, headBytes))
  return found(head, signs) ?? (guess.startsWith('audio/') ? found(head, boxes) : null)
}
