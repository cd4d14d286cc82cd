import { expect, type Page } from '@playwright/test'
import { join } from 'node:path'
import { herPhone, type HerPhone } from './driver.ts'
import { test, type Server } from './server.ts'

/** Browsers of another sort: what the vault's worker finds there when it starts. */
const lacks = {
  files: 'delete FileSystemFileHandle.prototype.createSyncAccessHandle;',
  /** As a private window refuses it. */
  folder: `StorageManager.prototype.getDirectory = () =>
    Promise.reject(new DOMException('refused', 'SecurityError'));`,
  /** As Lockdown Mode takes it away. */
  sealing: 'delete self.WebAssembly;',
  /** Pages are refused until the file has grown beyond the nine megabytes that everyone's has. */
  room: `const write = FileSystemSyncAccessHandle.prototype.write
  let megabytes = 0
  FileSystemSyncAccessHandle.prototype.write = function (bytes, options) {
    if (bytes.length === 1_048_576) megabytes += 1
    return bytes.length === 65_536 && megabytes < 10 ? 0 : write.call(this, bytes, options)
  };`,
  databases: `IDBFactory.prototype.open = () => {
    throw new DOMException('no database in this window', 'InvalidStateError')
  };`,
}

/** Each script that keeps things begins by losing a faculty. The service worker would hand out its own
 * copies, so there is none. */
const without = async (page: Page, server: Server, ...lost: string[]): Promise<void> => {
  await page.route('**/sw.js', (route) => route.abort())
  await page.route(`${server.app}/a/*.js`, async (route) => {
    const response = await route.fetch()
    const text = await response.text()
    const keeps = text.includes('createSyncAccessHandle')
    await route.fulfill({ response, body: keeps ? `${lost.join('')}${text}` : text })
  })
}

const databases = (page: Page): Promise<readonly (string | undefined)[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))

test('JOURNEY-9 without private files her record is kept in a database, and that is said', async ({
  page,
  server,
}) => {
  await without(page, server, lacks.files)
  const her = herPhone(page, server)
  await page.goto(`${server.app}/#start`)
  await her.tap(her.say('action.continue'))
  await expect(her.room).toContainText(her.say('limits.database'))
  await her.exit()
  const code = await her.setUp()
  await her.addContact({ person: 'I databasen' })
  expect(await databases(page)).toEqual(['data'])
  await her.exit()
  await her.unlock(code)
  await her.tab('contacts')
  await expect(her.row('I databasen')).toBeVisible()
  await page.reload()
  await her.unlock(code)
  await her.tab('contacts')
  await expect(her.row('I databasen')).toBeVisible()
  await her.tab('home')
  await her.tap(her.say('home.settings'))
  await her.row(her.say('setting.limits')).click()
  await expect(her.room).toContainText(her.say('limits.database'))
})

test('JOURNEY-9 with private files nothing lies in a database, and nothing is said of it', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await page.goto(`${server.app}/#start`)
  await her.tap(her.say('action.continue'))
  await expect(her.room).toContainText(her.say('limits.can'))
  await expect(her.room).not.toContainText(her.say('limits.database'))
  await expect(her.room).not.toContainText(her.say('limits.week.text'))
  await her.exit()
  await her.setUp()
  expect(await databases(page)).toEqual([])
})

test('JOURNEY-9 a browser that keeps nothing says so at set-up, and still adds up', async ({
  page,
  server,
}) => {
  await without(page, server, lacks.files, lacks.databases)
  const her = herPhone(page, server)
  await page.goto(`${server.app}/#start`)
  await her.tap(her.say('action.continue'))
  await expect(her.room).toContainText(her.say('setUp.refused.none'))
  await her.tap(her.say('action.continue'))
  const code = await her.readCode()
  await her.tap(her.say('setUp.code.next'))
  await expect(her.room.getByRole('heading', { level: 1 })).toBeFocused()
  await page.keyboard.type(`${code}=`)
  await expect(her.room).toContainText(her.say('setUp.refused.none'))
  await her.exit()
  await her.typeOnCalculator('2+3=')
  await expect(page.locator('#value')).toHaveText('5')
})

test('JOURNEY-8 when nothing more fits she makes more room, and what she wrote is kept', async ({
  page,
  server,
}) => {
  await without(page, server, lacks.room)
  const her = herPhone(page, server)
  const code = await her.setUp()
  await expect(her.room).toContainText(her.say('trouble.full'))
  await her.addContact({ person: 'Får plats sen' })
  await her.tap(her.say('trouble.more.make'))
  const sheet = her.room.getByRole('dialog')
  await expect(sheet).toContainText(her.say('trouble.more.what'))
  await sheet.getByRole('button', { name: her.say('trouble.more.make') }).click()
  await expect(sheet).toHaveCount(0)
  await expect(her.room).not.toContainText(her.say('trouble.full'))
  await her.exit()
  await her.unlock(code)
  await her.tab('contacts')
  await expect(her.row('Får plats sen')).toBeVisible()
})

