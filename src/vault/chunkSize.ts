import { sealBytes } from '../crypto/seal.ts'
import { regions } from './layout.ts'

// Sizes of the file of chunks, for the page too: it cuts attachments and says what they take.

export const chunkBytes = 1_048_576
/** Bytes of an attachment in one chunk. */
export const chunkRoom = chunkBytes - sealBytes

/** Slots of each region, as the file grows: 8, 32, 128 MiB. */
export const spaceSizes = [8, 32, 128] as const

/** The file's length with so many slots for each region. */
export const spaceBytes = (slots: number): number => slots * regions * chunkBytes
