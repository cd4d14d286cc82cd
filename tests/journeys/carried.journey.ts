import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator } from '@playwright/test'
import { join } from 'node:path'
import { agencyAt } from './agency.ts'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'

const pictures = join(import.meta.dirname, '../exchange/pictures')

/** A letter of three pieces, so that a line can break in between. */
const letter = (): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1_300_000, 7)])

/** A story with two photos and a letter under it. */
const attach = async (her: HerPhone): Promise<void> => {
  await her.writeStory('happened', 'Brevet som kom.')
  await her.attachFirst(join(pictures, 'phone-turned.jpg'))
  await her.pickFile(join(pictures, 'place.png'))
  await expect(her.row('place.png')).toBeVisible()
  await her.pickFile({ name: 'brev.pdf', mimeType: 'application/pdf', buffer: letter() })
  await expect(her.row('brev.pdf')).toBeVisible({ timeout: 20_000 })
}

type Agency = ReturnType<typeof agencyAt>

/** A window behind another, as in Firefox here, has a focus of its own and shows none. */
const isStoodOn = (place: Locator): Promise<void> =>
  expect.poll(() => place.evaluate((it) => it === document.activeElement)).toBe(true)

/** Whoever wants them goes on where they stand. */
const wantFiles = async ({ main, press, say }: Agency): Promise<void> => {
  await press('paper.files')
  await isStoodOn(main.getByRole('heading', { name: say('paper.files') }).last())
}

/** Loads the letter over a line that breaks after its first piece, and goes on from there. */
const loadLetter = async (agency: Agency): Promise<void> => {
  const item = agency.main.locator('.carried li').nth(2)
  let asked = 0
  await agency.page.route('**/v1/piece', async (route) => {
    asked += 1
    await (asked === 2 ? route.abort() : route.continue())
  })
  await item.getByRole('button').click()
  await expect(item).toContainText(agency.say('page.files.broken'))
  await expect(item.getByRole('progressbar')).toHaveAttribute('value', '1')
  await item.getByRole('button').click()
  await expect(item.locator('a.save')).toHaveAttribute('download', 'document-3.pdf')
  await isStoodOn(item.locator('a.save'))
  await expect(item.getByRole('status')).toHaveText(agency.say('page.files.whole'))
  // Three pieces, and one of them twice: what had come was not asked for again.
  expect(asked).toBe(4)
}

test('JOURNEY-60 files go along with a share, are loaded over a line that breaks, and end with it', async ({
  page,
  server,
  browser,
}) => {
  const agency = agencyAt(await (await browser.newContext()).newPage())
  await page.bringToFront()
  const her = herPhone(page, server)
  const code = await her.setUp()
  await attach(her)
  await her.chooseWithFiles('social', 'Vad som har hänt', [
    'phone-turned.jpg',
    'place.png',
    'brev.pdf',
  ])
  await expect(her.room.locator('.sight')).toContainText('Foto 2')
  const { link } = await her.makeLink()

  await agency.visit(link)
  await agency.openWith(null)
  await agency.reads('Dokument 3')
  await agency.doesNotRead('phone-turned')
  await wantFiles(agency)
  await agency.main.locator('.carried li').first().getByRole('button').click()
  const drawn = agency.main.locator('.carried img')
  await expect(drawn).toHaveJSProperty('naturalWidth', 102)
  await loadLetter(agency)
  const faults = await new AxeBuilder({ page: agency.page }).include('main').analyze()
  expect(faults.violations.map(({ id }) => id)).toEqual([])

  await her.comeBack(code)
  await her.tab('shares')
  await her.row(her.say('share.type.social')).click()
  await her.stop()
  const last = agency.main.locator('.carried li').nth(1)
  await last.getByRole('button').click()
  await expect(last).toContainText(agency.say('page.files.gone'))
})
