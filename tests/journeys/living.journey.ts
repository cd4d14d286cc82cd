import { expect, type Page } from '@playwright/test'
import { agenciesBeside } from './agency.ts'
import { herPhone, type HerPhone } from './driver.ts'
import { test, type Server } from './server.ts'

// A share over time: opened again, changed, paused, read out over the telephone.

const begin = async (her: HerPhone): Promise<void> => {
  await her.setUp()
  await her.addContact({ organisation: 'Socialtjänsten Fiktiv', caseNumber: 'SN-2026-0042' })
}

/** Her phone with a link to one contact, and the window of an agency that has not opened it yet. */
const linked = async (page: Page, server: Server, { passcode = true } = {}) => {
  const her = herPhone(page, server)
  const [agency] = await agenciesBeside(page)
  if (!agency) throw new Error('no window')
  await begin(her)
  await her.choose({ type: 'social', parts: ['Socialtjänsten Fiktiv'], passcode })
  return { her, agency, given: await her.makeLink() }
}

/** Everything that a page's origin keeps, by kind. */
const keptBy = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: localStorage.length + sessionStorage.length,
    cookies: document.cookie,
    caches: (await caches.keys()).length,
  }))

const nothing = { databases: [], local: 0, cookies: '', caches: 0 }

test('RECIPIENT-21 the same browser opens again for nothing, another one takes a place', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const [first, second] = await agenciesBeside(page, ['sv', 'sv'])
  if (!first || !second) throw new Error('no window')
  await begin(her)
  await her.choose({ type: 'social', parts: ['Socialtjänsten Fiktiv'] })
  const given = await her.makeLink()
  for (const agency of [first, first, second]) {
    await agency.visit(given.link)
    await agency.openWith(given.passcode)
    await agency.reads('SN-2026-0042')
  }
  await page.bringToFront()
  await her.tap(her.say('share.receipt.look'))
  await expect(her.room).toContainText(her.say('share.receipt.times', { count: 3 }))
  await expect(her.room).toContainText(her.say('share.receipt.places', { count: 2 }))
  await expect(her.room).toContainText(her.say('share.receipt.several'))
})

test('RECIPIENT-20 a visit leaves nothing, an opened link leaves one key and nothing else', async ({
  page,
  server,
}) => {
  const { agency, given } = await linked(page, server)
  await agency.visit(given.link)
  expect(await keptBy(agency.page)).toEqual(nothing)
  await agency.openWith(given.passcode)
  await agency.reads('SN-2026-0042')
  await expect.poll(() => keptBy(agency.page)).toEqual({ ...nothing, databases: ['page'] })
  const kept = await agency.page.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        const asked = indexedDB.open('page')
        asked.onsuccess = () => {
          const shelves = [...asked.result.objectStoreNames]
          const all = asked.result.transaction(shelves).objectStore('key').getAll()
          all.onsuccess = () =>
            resolve({ shelves, keys: all.result.map((key: CryptoKey) => key.extractable) })
        }
      }),
  )
  expect(kept).toEqual({ shelves: ['key', 'seen'], keys: [false] })
})

/** Presses whatever can be pressed, twice, as a mail filter does. */
const pressEverything = async (page: Page): Promise<void> => {
  const all = await page.locator('button, a, input, select, label, [role=button]').all()
  for (const one of [...all, ...all]) await one.dispatchEvent('click')
  await page.locator('input').first().press('Enter')
}

test('RECIPIENT-22 a robot with the whole link that presses everything uses up nothing', async ({
  page,
  server,
}) => {
  const { her, agency: robot, given } = await linked(page, server)
  await robot.visit(given.link)
  await pressEverything(robot.page)
  await robot.sees('page.problem.typed')
  await robot.doesNotRead('SN-2026-0042')
  await her.tap(her.say('share.receipt.look'))
  await expect(her.room).toContainText(her.say('share.receipt.never'))
  await robot.openWith(given.passcode)
  await robot.reads('SN-2026-0042')
})

