import { expect, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { example } from '../share/example.ts'
import { giveShare } from '../share/given.ts'
import { agencyAt } from './agency.ts'
import { pagesOf } from './pdf.ts'
import { test } from './server.ts'
import { serve } from './serving.ts'
import { wordsOf } from './words.ts'

// What stands around the paper: whose page it is, and what a printout says of itself.

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

/** Much to read: contacts and appointments for some ten sheets. */
const long = () => {
  const until = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 19)}Z`
  const parts = Array.from({ length: 40 }, () => example.parts).flat()
  return { ...example, until, parts: parts.map((part, at) => ({ ...part, at })) }
}

/** Spaces, and signs that only turn a line, come out of a printer's file as they like. */
const bare = (text: string): string => text.replaceAll(/[\s\u2066-\u2069]/g, '')

test('RECIPIENT-352 each printed page says of what it is a copy and when that ends, and which page it is', async ({
  page,
  server,
  browserName,
}) => {
  test.skip(browserName === 'firefox', 'its driver prints no page')
  const agency = agencyAt(page)
  await agency.visit(await giveShare(server.app, long()))
  await agency.openWith(null)
  await agency.reads(example.recipient)
  const line = bare((await page.locator('.printed p').first().textContent()) ?? '')
  expect(line).toContain(bare(example.recipient))
  const pages = pagesOf(await page.pdf({ preferCSSPageSize: true })).map((text) => bare(text))
  expect(pages.length).toBeGreaterThan(5)
  for (const [at, text] of pages.entries()) {
    expect(text.split(line)).toHaveLength(2)
    expect(text.startsWith(`${at + 1}/${pages.length}`)).toBe(true)
  }
})
