import { newBrowserKey, type BrowserKey } from '../share/opener.ts'

// The one thing that this page leaves in a browser: a key that cannot be read out, so that whoever
// opened a link here opens it here again without using up another place. It is put away at the first
// link that opened, never before, and is the same for all links: it tells of none of them.

const [database, shelf, slot] = ['page', 'key', 1] as const

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error('the browser keeps nothing'))
  })

const keptIn = async (mode: IDBTransactionMode): Promise<IDBObjectStore> => {
  const asked = indexedDB.open(database, 1)
  asked.onupgradeneeded = () => {
    // Looking must not leave so much as an empty shelf behind.
    if (mode === 'readonly') asked.transaction?.abort()
    else asked.result.createObjectStore(shelf)
  }
  return (await done(asked)).transaction(shelf, mode).objectStore(shelf)
}

const kept = async (): Promise<BrowserKey | null> => {
  const found: unknown = await done((await keptIn('readonly')).get(slot))
  return found instanceof CryptoKey ? found : null
}

export type Browser = {
  readonly key: BrowserKey
  /** Puts the key away for the next time; a browser that keeps nothing is a new one each time. */
  readonly bind: () => Promise<void>
}

/** The browser as it was bound before, or one that is not bound yet. Never rejects for want of storage. */
export const thisBrowser = async (): Promise<Browser> => {
  const before = await kept().catch(() => null)
  const key = before ?? (await newBrowserKey())
  const bind = async (): Promise<void> => {
    if (!before) await done((await keptIn('readwrite')).put(key, slot))
  }
  return { key, bind: () => bind().catch(() => undefined) }
}
