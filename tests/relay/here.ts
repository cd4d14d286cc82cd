import { afterEach, beforeEach } from 'vitest'
import type { Store } from '../../src/relay/store.ts'
import { dropFolder, newFolder, sqliteIn } from './given.ts'
import { newHouse } from './running.ts'

// What each test of a file has for itself, and what is gone after it.

/** A store over a folder of its own. */
export const storeHere = () => {
  let [folder, store]: [string, Store | null] = ['', null]
  const here = {
    get folder(): string {
      return folder
    },
    get store(): Store {
      if (!store) throw new Error('there is none outside of a test')
      return store
    },
    /** Another one over the same folder, which may hold so many bytes. */
    again: async (mostBytes: number): Promise<void> => {
      await here.store.close()
      store = sqliteIn(folder, mostBytes)
    },
  }
  beforeEach(() => {
    folder = newFolder()
    store = sqliteIn(folder)
  })
  afterEach(async () => {
    await here.store.close()
    dropFolder(folder)
  })
  return here
}

/** A folder with a data folder to be, and pages. */
export const houseHere = (): (() => string) => {
  let house = ''
  beforeEach(() => {
    house = newHouse()
  })
  afterEach(() => dropFolder(house))
  return () => house
}
