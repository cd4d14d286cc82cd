import { expect, type Page } from '@playwright/test'
import { herPhone, type HerPhone } from '../journeys/driver.ts'
import { beginContact, setUpBySum } from './day.ts'
import { storedNames, visitsIn } from './names.ts'
import { plant } from './planted.ts'
import { fingerPause, firstPage, test } from './profile.ts'

test.skip(({ browserName }) => browserName !== 'chromium', 'reads what Chromium writes')
// A whole day, typed key by key.
test.slow()

const ways: readonly (readonly [tab: string, ...taps: readonly string[]])[] = [
  ['contacts', 'contact.add', 'contact.topic.needs'],
  ['contacts', 'contact.fromDirectory'],
  ['contacts', 'contact.fromFile'],
  ['appointments', 'appointment.add'],
  ['appointments', 'appointment.fromFile'],
  ['stories'],
  ['shares', 'share.add', 'share.whom.more'],
  ['home', 'home.settings', 'setting.limits'],
  ['stories'],
  ['home'],
]

/** Opens twenty screens, one after the other. */
const visitScreens = async (her: HerPhone): Promise<void> => {
  expect(ways.flat().length).toBeGreaterThanOrEqual(20)
  for (const [tab, ...taps] of ways) {
    await her.tab(tab)
    for (const name of taps) await her.tap(her.say(name))
  }
}

const lengthOf = (page: Page): Promise<number> => page.evaluate(() => history.length)

/** Back or Forward; the page itself asks for it, as a browser may bring one back out of memory. */
const step = async (page: Page, by: -1 | 1, to: string): Promise<void> => {
  await page.evaluate((steps) => void setTimeout(() => history.go(steps)), by)
  await page.waitForURL(`${to}/`, { waitUntil: 'commit' })
}

test('FORENSIC-3 the history of the browser says Calculator and one address, whatever she did', async ({
  newProfile,
  server,
}) => {
  const profile = newProfile()
  const planted = plant()
  const context = await profile.open()
  const her = herPhone(firstPage(context), server)
  await setUpBySum({ her, planted })
  await visitScreens(her)
  await her.exit()
  await context.close()
  const visits = visitsIn(profile.files())
  test.skip(visits === null, 'this build of Chromium keeps no history')
  expect(visits).toEqual([{ url: `${server.app}/`, title: 'Calculator' }])
  planted.add('an address within', `${new URL(server.app).host}/#`)
  expect(planted.foundIn(profile.files())).toEqual([])
})

test('FORENSIC-4 a set-up link stays in the history of the browser, under the title Calculator', async ({
  newProfile,
  server,
}) => {
  const profile = newProfile()
  const context = await profile.open()
  await herPhone(firstPage(context), server).setUp()
  await context.close()
  const visits = visitsIn(profile.files())
  test.skip(visits === null, 'this build of Chromium keeps no history')
  const addresses = (visits ?? []).map(({ url }) => url.slice(server.app.length))
  expect(addresses.toSorted()).toEqual(['/', '/#start'])
  for (const { title } of visits ?? []) expect(['', 'Calculator']).toContain(title)
})

test('FORENSIC-5 no screen is a step in the history, and Back and Forward show the calculator', async ({
  newProfile,
  server,
}) => {
  const context = await newProfile().open()
  const page = firstPage(context)
  const her = herPhone(page, server)
  await page.goto(server.recipient)
  const code = await setUpBySum({ her, planted: plant() })
  const before = await lengthOf(page)
  await visitScreens(her)
  expect(await lengthOf(page)).toBe(before)
  for (const leave of [her.exit, () => Promise.resolve()]) {
    await leave()
    await step(page, -1, server.recipient)
    await step(page, 1, server.app)
    expect(await page.evaluate(() => document.querySelector('.room'))).toBeNull()
    await expect(page.locator('#value')).toHaveText('0')
    await page.waitForTimeout(fingerPause)
    await her.unlock(code)
  }
  expect(await lengthOf(page)).toBe(before)
  await context.close()
})

test('FORENSIC-6 after the exit the page holds nothing of hers, and the clipboard only what she copied', async ({
  newProfile,
  server,
}) => {
  const context = await newProfile().open()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = firstPage(context)
  const her = herPhone(page, server)
  const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
  const planted = plant()
  const code = await setUpBySum({ her, planted })
  await page.evaluate(() => navigator.clipboard.writeText('before'))
  await beginContact({ her, planted }, 'contact')
  const inPage = async () => ({ path: 'page', bytes: Buffer.from(await page.content()) })
  await her.tap(her.say('action.save'))
  expect(planted.foundIn([await inPage()])).not.toEqual([])
  await her.exit()
  expect(planted.foundIn([await inPage()])).toEqual([])
  expect(await clipboard()).toBe('before')
  await her.unlock(code)
  await her.writeStory('need', 'En bostad med lås.')
  await her.choose({ type: 'social', parts: [her.say('story.topic.need')] })
  const { link } = await her.makeLink()
  await her.tap(her.say('share.link.copy'))
  await her.exit()
  expect(await clipboard()).toBe(link)
  await context.close()
})

test('FORENSIC-7 the names under which the browser keeps things are neutral', async ({
  newProfile,
  server,
}) => {
  const context = await newProfile().open()
  const page = firstPage(context)
  const her = herPhone(page, server)
  await setUpBySum({ her, planted: plant() })
  await beginContact({ her, planted: plant() }, 'contact')
  await her.exit()
  const names = await storedNames(page)
  expect(names).toContain('data.bin')
  expect(names.filter((name) => !/^(data\.bin|[0-9a-f]{12})$/.test(name))).toEqual([])
  await context.close()
})
