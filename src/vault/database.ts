import { deleteDB, openDB, type IDBPDatabase } from 'idb'
import type { Disk } from './disk.ts'
import { databaseName } from './names.ts'

const store = 'data'
const key = 'data'

const diskOf = (database: IDBPDatabase, kept: Uint8Array): Disk => {
  let bytes = new Uint8Array(kept)
  const grow = (length: number): void => {
    if (length <= bytes.length) return
    const longer = new Uint8Array(length)
    longer.set(bytes)
    bytes = longer
  }
  return {
    kind: 'database',
    size: () => bytes.length,
    read: (at, length) => {
      if (at + length > bytes.length) throw new RangeError('the file is shorter')
      return bytes.slice(at, at + length)
    },
    write: (at, part) => {
      grow(at + part.length)
      bytes.set(part, at)
    },
    flush: async () => {
      const change = database.transaction(store, 'readwrite', { durability: 'strict' })
      await Promise.all([change.store.put(bytes, key), change.done])
    },
    cut: (length) => {
      bytes = bytes.slice(0, length)
    },
    close: () => database.close(),
    remove: () => {
      database.close()
      return deleteDB(databaseName)
    },
  }
}

/**
 * Where there is no private file: the container as one large value. The engine may keep old copies of
 * it on disk, so this hides what is kept and not that something is. null when nothing can be kept.
 */
export const openDatabase = async (): Promise<Disk | null> => {
  try {
    const database = await openDB(databaseName, 1, {
      upgrade: (db) => void db.createObjectStore(store),
    })
    const kept: unknown = await database.get(store, key)
    return diskOf(database, kept instanceof Uint8Array ? kept : new Uint8Array(0))
  } catch {
    return null
  }
}
