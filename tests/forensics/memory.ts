import type { BrowserContext } from '@playwright/test'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import type { Planted } from './planted.ts'
import type { ProfileFile } from './profile.ts'

// What the processes that draw her pages hold in memory, as somebody with the whole phone would read it.

type Span = { readonly from: number; readonly to: number }

const stride = 4_194_304
/** What lies across the edge of two parts is in the first one. */
const overlap = 256
const zeros = Buffer.alloc(stride + overlap)

/** Memory that the process may write to; what it can only read came from a file. */
const spansOf = (process: number): readonly Span[] =>
  readFileSync(`/proc/${process}/maps`, 'utf8')
    .split('\n')
    .flatMap((line): Span[] => {
      const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
      return from === '' ? [] : [{ from: parseInt(from, 16), to: parseInt(to, 16) }]
    })

/** Null for memory that is named in the list and not there. */
const readAt = (file: number, from: number, length: number): Buffer | null => {
  const bytes = Buffer.alloc(length)
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, length, from))
  } catch {
    return null
  }
}

const memoryOf = (process: number): readonly ProfileFile[] => {
  const file = openSync(`/proc/${process}/mem`, 'r')
  const parts = spansOf(process).flatMap(({ from, to }) =>
    Array.from({ length: Math.ceil((to - from) / stride) }, (_, n): ProfileFile[] => {
      const at = from + n * stride
      const bytes = readAt(file, at, Math.min(stride + overlap, to - at))
      return bytes && !zeros.subarray(0, bytes.length).equals(bytes)
        ? [{ path: `memory ${process} ${at.toString(16)}`, bytes }]
        : []
    }).flat(),
  )
  closeSync(file)
  return parts
}

const processesOf = async (context: BrowserContext) => {
  const devtools = await context.browser()?.newBrowserCDPSession()
  return (await devtools?.send('SystemInfo.getProcessInfo'))?.processInfo ?? []
}

/** The memory of every process that draws pages; null where another process may not be read. */
export const renderersMemory = async (
  context: BrowserContext,
): Promise<readonly ProfileFile[] | null> => {
  const processes = await processesOf(context)
  try {
    return processes.flatMap(({ type, id }) => (type === 'renderer' ? memoryOf(id) : []))
  } catch {
    return null
  }
}

/** Which kinds of the browser's processes hold any of it. */
export const kindsHolding = async (
  context: BrowserContext,
  { foundIn }: Planted,
): Promise<readonly string[]> => {
  const processes = await processesOf(context)
  const holding = processes.filter(({ id }) => foundIn(memoryOf(id)).length > 0)
  return [...new Set(holding.map(({ type }) => type))].toSorted()
}
