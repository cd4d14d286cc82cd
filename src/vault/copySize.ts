import { chunkBytes, spaceSizes } from './chunkSize.ts'
import { pageBytes } from './layout.ts'

/** Chunks that a file has: 256 KiB, 1, 4 or 16 MiB. Everybody's file has one of four sizes. */
export const buckets = [4, 16, 64, 256] as const

/** Bytes of a cut file of which something may still be read. */
export const leastFile = pageBytes
export const mostFile = buckets[3] * pageBytes
/** With as many chunks of attachments behind the entries as there are slots. */
export const mostWhole = mostFile + spaceSizes[2] * chunkBytes
