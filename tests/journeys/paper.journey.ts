import { expect, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { agencyAt } from './agency.ts'
import { test } from './server.ts'
import { serve } from './serving.ts'
import { wordsOf } from './words.ts'

// What stands around the paper: whose page it is.

const host = { name: 'Exempelkommun <b>', contact: '0500-00 00 00' }

/** What the foot says, in one language. */
const named = (language: string): string =>
  wordsOf('recipient', language)('page.host', { host: `\u2068${host.name}, ${host.contact}\u2069` })

const foot = (page: Page) => page.locator('footer')

test('RECIPIENT-351 the foot says who runs the relay, in whichever language, where somebody is named', async ({
  page,
  server,
}) => {
  const agency = agencyAt(page)
  await agency.visit(server.recipient)
  await expect(foot(page)).toHaveText(agency.say('page.foot'))

  const data = mkdtempSync(join(tmpdir(), 'samlad-'))
  const other = await serve(data, { SAMLAD_RUN_BY: host.name, SAMLAD_CONTACT: host.contact })
  try {
    await other.start()
    await agency.visit(other.recipient)
    await expect(foot(page)).toContainText(named('sv'))
    await page.getByLabel(agency.say('page.language')).selectOption('ar')
    await expect(foot(page)).toContainText(named('ar'))
  } finally {
    await other.kill()
    rmSync(data, { recursive: true, force: true })
  }
})
