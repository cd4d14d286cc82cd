import { expect } from '@playwright/test'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anotherPhone, herPhone } from './driver.ts'
import { test } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'samlad-copies-'))
const chunk = 65_536
const photo = join(import.meta.dirname, '../exchange/pictures/phone-turned.jpg')
const megabyte = 1_048_576

/** Damages every place for files, whichever the photo has, and whatever byte stands there. */
const damaged = (copy: Buffer): Buffer => {
  const bytes = Buffer.from(copy)
  for (let at = 4 * chunk + 1_000; at < bytes.length; at += megabyte)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  return bytes
}

test('BACKUP-27 a photo goes along in a copy and is seen on another phone; a damaged one is named', async ({
  page,
  browser,
  server,
}) => {
  // Three phones are set up, one after the other.
  test.slow()
  const her = herPhone(page, server)
  await her.setUp()
  await her.writeStory('happened', 'Det som hände den kvällen.')
  await her.attachFirst(photo)
  const path = join(folder, 'photo.bin')
  const { digits } = await her.makeCopy(path)
  const bytes = readFileSync(path)
  expect(bytes.length).toBe(4 * chunk + 8 * megabyte)
  await expect(her.room).toContainText(her.say('backup.save.size', { size: '8,7 MB' }))

  const later = await anotherPhone(browser, server)
  await later.beginRestore(path)
  await later.typeDigits(digits)
  const files = later.say('setUp.copy.files', { count: 1, size: '34 MB' })
  await expect(later.room).toContainText(files)
  await later.endRestore(later.readCode)
  await later.tap(later.say('setUp.ready.begin'))
  await later.tab('stories')
  await later.row('Det som hände').click()
  await later.row('phone-turned.jpg').click()
  await expect(later.room.locator('canvas')).toBeVisible()

  writeFileSync(path, damaged(bytes))
  const third = await anotherPhone(browser, server)
  await third.beginRestore(path)
  await third.typeDigits(digits)
  await third.endRestore(third.readCode)
  await expect(third.room).toContainText(third.say('setUp.copy.back', { count: 1 }))
  const names = 'phone-turned.jpg'
  await expect(third.room).toContainText(third.say('setUp.copy.lost', { count: 1, names }))
})

test('BACKUP-700 a copy waits for a photo that she picked just before it, and has it', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.writeStory('happened', 'Det som hände den kvällen.')
  const letGo = await her.holdReading()
  await her.pickFirst(photo)
  await expect(her.room.getByText(her.say('attachment.writing'))).toBeVisible()
  await her.beginCopy()
  const busy = her.room.getByText(her.say('backup.save.busy'))
  await expect(busy).toBeVisible()
  await page.waitForTimeout(500)
  await expect(busy).toBeVisible()
  await letGo()
  await expect(her.room).toContainText(her.say('backup.save.size', { size: '8,7 MB' }))
})

test('BACKUP-27 a copy that was made without the photos says so', async ({
  page,
  browser,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.writeStory('happened', 'Det som hände den kvällen.')
  await her.attachFirst(photo)
  const path = join(folder, 'without.bin')
  const { digits } = await her.makeCopy(path, 'without')
  expect(readFileSync(path).length).toBe(4 * chunk)
  const later = await anotherPhone(browser, server)
  await later.beginRestore(path)
  await later.typeDigits(digits)
  await expect(later.room).toContainText(later.say('setUp.copy.filesNot', { count: 1 }))
})
