import { expect, type BrowserContext } from '@playwright/test'
import { herPhone, type HerPhone } from '../journeys/driver.ts'
import type { Server } from '../journeys/server.ts'
import { telling } from '../rules/telling.ts'
import { beginStory, setUpBySum } from './day.ts'
import { addressesIn, iconPages, rowsOf, topSites, visitsIn, wordsIn } from './names.ts'
import { plant, type Planted } from './planted.ts'
import { fingerPause, firstPage, test } from './profile.ts'

test.skip(({ browserName }) => browserName !== 'chromium', 'reads what Chromium writes')
test.slow()

const site = 'https://www.wikipedia.org/'
/** What Chromium shows in a new tab from the first day. */
const itsOwn = 'https://chrome.google.com/webstore'

const strip = async ({ room, page }: HerPhone): Promise<void> => {
  const box = await room.locator('.exit').boundingBox()
  if (!box) throw new Error('no exit on the screen')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.wheel(120, 0)
}

const pressing =
  (...keys: readonly string[]) =>
  async ({ page }: HerPhone): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }

/** Each way out that is no page of its own, with a topic of the story to be in the middle of. */
const ways: Readonly<Record<string, (her: HerPhone) => Promise<unknown>>> = {
  before: pressing('Escape', 'Escape'),
  happened: pressing('Shift', 'Shift', 'Shift'),
  threats: strip,
  latest: ({ page }) => page.evaluate(() => void window.dispatchEvent(new Event('blur'))),
  need: ({ page }) => page.evaluate(() => void window.dispatchEvent(new Event('pagehide'))),
}

type Left = { readonly her: HerPhone; readonly planted: Planted; readonly code: string }

/** Half a story, long enough on the screen for the browser to have seen it. */
const halfTyped = async (day: Left, topic: string): Promise<void> => {
  await beginStory(day, topic)
  await day.her.page.waitForTimeout(1_500)
}

const leaveEachWay = async (day: Left): Promise<void> => {
  for (const [topic, leave] of Object.entries(ways)) {
    await halfTyped(day, topic)
    await leave(day.her)
    await expect(day.her.room).toHaveCount(0)
    await day.her.page.waitForTimeout(fingerPause)
    await day.her.unlock(day.code)
  }
}

/** Left alone for longer than she allows; on a page of its own, whose clock can be put forward. */
const leaveByIdling = async (day: Left, context: BrowserContext, server: Server) => {
  const her = herPhone(await context.newPage(), server)
  await her.page.clock.install()
  await her.open()
  await her.unlock(day.code)
  await halfTyped({ ...day, her }, 'before')
  await her.page.clock.fastForward('05:30')
  await expect(her.room).toHaveCount(0)
  await her.page.close()
}

const leaveForSite = async (day: Left): Promise<void> => {
  const { her } = day
  await her.page
    .context()
    .route(`${site}**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>an ordinary page' }),
    )
  await her.open()
  await her.unlock(day.code)
  await her.openSettings()
  await her.room.getByRole('radio', { name: new URL(site).host }).click()
  await halfTyped(day, 'happened')
  await her.room.getByRole('button', { name: her.say('exit.label') }).click()
  await expect(her.page.getByText('an ordinary page')).toBeVisible()
}

test('FORENSIC-300 after every way out the browser’s own lists know the neutral address and title alone', async ({
  newProfile,
  server,
}) => {
  const profile = newProfile()
  const planted = plant()
  const context = await profile.open()
  const her = herPhone(firstPage(context), server)
  const day = { her, planted, code: await setUpBySum({ her, planted }) }
  await leaveEachWay(day)
  await her.exit()
  await leaveByIdling(day, context, server)
  await leaveForSite(day)
  await context.close()

  const files = profile.files()
  expect(planted.foundIn(files)).toEqual([])
  const visits = visitsIn(files)
  test.skip(visits === null, 'this build of Chromium keeps no history')
  const known = [`${server.app}/`, site]
  expect(topSites(files).length + iconPages(files).length + addressesIn(files).length).not.toBe(0)
  expect(visits?.map(({ url }) => url).toSorted()).toEqual(known.toSorted())
  // Chromium takes going on to a page in this one's place for a redirection, and writes its title to both.
  expect(visits?.filter(({ title }) => !['Calculator', 'Elsewhere'].includes(title))).toEqual([])
  for (const pages of [iconPages(files), topSites(files), addressesIn(files)])
    expect(pages.filter((url) => !known.includes(url) && !url.startsWith(itsOwn))).toEqual([])
  // What she typed is no form's, and no word of hers is a title in the list of tabs.
  for (const table of ['autofill', 'autofill_profiles'])
    expect(rowsOf(files, 'Web Data', `select * from ${table}`) ?? []).toEqual([])
  expect(telling(wordsIn(files))).toEqual([])
})
