import { expect, type Page } from '@playwright/test'
import { herPhone } from './driver.ts'
import { fillRecord } from './filling.ts'
import { test } from './server.ts'

const code = '483+92*7-165'
const count = 10_000

/** Promises that wait for the page's next free moment wait for ever: reading cannot go on by itself. */
const holdReading = (page: Page) =>
  page.addInitScript(() => {
    const later = window.setTimeout.bind(window)
    const isPause = (work: TimerHandler): boolean => String(work).includes('[native code]')
    const held = (work: TimerHandler, ms?: number): number =>
      ms === undefined && isPause(work) ? 0 : later(work, ms)
    Object.assign(window, { setTimeout: held })
  })

test('READ-4 of 10,000 entries the first screen stands before all are read, and nothing is lost', async ({
  page,
  server,
}) => {
  await fillRecord(page, server, code, count)
  await holdReading(page)
  const her = herPhone(page, server, 'en')
  await her.open()
  await her.unlock(code)
  await expect(her.room.getByRole('heading', { level: 1 })).toBeVisible()
  await her.exit()
  await her.unlock(code)
  await her.tap(her.say('home.search'))
  await her.fill(her.say('search.label'), 'torsdag')
  await expect(her.room.getByText(/10[\s,.]?000/)).toBeVisible()
  await her.fill(her.say('search.label'), 'dag 9999')
  await her.row('Dag 9999').click()
  await expect(her.room.getByText('Hon ringde på torsdag').first()).toBeVisible()
})
