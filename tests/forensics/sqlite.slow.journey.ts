import { expect } from '@playwright/test'
import { dayWithoutBattery } from './battery.ts'
import { test } from './profile.ts'

test.skip(({ browserName }) => browserName !== 'chromium', 'reads what Chromium writes')
// A whole day, typed key by key.
test.slow()

/** Chromium is about to keep databases in SQLite; today it does so when it is asked to. */
const switches = [
  '--disable-gpu',
  '--disable-background-networking',
  '--enable-features=IdbSqliteOnDiskRollout:stage/UseSqliteForNewStores',
]

test('FORENSIC-11 nothing of a whole day stands on the disk where databases lie in SQLite', async ({
  newProfile,
  server,
}) => {
  const { found, files } = await dayWithoutBattery(newProfile(), server, { switches })
  expect(found).toContain('(local storage)')
  const line = found.split('\n').find((one) => one.includes('(a database)')) ?? ''
  expect(line).toContain('IndexedDB')
  const sqlite = files.find(({ path }) => line.startsWith(`${path}:`) && !path.includes('leveldb'))
  test.skip(sqlite === undefined, 'this build of Chromium keeps no databases in SQLite')
})
