import { expect } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { herPhone } from '../journeys/driver.ts'
import { beginContact, beginStory, setUpBySum, wholeDay, type Day } from './day.ts'
import { plant } from './planted.ts'
import { browserPause, fingerPause, firstPage, test } from './profile.ts'
import { leaveTraces } from './traces.ts'

test.skip(({ browserName }) => browserName !== 'chromium', 'reads what Chromium writes')

test('FORENSIC-1 nothing of a whole day stands on the disk when the battery ends it in mid-word', async ({
  newProfile,
  server,
}) => {
  const profile = newProfile()
  const planted = plant()
  const folder = mkdtempSync(join(tmpdir(), 'samlad-file-'))
  const context = await profile.open()
  const day = { her: herPhone(firstPage(context), server), planted }
  const code = await setUpBySum(day)
  await wholeDay(day, join(folder, `${planted.word('name of a file')}.vcf`))
  await day.her.exit()
  await day.her.unlock(code)
  await beginContact(day, 'half-typed contact')
  await day.her.page.waitForTimeout(browserPause)
  await profile.kill(context)
  rmSync(folder, { recursive: true })
  expect(planted.foundIn(profile.files())).toEqual([])

  // The browser mends its files at the next start; and the same search finds what others leave.
  const traces = plant()
  const next = await profile.open()
  await leaveTraces(firstPage(next), server, traces)
  await next.close()
  const files = profile.files()
  expect(planted.foundIn(files)).toEqual([])
  const found = traces.foundIn(files).join('\n')
  expect(found).toContain('(local storage)')
  expect(found).toContain('(a database)')
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
