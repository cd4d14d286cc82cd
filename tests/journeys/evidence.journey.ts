import { expect } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { checks } from '../vault/proofChecker.ts'
import { herPhone } from './driver.ts'
import { test } from './server.ts'

test('PROOF-7 a number is given away today, and one part is shown later with its proof', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.writeStory('happened', 'Det som hände den kvällen.')
  await her.writeStory('need', 'En bostad med lås.')
  await her.tab('stories')
  await her.row(her.say('evidence.title')).click()
  await her.tap(her.say('evidence.make'))
  const number = her.room.locator('.attachment-hash')
  await expect(number).toHaveText(/^([0-9a-f]{4} ?){16}$/)
  const given = (await number.innerText()).replaceAll(' ', '')
  await her.exit()
  await her.unlock(code)

  await her.tab('stories')
  await her.row('Det som hände').click()
  await her.tap(her.say('addendum.add'))
  await her.fill(her.say('addendum.text'), 'Det var en tisdag.')
  await her.tap(her.say('action.save'))
  await expect(her.room).toContainText('Det var en tisdag.')
  await her.tap(her.say('evidence.out.title'))
  const download = page.waitForEvent('download')
  await her.tap(her.say('evidence.out.save'))
  const text = readFileSync(await (await download).path(), 'utf8')
  const proof = JSON.parse(text)
  expect(proof.root).toBe(given)
  expect(proof.entry).toContain('Det som hände den kvällen.')
  expect(text).not.toContain('bostad')
  expect(text).not.toContain('tisdag')
  expect(checks(proof)).toBe(true)

  await her.tap(her.say('action.edit'))
  await her.fill(her.say('story.text'), 'Det som hände den natten.')
  await her.tap(her.say('action.save'))
  await expect(her.room).toContainText('Det som hände den natten.')
  await expect(her.button(her.say('evidence.out.title'))).toHaveCount(0)
})
