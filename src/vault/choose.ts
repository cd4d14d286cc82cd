import type { OpenSpace } from './attachments.ts'
import type { Disk } from './disk.ts'

// Which disk it is, decided apart from the browser, so that it can be tried without one.

/** A worker that was just ended lets go of a file within this time, in ms; asked again in steps. */
export const patience = 1_500
export const step = 50

/** Engines name it differently when someone else still holds the file. */
const isHeld = (error: unknown): boolean =>
  error instanceof DOMException &&
  ['NoModificationAllowedError', 'InvalidStateError'].includes(error.name)

/** What `take` gives once nobody else holds it; `busy` when they do not let go. Throws the rest. */
export const onceFree = async <T>(
  take: () => Promise<T>,
  pause: (ms: number) => Promise<void>,
): Promise<T | 'busy'> => {
  for (let waited = 0; waited < patience; waited += step) {
    try {
      return await take()
    } catch (error) {
      if (!isHeld(error)) throw error
      await pause(step)
    }
  }
  return 'busy'
}

export type Places = {
  readonly openFile: () => Promise<Disk | 'busy' | 'shut' | null>
  readonly isInDatabase: () => Promise<boolean>
  readonly openDatabase: () => Promise<Disk | null>
  readonly openSpace: OpenSpace
}

/** The disk to keep things on; null when there is none. */
export const chooseDisk = async (places: Places): Promise<Disk | 'busy' | 'shut' | null> => {
  const file = await places.openFile()
  // A database beside a file that only does not open now would look like a phone where nothing was kept, and
  // what is written there would be lost once the file opens again.
  if (typeof file === 'string') return file
  // A browser that has learned to keep files must still open what it kept before that.
  const isFresh = file?.size() === 0
  if (!file || (isFresh && (await places.isInDatabase()))) {
    file?.close()
    return places.openDatabase()
  }
  // Where no container is yet, chunks are what an erasing had to leave, without a key: they go before anything begins.
  const left = isFresh ? await places.openSpace(false) : null
  if (left === 'busy') {
    file.close()
    return left
  }
  // One that does not open holds nothing up for ever: no key is left for it.
  if (left !== 'shut') await left?.remove().catch(() => undefined)
  return file
}
