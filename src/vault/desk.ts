import type { Chunks, OpenSpace } from './attachments.ts'
import { ensureContainer } from './container.ts'
import type { Disk, Opened, Shut } from './disk.ts'
import { whyOf } from './full.ts'
import type { NotErased, Why } from './messages.ts'
import type { Held, Tools } from './opening.ts'

/** What the keeper needs from outside, so that it can be tried without a browser. */
export type Means = Tools & {
  readonly openStorage: () => Promise<Opened>
  readonly openSpace: OpenSpace
  /** Waits until an answer may be given that started at `since`, so that its time tells nothing. */
  readonly even: (since: number) => Promise<void>
  readonly now: () => number
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly pause: (ms: number) => Promise<void>
  /** GiB of memory as far as the browser tells, else null. */
  readonly memory: number | null
}

/** The container is held only while something is open; otherwise other tabs may have it. */
export type Desk = {
  readonly means: Means
  held: Held | null
  chunks: Chunks | null
  /** What is left to do between questions, a little at a time. */
  rest: AsyncIterator<unknown> | null
  /** Tries that the phone had no room to write down, in ms since 1970. */
  readonly unwritten: number[]
  /** What the last erasing had to leave. */
  left?: NotErased
}

/** Throws when nothing is open, which no page asks for. */
export const heldBy = ({ held }: Desk): Held => {
  if (!held) throw new Error('nothing is open')
  return held
}

/** Runs `use` on the container, which is made first if need be, and lets go unless it became held. */
export const withDisk = async <T>(
  desk: Desk,
  use: (disk: Disk) => Promise<T>,
  otherwise: (why: Why | Shut) => T,
): Promise<T> => {
  if (desk.held) return use(desk.held.disk)
  const opened = await desk.means.openStorage()
  if (!opened.ok) return otherwise(opened.why)
  try {
    await ensureContainer(opened.disk)
    return await use(opened.disk)
  } catch (error) {
    return otherwise(whyOf(error))
  } finally {
    if (!desk.held) opened.disk.close()
  }
}

const noSpace: OpenSpace = () => Promise.resolve(null)

/**
 * The file of chunks, which is let go of first if it is open. Deniable room needs a private file; beside
 * a database there is none.
 */
export const spaceBeside = (desk: Desk, disk: Disk): OpenSpace => {
  if (disk.kind !== 'file') return noSpace
  return (create) => {
    desk.chunks?.close()
    return desk.means.openSpace(create)
  }
}

/**
 * Does a little of what is left to do; whether there is more. Where there is no room for it, it waits for the next
 * opening, which finds it in the header.
 */
export const rest = async (desk: Desk): Promise<boolean> => {
  if (!desk.rest) return false
  try {
    const { done } = await desk.rest.next()
    if (done) desk.rest = null
    return !done
  } catch (error) {
    desk.rest = null
    whyOf(error)
    return false
  }
}

export const finishRest = async (desk: Desk): Promise<void> => {
  while (await rest(desk)) continue
}
