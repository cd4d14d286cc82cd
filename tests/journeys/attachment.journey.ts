import { expect, type Page } from '@playwright/test'
import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'

const pictures = join(import.meta.dirname, '../exchange/pictures')
const turned = join(pictures, 'phone-turned.jpg')

const told = async (page: Page, server: Parameters<typeof herPhone>[1]) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.writeStory('happened', 'Det som hände den kvällen.')
  return { her, code }
}

const openStory = async (her: HerPhone): Promise<void> => {
  await her.tab('stories')
  await her.row('Det som hände').click()
}

test('FILE-10 a photo is kept under her story, named, deleted and brought back', async ({
  page,
  server,
}) => {
  const { her, code } = await told(page, server)
  await her.attachFirst(turned)
  await expect(her.room.locator('img.row-lead')).toBeVisible()
  await her.exit()
  await her.unlock(code)
  await openStory(her)
  await her.row('phone-turned.jpg').click()
  const picture = her.room.locator('canvas')
  await expect(picture).toHaveAttribute('width', '102')
  await expect(picture).toHaveAttribute('height', '205')
  await her.tap(her.say('attachment.rename'))
  await her.fill(her.say('attachment.name'), 'Köket')
  await her.tap(her.say('action.save'))
  await expect(her.room.getByRole('heading', { level: 1 })).toHaveText('Köket')
  await her.tap(her.say('action.delete'))
  await her.tap(her.say('attachment.deleteNow'))
  await expect(her.room.getByRole('button').filter({ hasText: 'Köket' })).toHaveCount(0)
  await her.tap(her.say('action.undo'))
  await her.row('Köket').click()
  await expect(her.room.locator('canvas')).toBeVisible()
  await her.tab('home')
  await her.tap(her.say('home.search'))
  await her.fill(her.say('search.label'), 'koket')
  await her.row('Köket').click()
  await expect(her.room.locator('canvas')).toBeVisible()
})

test('FILE-12 what cannot be kept is said plainly', async ({ page, server }) => {
  const { her } = await told(page, server)
  const file = (mimeType: string, size: number, head = '') => {
    const buffer = Buffer.alloc(size)
    buffer.write(head, 'latin1')
    return { name: 'x.jpg', mimeType, buffer }
  }
  await her.pickFile(file('image/jpeg', 0))
  await expect(her.room).toContainText(her.say('attachment.why.empty'))
  await her.pickFile(file('image/jpeg', 500, 'no photo at all'))
  await expect(her.room).toContainText(her.say('attachment.why.type'))
  const large = join(mkdtempSync(join(tmpdir(), 'large-')), 'x.mp3')
  writeFileSync(large, 'ID3')
  truncateSync(large, 50_000_001)
  await her.pickFile(large)
  await expect(her.room).toContainText(/50.MB/)
})

test('FILE-13 a page that is gone in the middle of keeping loses nothing else', async ({
  page,
  server,
}) => {
  const { her, code } = await told(page, server)
  await her.attachFirst(turned)
  const buffer = Buffer.alloc(6_000_000, 7)
  buffer.write('ID3', 'latin1')
  await her.pickFile({ name: 'röst.mp3', mimeType: 'audio/mpeg', buffer })
  await her.room.getByRole('progressbar').waitFor()
  await page.reload()
  await her.unlock(code)
  await openStory(her)
  await expect(her.row('phone-turned.jpg')).toBeVisible()
  // Its room is free: the same file fits, and comes back whole.
  if ((await her.room.getByText('röst.mp3').count()) === 0) {
    await her.pickFile({ name: 'röst.mp3', mimeType: 'audio/mpeg', buffer })
  }
  await her.row('röst.mp3').click()
  await expect(her.room.locator('audio')).toBeVisible()
})

test('FILE-14 what hangs on an appointment goes with it and comes back with it', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.addAppointment({ date: '2031-05-06', time: '09:30', title: 'Samtal' })
  await her.attachFirst(join(pictures, 'place.png'))
  await her.tap(her.say('attachment.deleteWith', { count: 1 }))
  await her.tap(her.say('action.undo'))
  await her.row('Samtal').click()
  await her.row('place.png').click()
  await expect(her.room.locator('canvas')).toBeVisible()
})
