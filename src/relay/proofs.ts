import { hash } from 'node:crypto'

/** Bytes of a base64url field that the contract has already checked. */
export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'base64url')

/**
 * Only hashes are kept, so that what lies on disk proves nothing to the relay. Node gives bytes at more than twice the
 * price of text.
 */
export const hashOf = (proof: string): Uint8Array =>
  Buffer.from(hash('sha256', bytesOf(proof), 'latin1'), 'latin1')

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The JSON of a request, still unchecked; null when it is none. */
export const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch {
    return null
  }
}
