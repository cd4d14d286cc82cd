import type { Link } from '../share/link.ts'
import { memoryOf, newBrowserKey, type BrowserKey } from '../share/opener.ts'

// What this page leaves in a browser: a key that cannot be read out, so that whoever opened a link here
// opens it here again without using up another place. It is put away at the first link that opened, or that may
// have, never before, and is the same for all links: it tells of none of them. For content that was replaced it also
// leaves the number of the version, under a name made with that key, so that an older one is known.

const [database, slot] = ['page', 1] as const
type Shelf = 'key' | 'seen'

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error('the browser keeps nothing'))
  })

const keptIn = async (shelf: Shelf, mode: IDBTransactionMode): Promise<IDBObjectStore> => {
  const asked = indexedDB.open(database, 1)
  asked.onupgradeneeded = () => {
    // Looking must not leave so much as an empty shelf behind.
    if (mode === 'readonly') asked.transaction?.abort()
    else for (const name of ['key', 'seen']) asked.result.createObjectStore(name)
  }
  return (await done(asked)).transaction(shelf, mode).objectStore(shelf)
}

const kept = async (): Promise<BrowserKey | null> => {
  const found: unknown = await done((await keptIn('key', 'readonly')).get(slot))
  return found instanceof CryptoKey ? found : null
}

/** A window that asks is answered within this time, in ms, or has been put to sleep. */
const patience = 20_000

/** Held until the function that comes is called; a browser without locks, or a window that sleeps, holds up nobody. */
const takeLock = (): Promise<() => void> =>
  new Promise((resolve) => {
    const free = (): void => resolve(() => undefined)
    if (!('locks' in navigator)) return free()
    const held = () => new Promise<void>((release) => resolve(release))
    navigator.locks.request(database, { signal: AbortSignal.timeout(patience) }, held).catch(free)
  })

/**
 * As long as no key lies here, one window after the other: of two that open at the same moment the first one puts it away
 * for both.
 */
const inTurn = async <T>(open: () => Promise<T>): Promise<T> => {
  if (await kept().catch(() => null)) return open()
  const release = await takeLock()
  try {
    return await open()
  } finally {
    release()
  }
}

export type Browser = {
  readonly inTurn: typeof inTurn
  /** The key that lies here by now, whichever page put it away; else one of this page's own. */
  readonly key: () => Promise<BrowserKey>
  /** Puts the key away for the next time; a browser that keeps nothing is a new one each time. */
  readonly bind: () => Promise<void>
  /** The newest version of a share that was shown here; 1 when nothing is known. */
  readonly newest: (link: Link) => Promise<number>
  /** Remembers a version that is shown. The first one needs no memory: nothing is older. */
  readonly remember: (link: Link, counter: number) => Promise<void>
}

const memory = (key: Browser['key']): Pick<Browser, 'newest' | 'remember'> => ({
  newest: async (link) => {
    const name = await memoryOf(await key(), link)
    const find = async (): Promise<unknown> => done((await keptIn('seen', 'readonly')).get(name))
    const found = await find().catch(() => null)
    return typeof found === 'number' ? found : 1
  },
  remember: async (link, counter) => {
    const name = await memoryOf(await key(), link)
    const keep = async () => done((await keptIn('seen', 'readwrite')).put(counter, name))
    if (counter > 1) await keep().catch(() => undefined)
  },
})

/** Never rejects for want of storage. */
export const thisBrowser = async (): Promise<Browser> => {
  const own = await newBrowserKey()
  const key = async () => (await kept().catch(() => null)) ?? own
  // Adding fails where one lies already: the first one stays.
  const bind = async (): Promise<void> => {
    await done((await keptIn('key', 'readwrite')).add(own, slot))
  }
  return { inTurn, key, bind: () => bind().catch(() => undefined), ...memory(key) }
}