test('RECIPIENT-23 without a passcode a view counts once it is on screen', async ({
  page,
  server,
}) => {
  const { her, agency, given } = await linked(page, server, { passcode: false })
  await agency.visit(given.link)
  await her.tap(her.say('share.receipt.look'))
  await expect(her.room).toContainText(her.say('share.receipt.never'))
  const counted = agency.page.waitForResponse(/shown/)
  await agency.openWith(null)
  await agency.page.bringToFront()
  expect((await counted).status()).toBe(200)
})

/** Keeps what the page was given out last, in the tab's own name: no driver does so for both engines. */
const keepAnswers = (): void => {
  const real = window.fetch
  window.fetch = async (...asked) => {
    const answer = await real(...asked)
    if (!answer.url.endsWith('/open')) return answer
    const bytes = new Uint8Array(await answer.clone().arrayBuffer())
    window.name = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    return answer
  }
}

const changeCaseNumber = async (her: HerPhone, caseNumber: string): Promise<void> => {
  await her.tab('contacts')
  await her.row('Socialtjänsten Fiktiv').click()
  await her.tap(her.say('action.edit'))
  await her.fill(her.say('contact.caseNumber'), caseNumber)
  await her.tap(her.say('action.save'))
}

test('SHARING-41 without a network a change waits calmly; then it is seen, and no older one after it', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const [agency] = await agenciesBeside(page)
  if (!agency) throw new Error('no window')
  await begin(her)
  await her.choose({ type: 'social', name: 'Handläggaren', parts: ['Socialtjänsten Fiktiv'] })
  const given = await her.makeLink()
  await her.room.getByRole('checkbox', { name: her.say('share.living.keep') }).click()
  await expect(her.room).toContainText(her.say('share.living.fresh'))
  await agency.page.addInitScript(keepAnswers)
  await agency.visit(given.link)
  await agency.openWith(given.passcode)
  await agency.reads('SN-2026-0042')
  const older = Buffer.from(await agency.page.evaluate(() => window.name), 'base64')
  expect(older.length).toBeGreaterThan(4_096)

  await server.kill()
  await changeCaseNumber(her, 'SN-2031-7777')
  await her.tab('shares')
  await her.row('Handläggaren').click()
  await expect(her.room).toContainText(her.say('share.living.behind'))
  await server.start()
  await her.tap(her.say('share.living.now'))
  await expect(her.room).toContainText(her.say('share.living.fresh'))

  await agency.visit(given.link)
  await agency.openWith(given.passcode)
  await agency.reads('SN-2031-7777')
  await agency.page.route(/open$/, (route) => route.fulfill({ body: older }))
  await agency.visit(given.link)
  await agency.openWith(given.passcode)
  await agency.sees('page.stale.title')
  await agency.doesNotRead('SN-2026-0042')
})

test('SHARING-43 wrong codes stop one browser until she lets it go on, and a pause stops all', async ({
  page,
  server,
}) => {
  // Seven codes are stretched, each as slowly as a guess must be.
  test.slow()
  const { her, agency, given } = await linked(page, server)
  await agency.visit(given.link)
  for (const wrong of ['1', '2', '3', '4', '5', given.passcode]) {
    const answered = agency.page.waitForResponse(/open$/)
    await agency.openWith(wrong)
    expect((await answered).status()).toBe(404)
    await agency.sees('page.problem.code')
  }
  await her.tap(her.say('share.receipt.look'))
  await expect(her.room).toContainText(her.say('share.receipt.locked'))
  await her.tap(her.say('share.receipt.goOn'))
  await expect(her.room).not.toContainText(her.say('share.receipt.locked'))

  await her.tap(her.say('share.later.more'))
  await her.tap(her.say('share.later.pause'))
  await expect(her.button(her.say('share.receipt.goOn'))).toBeVisible()
  const paused = agency.page.waitForResponse(/open$/)
  await agency.openWith(given.passcode)
  expect((await paused).status()).toBe(404)
  await her.tap(her.say('share.receipt.goOn'))
  await expect(her.button(her.say('share.receipt.goOn'))).toHaveCount(0)
  await agency.openWith(given.passcode)
  await agency.reads('SN-2026-0042')
})
