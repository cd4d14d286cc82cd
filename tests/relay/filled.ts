import { randomBytes } from 'node:crypto'
import { prepareRows } from '../../src/relay/sqlite/rows.ts'
import { openDatabase } from '../../src/relay/sqlite/schema.ts'
import { noon } from './given.ts'

/** Makes a data folder with so many shares that end at noon; rows alone: where bodies lie makes no difference to a sweep. */
export const fillRows = (folder: string, count: number): void => {
  const db = openDatabase(folder)
  const { insert } = prepareRows(db)
  const terms = { openers: 5, tries: 10, counter: 1, forget: noon * 2 }
  const spot = { segment: noon, offset: 0, length: 0 }
  const secret = (): Uint8Array => randomBytes(32)
  const fill = db.transaction(() => {
    for (let at = 0; at < count; at++) {
      const secrets = { link: secret(), pass: secret(), owner: secret(), wrapKey: secret() }
      const locator = randomBytes(16)
      const row = {
        ...terms,
        ...spot,
        ...secrets,
        reply: null,
        locator,
        serverShare: secret(),
        until: noon,
      }
      insert.run(row)
    }
  })
  fill()
  db.close()
}
