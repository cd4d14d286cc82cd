import { expect } from '@playwright/test'
import { herPhone, type HerPhone } from '../journeys/driver.ts'
import type { Server } from '../journeys/server.ts'
import { setUpBySum } from './day.ts'
import { plant } from './planted.ts'
import { firstPage, test, type Profile } from './profile.ts'

test.skip(({ browserName }) => browserName !== 'chromium', 'reads what Chromium writes')
test.slow()

/** What a list of the page's own files tells after a session, and the browser's own count. */
type Listed = { readonly files: readonly string[]; readonly usage: number }

const shelfIsFull = (): Promise<boolean> =>
  caches.match('/data/se.json').then((kept) => kept !== undefined)

/** Each file with its length and whether this session wrote it, without the folder's chance name. */
const filesSince = (profile: Profile, since: number): readonly string[] => {
  const times = profile.times()
  return profile
    .files()
    .filter(({ path }) => path.includes('File System') && !path.endsWith('.usage'))
    .map(({ path, bytes }) => {
      const isWritten = (times.get(path) ?? 0) >= since
      return `${path} ${bytes.length} ${isWritten ? 'written' : 'untouched'}`
    })
}

const session = async (
  profile: Profile,
  server: Server,
  live: (her: HerPhone) => Promise<void>,
): Promise<Listed> => {
  const since = Date.now()
  const context = await profile.open()
  const her = herPhone(firstPage(context), server)
  await live(her)
  await her.page.waitForFunction(shelfIsFull)
  await her.page.waitForTimeout(1_000)
  const usage = await her.page.evaluate(
    async () => (await navigator.storage.estimate()).usage ?? -1,
  )
  await context.close()
  return { files: filesSince(profile, since), usage }
}

/** One that is never refused: a code drawn by chance may have a row of digits in it, and hers may not. */
const ownChoice = '391/27*4-86'

/** Her first day, on which she changes her codes: to another one, or to two. */
const firstDay = (decoy: string | null, note: (code: string) => void) => async (her: HerPhone) => {
  const code = await setUpBySum({ her, planted: plant() })
  note(decoy ? code : ownChoice)
  await her.openCodes()
  await her.row(her.say(decoy ? 'decoy.title' : 'code.own.change')).click()
  await her.tap(her.say('action.continue'))
  await her.ownCode(decoy ?? ownChoice)
  await her.confirmOwn(code)
  const done = her.say(decoy ? 'decoy.done' : 'code.own.done')
  await expect(her.room).toContainText(done, { timeout: 30_000 })
  await her.exit()
}

const sessions = async (profile: Profile, server: Server, decoy: string | null) => {
  let code = ''
  const open = async (her: HerPhone): Promise<void> => {
    await her.open()
    await her.unlock(code)
    await her.writeStory('happened', 'En lång dag. '.repeat(500))
    await her.exit()
  }
  const addUp = async (her: HerPhone): Promise<void> => {
    await her.open()
    await her.typeOnCalculator('12*3456=')
  }
  const first = firstDay(decoy, (made) => {
    code = made
  })
  const lists: Listed[] = []
  for (const live of [first, addUp, open]) lists.push(await session(profile, server, live))
  return lists
}

test('FORENSIC-13 with a second vault the browser has the same files, sizes, times and count', async ({
  newProfile,
  server,
}) => {
  const alone = await sessions(newProfile(), server, null)
  const both = await sessions(newProfile(), server, '847193')
  expect(
    alone.map(({ files }) => files.filter((line) => line.endsWith('written')).length),
  ).not.toContain(0)
  expect(both.map(({ files }) => files)).toEqual(alone.map(({ files }) => files))
  // At a later start Chromium now and then counts without the container, with one vault as with two.
  expect(both[0]?.usage).toBe(alone[0]?.usage)
})