test('JOURNEY-9 a private window says, before anything is kept, that it forgets', async ({
  page,
  server,
}) => {
  await without(page, server, lacks.folder)
  const her = herPhone(page, server)
  await page.goto(`${server.app}/#start`)
  await her.tap(her.say('action.continue'))
  await expect(her.room).toContainText(her.say('limits.fleeting'))
  await expect(her.room).not.toContainText(her.say('limits.database'))
})

test('JOURNEY-9 a browser that cannot seal says that it keeps nothing, and keeps nothing', async ({
  page,
  server,
}) => {
  await without(page, server, lacks.sealing)
  const her = herPhone(page, server)
  await page.goto(`${server.app}/#start`)
  await her.tap(her.say('action.continue'))
  await expect(her.room).toContainText(her.say('setUp.refused.none'))
  await her.exit()
  await her.typeOnCalculator('2+3=')
  await expect(page.locator('#value')).toHaveText('5')
  expect(await databases(page)).toEqual([])
})

const limits = async (her: HerPhone, server: Server): Promise<void> => {
  await her.page.goto(`${server.app}/#start`)
  await her.tap(her.say('action.continue'))
  await expect(her.room).toContainText(her.say('limits.can'))
}

const notes = (her: HerPhone) => her.room.getByRole('note')

test('SETUP-300 WebKit’s seven days are told before anything is kept, where no home screen ends them', async ({
  page,
  server,
}) => {
  // What only WebKit has: a class of event, and whether it was opened from the home screen.
  await page.addInitScript('self.GestureEvent = class {}')
  const her = herPhone(page, server)
  await limits(her, server)
  await expect(notes(her).filter({ hasText: her.say('limits.week.title') })).toBeVisible()
  await page.addInitScript('navigator.standalone = true')
  await page.goto('about:blank')
  await limits(her, server)
  await expect(her.room).not.toContainText(her.say('limits.week.title'))
})

test('SETUP-301 private windows stand apart where this may be one, and in the list on a home screen', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await limits(her, server)
  const said = notes(her).filter({ hasText: her.say('limits.window.text') })
  await expect(said).toBeVisible()
  await expect(her.room.getByText(her.say('limits.window.text'))).toHaveCount(1)
  await page.addInitScript('navigator.standalone = true')
  await page.goto('about:blank')
  await limits(her, server)
  await expect(said).toHaveCount(0)
  await expect(her.room.getByText(her.say('limits.window.text'))).toHaveCount(1)
})

test('SETUP-302 a browser that has promised nothing is told of where a copy is offered', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.bringIn('contacts', join(import.meta.dirname, '../demo/contacts.vcf'))
  await her.room.getByRole('checkbox', { name: her.say('import.all', { count: 40 }) }).click()
  await her.tap(her.say('import.add', { count: 40 }))
  await her.tab('home')
  const offer = notes(her).filter({ hasText: her.say('home.copy.text') })
  await expect(offer).toContainText(her.say('home.copy.refused'))
  await her.exit()
  await page.evaluate(() => {
    StorageManager.prototype.persisted = () => Promise.resolve(true)
  })
  await her.unlock(code)
  await her.tab('home')
  await expect(offer).toBeVisible()
  await expect(offer).not.toContainText(her.say('home.copy.refused'))
})

test('SHRED-300 in a database a second code is told to hide little, and one that clears is not armed unasked', async ({
  page,
  server,
  browserName,
}, info) => {
  test.skip(browserName === 'firefox', 'its driver hears of no download')
  test.slow()
  await without(page, server, lacks.files)
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.makeCopy(info.outputPath('copy.bin'))
  await her.openCodes()
  await her.row(her.say('decoy.title')).click()
  await expect(notes(her).filter({ hasText: her.say('code.copies.decoy') })).toBeVisible()
  await her.giveDecoy('847193', code)
  await her.openCodes()
  await her.row(her.say('shred.title')).click()
  await expect(notes(her).filter({ hasText: her.say('code.copies.shred') })).toBeVisible()
  await expect(her.button(her.say('action.continue'))).toHaveCount(0)
  await her.tap(her.say('code.copies.anyway'))
  await expect(her.button(her.say('action.continue'))).toBeVisible()
})
