import { expect } from '@playwright/test'
import { herPhone } from '../journeys/driver.ts'
import { dayWithoutBattery } from './battery.ts'
import { beginStory, setUpBySum, type Day } from './day.ts'
import { plant } from './planted.ts'
import { fingerPause, firstPage, test } from './profile.ts'

test.skip(({ browserName }) => browserName !== 'chromium', 'reads what Chromium writes')
// A whole day, typed key by key.
test.slow()

test('FORENSIC-1 nothing of a whole day stands on the disk when the battery ends it in mid-word', async ({
  newProfile,
  server,
}) => {
  const { files, found } = await dayWithoutBattery(newProfile(), server)
  expect(found).toContain('(local storage)')
  expect(found).toContain('(a database)')
  expect(found).toContain('a key that lies open')
  const keepsSessions = files.some(({ path }) => /\bSessions\b/.test(path))
  expect(found.includes('(an ordinary field)')).toBe(keepsSessions)
})

/** Half a story on the screen; leaving makes the browser write what it writes, if it has seen it. */
const halfTyped = async (day: Day, topic: string): Promise<void> => {
  await beginStory(day, topic)
  await day.her.page.waitForTimeout(1_500)
}

test('FORENSIC-2 however she leaves a half-typed form, nothing of it stands on the disk', async ({
  newProfile,
  server,
}) => {
  const profile = newProfile()
  const planted = plant()
  const context = await profile.open()
  const page = firstPage(context)
  const day = { her: herPhone(page, server), planted }
  const code = await setUpBySum(day)
  await halfTyped(day, 'before')
  await day.her.exit()
  await day.her.unlock(code)
  await halfTyped(day, 'happened')
  await page.goto(server.recipient)
  await page.goBack({ waitUntil: 'commit' })
  await expect(page.locator('#value')).toHaveText('0')
  await expect(day.her.room).toHaveCount(0)
  await page.waitForTimeout(fingerPause)
  await day.her.unlock(code)
  await halfTyped(day, 'threats')
  const other = herPhone(await context.newPage(), server)
  await page.close()
  await other.open()
  await other.unlock(code)
  await halfTyped({ her: other, planted }, 'latest')
  await context.close()
  expect(planted.foundIn(profile.files())).toEqual([])
})
