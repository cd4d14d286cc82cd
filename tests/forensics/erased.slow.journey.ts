import { expect, type Page } from '@playwright/test'
import sodium from 'libsodium-wrappers-sumo'
import { join } from 'node:path'
import { headerAt, headerBytes, regions } from '../../src/vault/layout.ts'
import { herPhone, type HerPhone } from '../journeys/driver.ts'
import { readContainer } from '../vault/containerReader.ts'
import { beginContact, beginStory, setUpBySum } from './day.ts'
import { plant, type Planted } from './planted.ts'
import { firstPage, test, type Profile } from './profile.ts'

test.skip(({ browserName }) => browserName !== 'chromium', 'reads what Chromium writes')
test.slow()

const photo = join(import.meta.dirname, '../exchange/pictures/phone-turned.jpg')
const [firstBytes, spaceBytes] = [8_527_872, 33_554_432]

const sized = (profile: Profile, length: number): Buffer | undefined =>
  profile.files().find(({ bytes }) => bytes.length === length)?.bytes

/** Every key that her code leads to, and pieces of what lies sealed in both files. */
const plantSealed = async (planted: Planted, profile: Profile, code: string): Promise<void> => {
  await sodium.ready
  const [file, space] = [sized(profile, firstBytes), sized(profile, spaceBytes)]
  const [newest] = readContainer(sodium, file ?? Buffer.alloc(0), code)
  if (!newest || !file || !space) throw new Error('the code does not open the file')
  for (const [n, key] of newest.keys.entries()) planted.addKey(`key ${n}`, key)
  planted.addKey('the preamble', file.subarray(100, 148))
  for (let region = 0; region < regions; region++)
    for (const copy of [0, 1] as const) {
      const at = headerAt(region, copy)
      planted.addKey(`header ${region} ${copy}`, file.subarray(at + 1_000, at + 1_048))
      planted.addKey(
        `end of header ${region} ${copy}`,
        file.subarray(at + headerBytes - 48, at + headerBytes),
      )
    }
  for (let n = 0; n < 32; n++)
    planted.addKey(`chunk ${n}`, space.subarray(n * 1_048_576 + 700, n * 1_048_576 + 748))
}

const eraseAll = async (her: HerPhone, page: Page): Promise<void> => {
  const begun = page.waitForEvent('load')
  await her.eraseAll()
  await begun
}

test('FORENSIC-14 after erasing everything, nothing of hers and no byte of the old files stands on the disk', async ({
  newProfile,
  server,
}) => {
  const profile = newProfile()
  const planted = plant()
  const context = await profile.open()
  const page = firstPage(context)
  const her = herPhone(page, server)
  const code = await setUpBySum({ her, planted })
  await beginContact({ her, planted }, 'contact')
  await her.tap(her.say('action.save'))
  await her.writeStory('happened', planted.word('a story'))
  await her.attachFirst(photo)
  await beginStory({ her, planted }, 'threats')
  await her.exit()
  await her.unlock(code)
  await plantSealed(planted, profile, code)
  // The same search finds what is there before.
  expect(planted.foundIn(profile.files()).join()).toMatch(/header \d \d/)
  expect(planted.foundIn(profile.files()).join()).toMatch(/chunk \d+/)
  await eraseAll(her, page)
  await expect(page.locator('#value')).toHaveText('0')
  // What stands there now is what a first visit makes.
  await expect.poll(() => her.filesKept()).toEqual(['data.bin'])
  const registered = (): Promise<number> =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
  expect(await registered()).toBeLessThanOrEqual(1)
  await context.close()
  expect(sized(profile, spaceBytes)).toBeUndefined()
  expect(planted.foundIn(profile.files())).toEqual([])
})

test('FORENSIC-14 the container, the caches and the service worker are gone when nothing begins anew', async ({
  newProfile,
  server,
}) => {
  const context = await newProfile().open()
  const page = firstPage(context)
  const her = herPhone(page, server)
  await setUpBySum({ her, planted: plant() })
  await page.waitForFunction(async () => (await caches.keys()).length > 0)
  // The page that begins anew would make them anew: it does not come.
  let cleared = 0
  await page.route(`${server.app}/`, async (route) => {
    cleared += 1
    await route.fulfill({ contentType: 'text/html', body: '<title>empty</title>' })
  })
  await eraseAll(her, page)
  await expect(page).toHaveTitle('empty')
  expect(cleared).toBeGreaterThan(0)
  expect(await her.filesKept()).toEqual([])
  const left = await page.evaluate(async () => ({
    caches: await caches.keys(),
    databases: await indexedDB.databases(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))
  expect(left).toEqual({ caches: [], databases: [], workers: 0 })
  await context.close()
})
