import { expect } from '@playwright/test'
import sodium from 'libsodium-wrappers-sumo'
import { herPhone } from '../journeys/driver.ts'
import { readContainer } from '../vault/containerReader.ts'
import { beginStory, setUpBySum } from './day.ts'
import { kindsHolding, renderersMemory } from './memory.ts'
import { plant, type Planted } from './planted.ts'
import { firstPage, test, type Profile } from './profile.ts'

test.skip(({ browserName }) => browserName !== 'chromium', 'reads what Chromium holds')

/** After this time, in ms, no key may be left. */
const forgetting = 5_000

/** The keys that her code leads to, out of the file as it lies on the disk. */
const plantKeys = async (planted: Planted, profile: Profile, code: string): Promise<void> => {
  await sodium.ready
  const file = profile.files().find(({ bytes }) => bytes.length === 8_527_872)
  const [newest] = readContainer(sodium, file?.bytes ?? Buffer.alloc(0), code)
  if (!newest) throw new Error('the code does not open the file')
  for (const [n, key] of newest.keys.entries()) planted.addKey(`key ${n}`, key)
}

// Readings of some hundred megabytes, on machines that are busy.
test.slow()

test('FORENSIC-10 five seconds after the exit the browser holds no key of hers', async ({
  newProfile,
  server,
}) => {
  const profile = newProfile()
  const [planted, codes] = [plant(), plant()]
  const context = await profile.open()
  const page = firstPage(context)
  const her = herPhone(page, server)
  const code = await setUpBySum({ her, planted: codes })
  await her.writeStory('happened', 'Ord.')
  await her.exit()
  await her.unlock(code)
  await plantKeys(planted, profile, code)
  const open = await renderersMemory(context)
  test.skip(open === null, 'memory of other processes may not be read here')
  expect(planted.foundIn(open ?? []).join()).toMatch(/key \d/)
  await her.exit()
  await page.waitForTimeout(forgetting)
  expect(planted.foundIn((await renderersMemory(context)) ?? [])).toEqual([])
  await context.close()
})

test('FORENSIC-15 what she typed stays in memory only where pages are drawn and typing comes in', async ({
  newProfile,
  server,
}) => {
  const planted = plant()
  const context = await newProfile().open()
  const page = firstPage(context)
  const her = herPhone(page, server)
  await setUpBySum({ her, planted: plant() })
  const open = await renderersMemory(context)
  test.skip(open === null, 'memory of other processes may not be read here')
  await beginStory({ her, planted }, 'happened')
  expect(await kindsHolding(context, planted)).toContain('renderer')
  await her.exit()
  await page.waitForTimeout(forgetting)
  const elsewhere = (await kindsHolding(context, planted)).filter(
    (kind) => kind !== 'renderer' && kind !== 'browser',
  )
  expect(elsewhere).toEqual([])
  await context.close()
})
