import { deleteDB, openDB, type IDBPDatabase } from 'idb'
import type { Disk } from './disk.ts'
import { databaseName } from './names.ts'
import { valueOf } from './value.ts'

const store = 'data'
const key = 'data'

const diskOf = (database: IDBPDatabase, found: Uint8Array): Disk => ({
  kind: 'database',
  ...valueOf(found, async (bytes) => {
    const change = database.transaction(store, 'readwrite', { durability: 'strict' })
    // The transaction alone says why: what it broke off says only that it was.
    change.store.put(bytes, key).catch(() => undefined)
    await change.done
  }),
  close: () => database.close(),
  remove: () => {
    database.close()
    return deleteDB(databaseName)
  },
})

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
