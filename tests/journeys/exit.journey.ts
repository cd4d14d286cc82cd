import { expect } from '@playwright/test'
import { telling } from '../rules/telling.ts'
import { herPhone } from './driver.ts'
import { test } from './server.ts'

test('EXIT-15 five taps of panic leave once, press no key, and the room is gone in a quarter of a second', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await page.evaluate(() => {
    const note = (name: string) => document.body.setAttribute(name, String(performance.now()))
    window.addEventListener('pointerdown', () => note('data-pressed'), {
      once: true,
      capture: true,
    })
    const room = document.getElementById('room') ?? document.body
    new MutationObserver(() => note('data-gone')).observe(room, { childList: true })
  })
  const box = await her.room.locator('.exit').boundingBox()
  if (!box) throw new Error('no exit on the screen')
  for (let tap = 0; tap < 5; tap++) {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { delay: 40 })
  }
  await expect(page.locator('#value')).toHaveText('0')
  await expect(page.locator('#sum')).toHaveText('')
  const times = await page.evaluate(() =>
    ['data-pressed', 'data-gone'].map((name) => Number(document.body.getAttribute(name))),
  )
  const [pressed = 0, gone = Infinity] = times
  expect(gone - pressed).toBeLessThan(250)
})

test('EXIT-16 an open sheet is no obstacle', async ({ page, server }) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ person: 'Handläggare Exempel' })
  await her.tab('appointments')
  await her.tap(her.say('appointment.add'))
  await her.tap(her.say('appointment.someone'))
  await expect(her.room.getByRole('dialog')).toBeVisible()
  await her.exit()
  await expect(page.locator('#value')).toBeVisible()
})

test('QUIET-7 no header that a running server sends with the page tells', async ({
  page,
  server,
}) => {
  const heads: string[] = []
  page.on('response', (answer) => {
    heads.push(new URL(answer.url()).pathname, JSON.stringify(answer.headers()))
  })
  await herPhone(page, server).open()
  await page.waitForTimeout(500)
  expect(heads.length).toBeGreaterThan(8)
  // A feature that every strict page names; it has nothing to do with this one.
  const sent = heads
    .filter((_, at) => at % 2 === 1)
    .join('\n')
    .replaceAll('encrypted-media', '')
  expect(telling(sent)).toEqual([])
  const paths = heads.filter((_, at) => at % 2 === 0 && !heads[at]?.startsWith('/a/'))
  expect(telling(paths.join('\n'))).toEqual([])
})
