import { expect, type Page } from '@playwright/test'
import { containerBytes, firstPages, headerAt, regions } from '../../src/vault/layout.ts'
import { herPhone } from '../journeys/driver.ts'
import type { Server } from '../journeys/server.ts'
import { beginContact, setUpBySum } from './day.ts'
import { unevenness } from './measures.ts'
import { plant } from './planted.ts'
import { firstPage, test, type Profile, type ProfileFile } from './profile.ts'

test.skip(({ browserName }) => browserName !== 'chromium', 'reads what Chromium writes')

/** What everyone's page does at the start is over by then, in ms. */
const filePause = 1_000

const sectorBytes = 4_096

const regionsOf = (container: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: regions }, (_, region) =>
    container.subarray(headerAt(region, 0), headerAt(region + 1, 0)),
  )

/** What stands out: a region by 4 deviations, a sector by 8, as there are two thousand of them. */
const standingOut = (container: Uint8Array): readonly string[] => {
  const sectors = Array.from({ length: container.length / sectorBytes }, (_, at) =>
    container.subarray(at * sectorBytes, (at + 1) * sectorBytes),
  )
  return [
    ...regionsOf(container).map((bytes, at) => ({ name: `region ${at}`, bytes, limit: 4 })),
    ...sectors.map((bytes, at) => ({ name: `sector ${at}`, bytes, limit: 8 })),
  ].flatMap(({ name, bytes, limit }) => {
    const far = unevenness(bytes)
    return Math.abs(far) < limit ? [] : [`${name}: ${far.toFixed(1)}`]
  })
}

/** Without the browser's own count, which is empty while it has not counted yet. */
const ownFiles = (profile: Profile): readonly ProfileFile[] =>
  profile.files().filter(({ path }) => path.includes('File System') && !path.endsWith('.usage'))

/** What the browser lays down of the page's scripts and pictures, without the folder's chance name. */
const shelfNames = (profile: Profile): readonly string[] =>
  profile
    .files()
    .filter(({ path }) => path.includes('CacheStorage'))
    .map(({ path }) => path.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, 'shelf'))

const shelfIsFull = (): Promise<boolean> =>
  caches.match('/data/se.json').then((kept) => kept !== undefined)

/** What the browser says that the page takes up, in bytes: anybody can ask it. */
const estimate = (page: Page): Promise<number> =>
  page.evaluate(async () => (await navigator.storage.estimate()).usage ?? -1)

const afterSums = async (profile: Profile, server: Server): Promise<number> => {
  const context = await profile.open()
  const her = herPhone(firstPage(context), server)
  await her.open()
  await her.typeOnCalculator('12*3456=')
  await her.page.waitForFunction(shelfIsFull)
  await her.page.waitForTimeout(filePause)
  const usage = await estimate(her.page)
  await context.close()
  return usage
}

const afterWriting = async (profile: Profile, server: Server): Promise<number> => {
  const context = await profile.open()
  const her = herPhone(firstPage(context), server)
  const day = { her, planted: plant() }
  await setUpBySum(day)
  await her.writeStory('happened', 'En lång dag. '.repeat(5_000))
  await beginContact(day, 'contact')
  await her.exit()
  await her.page.waitForFunction(shelfIsFull)
  await her.page.waitForTimeout(filePause)
  const usage = await estimate(her.page)
  await context.close()
  return usage
}

test('FORENSIC-8 whoever only ever adds up has the same files, and in them nothing stands out', async ({
  newProfile,
  server,
}) => {
  const [plain, hers] = [newProfile(), newProfile()]
  const usages = await Promise.all([afterSums(plain, server), afterWriting(hers, server)])
  const found = [plain, hers].map(ownFiles)
  const [inPlain = [], inHers = []] = found.map((files) =>
    files.map(({ path, bytes }) => `${path} ${bytes.length}`),
  )
  expect(inHers).toEqual(inPlain)
  expect(usages[0]).toBeGreaterThan(containerBytes(firstPages))
  expect(usages[1]).toBe(usages[0])
  const size = containerBytes(firstPages)
  const containers = found.flat().filter(({ bytes }) => bytes.length === size)
  expect(containers).toHaveLength(2)
  for (const { bytes } of containers) {
    expect(standingOut(bytes)).toEqual([])
    // One sector of zeros, as a disk tool leaves it, would not pass.
    bytes.fill(0, 1_000_448, 1_000_448 + 512)
    expect(standingOut(bytes).join()).toContain('sector 244: ')
  }
})

test('FORENSIC-9 what the browser keeps of the scripts does not tell which of them ran', async ({
  newProfile,
  server,
}) => {
  const [plain, hers] = [newProfile(), newProfile()]
  await Promise.all([afterSums(plain, server), afterWriting(hers, server)])
  expect(shelfNames(plain).length).toBeGreaterThan(20)
  expect(shelfNames(hers)).toEqual(shelfNames(plain))
})
