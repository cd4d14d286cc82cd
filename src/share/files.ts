import { join, random as fresh, spell, unspell, utf8, type Bytes, type Random } from './bytes.ts'
import { sizes, version } from './contract.ts'
import { lengthAt, piecesOf, spanOf, tagBytes } from './pieceSizes.ts'

// A file is sealed apart from the share that tells of it, in pieces, so that a line that breaks costs one
// piece. Its key lies in the share's sealed content. Each piece is bound to its file, its place and the
// number of all: whoever keeps them can lose them, but not swap, cut, repeat or mix them.

/** What the sealed content tells about a file: enough to find it and to open it. */
export type SealedFile = {
  /** Its random name at the relay, 16 bytes as base64url; a file that is sealed anew gets another. */
  readonly id: string
  /** 32 random bytes as base64url; it never seals anything else. */
  readonly key: string
  /** In bytes, before it was padded. */
  readonly size: number
}

export const newSealedFile = (size: number, random: Random = fresh): SealedFile => ({
  id: spell(random(sizes.file)),
  key: spell(random(32)),
  size,
})

const keyOf = (file: SealedFile): Promise<CryptoKey> => {
  const raw = unspell(file.key)
  if (raw?.length !== 32) throw new Error('a file has a key of 32 bytes')
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

const numbers = (...all: readonly number[]): Bytes => {
  const view = new DataView(new ArrayBuffer(all.length * 4))
  for (const [at, one] of all.entries()) view.setUint32(at * 4, one)
  return new Uint8Array(view.buffer)
}

/** The key seals each place once, so the place itself is the nonce. */
const cipher = (file: SealedFile, at: number) => ({
  name: 'AES-GCM',
  iv: join(new Uint8Array(8), numbers(at)),
  additionalData: join(
    utf8(`share/${version} file`),
    unspell(file.id) ?? new Uint8Array(),
    numbers(at, piecesOf(file.size), file.size),
  ),
})

/** `content`: the file's own bytes of piece `at`, as `spanOf` says. */
export const sealPiece = async (file: SealedFile, at: number, content: Bytes): Promise<Bytes> => {
  const { from, to } = spanOf(file.size, at)
  if (content.length !== to - from || at >= piecesOf(file.size)) throw new Error('not that piece')
  const whole = new Uint8Array(lengthAt(file.size, at))
  whole.set(content)
  return new Uint8Array(await crypto.subtle.encrypt(cipher(file, at), await keyOf(file), whole))
}

/** The file's own bytes of piece `at`; null when it is not exactly that piece of that file. */
export const openPiece = async (
  file: SealedFile,
  at: number,
  sealed: Bytes,
): Promise<Bytes | null> => {
  if (at >= piecesOf(file.size) || sealed.length !== lengthAt(file.size, at) + tagBytes) return null
  const { from, to } = spanOf(file.size, at)
  try {
    const opened = await crypto.subtle.decrypt(cipher(file, at), await keyOf(file), sealed)
    return new Uint8Array(opened).slice(0, to - from)
  } catch {
    return null
  }
}
