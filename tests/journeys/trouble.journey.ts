import { expect, type Page } from '@playwright/test'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'samlad-files-'))

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const refuses = async (her: HerPhone, path: string, why: string): Promise<void> => {
  await her.bringIn('contacts', path)
  await expect(her.room).toContainText(her.say(`import.why.${why}`))
}

test('JOURNEY-8 files that are empty, huge or no contacts at all are refused with a clear word', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ person: 'Finns kvar' })
  await refuses(her, file('empty.vcf', ''), 'empty')
  await refuses(her, file('huge.vcf', new Uint8Array(50_000_000).fill(65)), 'large')
  await refuses(
    her,
    file(
      'picture.vcf',
      new Uint8Array(20_000).map((_, at) => (at * 97) % 256),
    ),
    'unreadable',
  )
  await her.tab('contacts')
  await expect(her.row('Finns kvar')).toBeVisible()
})

test('JOURNEY-8 a story of 200,000 characters is kept, found and read', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  const text = `${'Det var en lång dag. '.repeat(9_523)}Sista ordet.`
  await her.writeStory('happened', text)
  await expect(her.room).toContainText('Sista ordet.')
  await her.exit()
  await her.unlock(code)
  await her.tab('stories')
  await her.row(her.say('story.topic.happened')).click()
  await expect(her.room).toContainText('Sista ordet.')
  expect(text.length).toBeGreaterThan(199_000)
})

/** The relay as it should not be: every answer is what `make` says. */
const relayThat = (page: Page, make: () => { status: number; body: string } | null) =>
  page.route('**/v1/**', async (route) => {
    const answer = make()
    if (answer) await route.fulfill({ ...answer, contentType: 'text/html' })
  })

test('JOURNEY-8 a relay that answers rubbish is told from one that works, and nothing is lost', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.writeStory('need', 'En bostad med lås.')
  await relayThat(page, () => ({ status: 200, body: '<h1>Log in to this network</h1>' }))
  await her.choose({ type: 'social', parts: [her.say('story.topic.need')] })
  await her.tap(her.say('share.preview.make'))
  await expect(her.room).toContainText(her.say('share.why.refused'))
  await page.unrouteAll()
  const { link } = await her.makeLink()
  expect(link).toContain('/#1')
})

test('JOURNEY-8 a relay that never answers is given up after ten seconds', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.writeStory('need', 'En bostad med lås.')
  await relayThat(page, () => null)
  await her.choose({ type: 'social', parts: [her.say('story.topic.need')] })
  await her.tap(her.say('share.preview.make'))
  await expect(her.room).toContainText(her.say('share.why.slow'), { timeout: 15_000 })
})

test('JOURNEY-8 two tabs at once: the one she types her code in opens, the other shows the calculator', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.addContact({ person: 'I båda flikarna' })
  const other = herPhone(await page.context().newPage(), server)
  await other.open()
  await other.unlock(code)
  await other.tab('contacts')
  await expect(other.row('I båda flikarna')).toBeVisible()
  await expect(her.room).toHaveCount(0)
  await other.addContact({ person: 'Från den andra' })
  await other.exit()
  await her.unlock(code)
  await her.tab('contacts')
  await expect(her.row('Från den andra')).toBeVisible()
})

test('JOURNEY-8 when nothing more fits she is told, and what was kept stays', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.addContact({ person: 'Finns kvar' })
  for (const topic of ['before', 'happened']) await her.writeStory(topic, 'x'.repeat(1_050_000))
  await expect(her.room).toContainText(her.say('trouble.waits'))
  await expect(her.room).not.toContainText(her.say('story.saved'))
  await expect(her.room.getByRole('alert')).toContainText(her.say('trouble.full'))
  await her.exit()
  await her.unlock(code)
  await her.tab('contacts')
  await expect(her.row('Finns kvar')).toBeVisible()
})

test('JOURNEY-8 a phone without room for anything says so at set-up, and still adds up', async ({
  page,
  server,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'only Chromium lets a test take the room away')
  const devtools = await page.context().newCDPSession(page)
  const quota = { origin: server.app, quotaSize: 2_000_000 }
  await devtools.send('Storage.overrideQuotaForOrigin', quota)
  const her = herPhone(page, server)
  await page.goto(`${server.app}/#start`)
  await her.tap(her.say('action.continue'))
  await her.tap(her.say('action.continue'))
  const code = await her.readCode()
  await her.tap(her.say('setUp.code.next'))
  await page.keyboard.type(`${code}=`)
  await expect(her.room).toContainText(her.say('setUp.refused.full'))
  await her.exit()
  await her.typeOnCalculator('2+3=')
  await expect(page.locator('#value')).toHaveText('5')
})
