import { expect, type Page } from '@playwright/test'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'

/** Each code takes its second, and a change of codes several of them. */
const patient = { timeout: 30_000 }

const opensNothing = async (her: HerPhone, code: string): Promise<void> => {
  await her.typeOnCalculator(`C${code}=`)
  // As long as a right code takes, and longer.
  await her.page.waitForTimeout(2_500)
  await expect(her.room).toHaveCount(0)
}

/** A network that is asked, and answers when it is told to. */
const holding = async (page: Page, path: string) => {
  let go = (): void => undefined
  const held = new Promise<void>((resolve) => (go = resolve))
  const asked = page.waitForRequest(path)
  await page.route(path, async (route) => {
    await held
    await route.continue()
  })
  const answer = async (): Promise<void> => {
    const answered = page.waitForResponse(path)
    go()
    await answered
  }
  return { asked, answer }
}

test('CODE-15 a set-up with four words opens by their sum', async ({ page, server }) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  expect(code).toMatch(/^[2-9]{3,7}(\+[2-9]{3,7}){3}$/)
  await her.addContact({ person: 'Kontakt 1' })
  await her.exit()
  await her.unlock(code)
  await her.tab('contacts')
  await expect(her.row('Kontakt 1')).toBeVisible()
})

test('CODE-16 after a change of codes the old one opens nothing, and all is still there', async ({
  page,
  server,
}) => {
  test.slow()
  const her = herPhone(page, server)
  const old = await her.setUp()
  await her.addContact({ person: 'Kontakt 1' })
  await her.openCodes()
  await her.row(her.say('code.own.change')).click()
  await her.tap(her.say('action.continue'))
  await her.ownCode('391/27*4-86')
  await her.confirmOwn('111+222*3')
  await expect(her.room).toContainText(her.say('setUp.refused.present'), patient)
  await page.keyboard.type(`${old}=`)
  await expect(her.room).toContainText(her.say('code.own.done'), patient)
  await her.exit()
  await opensNothing(her, old)
  await her.unlock('391/27*4-86')
  await her.tab('contacts')
  await expect(her.row('Kontakt 1')).toBeVisible()
})

test('SETUP-480 a set-up with a code that is in use here says so, and what it opens is still there', async ({
  page,
  server,
}) => {
  test.slow()
  const her = herPhone(page, server)
  const code = '391/27*4-86'
  const beginWith = async (): Promise<void> => {
    await page.goto(`${server.app}/#start`)
    await her.tap(her.say('action.continue'))
    await her.tap(her.say('action.continue'))
    await her.ownCode(code)
  }
  await beginWith()
  await her.tap(her.say('setUp.ready.begin'))
  await her.addContact({ person: 'Kontakt 1' })
  await her.exit()
  await beginWith()
  await expect(her.room.getByRole('alert')).toContainText(her.say('setUp.refused.taken'), patient)
  await her.tap(her.say('setUp.typing.another'))
  await expect(her.room.getByRole('radio', { name: her.say('code.way.own') })).toBeChecked()
  await her.exit()
  await her.unlock(code)
  await her.tab('contacts')
  await expect(her.row('Kontakt 1')).toBeVisible()
})

test('SETUP-470 who turns back from a copy that was found begins empty, and the code opens that', async ({
  page,
  browser,
  browserName,
  server,
}, info) => {
  test.skip(browserName === 'firefox', 'its driver hears of no download')
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ organisation: 'Socialtjänsten Fiktiv' })
  const path = info.outputPath('copy.bin')
  const { digits } = await her.makeCopy(path)

  const later = herPhone(await (await browser.newContext()).newPage(), server)
  await later.beginRestore(path)
  await later.typeDigits(digits)
  await later.tap(later.say('action.continue'))
  await later.tap(later.say('action.back'))
  const code = await later.endRestore(later.readCode)
  await expect(later.room).not.toContainText(later.say('setUp.copy.back', { count: 1 }))
  await later.tap(later.say('setUp.ready.begin'))
  await later.exit()
  await later.unlock(code)
  await later.tab('contacts')
  await expect(later.row('Socialtjänsten Fiktiv')).toHaveCount(0)
})

test('DECOY-4 a second code opens an ordinary book, and hers still opens hers', async ({
  page,
  server,
}) => {
  test.slow()
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.addContact({ person: 'Kontakt 1' })
  await her.openCodes()
  await her.row(her.say('decoy.title')).click()
  await her.room.getByRole('checkbox', { name: her.say('decoy.contact.repair.name') }).click()
  await her.giveDecoy('847193', code)
  await her.exit()

  await her.unlock('847193')
  await her.tab('contacts')
  await expect(her.row(her.say('decoy.contact.dentist.name'))).toBeVisible()
  await expect(her.room).not.toContainText('Kontakt 1')
  await expect(her.row(her.say('decoy.contact.repair.name'))).toHaveCount(0)
  await expect(her.room).not.toContainText(her.say('contact.fromDirectory'))
  await expect(her.room.getByRole('navigation').getByRole('button')).toHaveCount(3)
  await her.openCodes()
  await expect(her.row(her.say('decoy.title'))).toContainText(her.say('decoy.none'))
  await her.exit()

  await her.unlock(code)
  await her.tab('contacts')
  await expect(her.row('Kontakt 1')).toBeVisible()
  await her.openCodes()
  await her.row(her.say('decoy.title')).click()
  await expect(her.room).toContainText(her.say('decoy.appointment.checkup.title'))
})

test('DECOY-480 what the network answers after she left a share never comes into the decoy', async ({
  page,
  server,
}) => {
  test.slow()
  const broke: string[] = []
  page.on('pageerror', ({ message }) => broke.push(message))
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.makeDecoy('847193', code)
  await her.addContact({ organisation: 'Kontakt 1' })
  await her.choose({ type: 'social', parts: ['Kontakt 1'] })
  const relay = await holding(page, '**/v1/create')
  await her.tap(her.say('share.preview.make'))
  await relay.asked
  await her.exit()
  await her.unlock('847193')
  await relay.answer()
  await page.waitForTimeout(1_000)
  await her.exit()
  await her.unlock('847193')
  await expect(her.room).not.toContainText(her.say('home.shares'))
  await her.exit()
  expect(broke).toEqual([])
  // In her own record it waits, as the phone kept it before it was sent.
  await her.unlock(code)
  await her.tab('shares')
  await expect(her.room).toContainText(her.say('share.type.social'))
})

test('SHRED-2 the code that clears opens the decoy, and hers opens nothing after it', async ({
  page,
  server,
  browserName,
}, info) => {
  test.skip(browserName === 'firefox', 'its driver hears of no download')
  test.slow()
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.addContact({ person: 'Kontakt 1' })
  await her.makeCopy(info.outputPath('copy.bin'))
  await her.openCodes()
  await her.row(her.say('shred.title')).click()
  await expect(her.room).toContainText(her.say('shred.decoyFirst'))
  await her.tap(her.say('decoy.title'))
  await her.giveDecoy('847193', code)
  await her.openCodes()
  await her.row(her.say('shred.title')).click()
  await her.tap(her.say('action.continue'))
  await her.ownCode('72*94-3816')
  await her.confirmOwn(code)
  await expect(her.room).toContainText(her.say('shred.done'), patient)
  await her.exit()

  await her.unlock('72*94-3816')
  await her.tab('contacts')
  await expect(her.row(her.say('decoy.contact.dentist.name'))).toBeVisible()
  await her.exit()
  await opensNothing(her, code)
  await her.unlock('72*94-3816')
  await her.tab('contacts')
  await expect(her.row(her.say('decoy.contact.dentist.name'))).toBeVisible()
})
