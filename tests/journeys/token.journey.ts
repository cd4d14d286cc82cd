import { expect } from '@playwright/test'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tokenPath } from '../../src/share/about.ts'
import { paths } from '../../src/share/contract.ts'
import { agencyAt } from './agency.ts'
import { herPhone } from './driver.ts'
import { test } from './server.ts'
import { serve } from './serving.ts'

// A relay whose host has set a key, from her phone to the agency's screen.

test('RELAY-659 with a key set her app makes and stops a link as ever, and who knows the agency’s address alone makes none', async ({
  page,
  browser,
}) => {
  const data = mkdtempSync(join(tmpdir(), 'samlad-'))
  const key = randomBytes(32).toString('base64')
  const server = await serve(data, { SAMLAD_CREATE_KEY: key })
  try {
    await server.start()
    // Whatever is brought: who shows no token is told so before it is read, and gets none there.
    const brought = await fetch(server.recipient + paths.create, { method: 'POST', body: 'share' })
    expect([brought.status, await brought.json()]).toEqual([403, { why: 'token' }])
    expect((await fetch(server.recipient + tokenPath, { method: 'POST' })).ok).toBe(false)
    // A window that opens beside hers would take her out of the room.
    const agency = agencyAt(await (await browser.newContext()).newPage())
    await page.bringToFront()
    const her = herPhone(page, server)
    await her.setUp()
    await her.writeStory('happened', 'Det som andra får veta.')
    await her.choose({ type: 'social', parts: [her.say('story.topic.happened')] })
    const { link, passcode } = await her.makeLink()
    await agency.visit(link)
    await agency.openWith(passcode)
    await agency.reads('Det som andra får veta.')
    await her.page.bringToFront()
    await her.stop()
  } finally {
    await server.kill()
    rmSync(data, { recursive: true, force: true })
  }
})
