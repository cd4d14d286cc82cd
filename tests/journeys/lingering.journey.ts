import { expect, type Locator } from '@playwright/test'
import { herPhone } from './driver.ts'
import { test } from './server.ts'

const minute = 60_000

/** Scrolls as the page does by itself, and waits until that is told. */
const scroll = (box: Locator): Promise<void> =>
  box.evaluate(
    (here) =>
      new Promise<void>((done) => {
        here.addEventListener('scroll', () => done(), { once: true })
        here.scrollTo(0, here.scrollTop > 0 ? 0 : 300)
      }),
  )

test('APP-604 whoever presses by a screen reader or reads on by one is not taken to have left', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, room } = her
  await her.setUp()
  await her.writeStory('happened', 'Det var en lång dag.\n'.repeat(200))
  const screen = room.locator('.page')
  // A screen reader presses without a finger, moves the focus without a key, and scrolls without a wheel.
  const signs: readonly (() => Promise<unknown>)[] = [
    () => room.locator('h1').dispatchEvent('click'),
    () => her.button(say('action.edit')).dispatchEvent('click'),
    () =>
      room
        .getByRole('textbox')
        .first()
        .evaluate((field) => field.focus()),
    () => scroll(screen),
  ]
  page.setDefaultTimeout(8_000)
  await page.clock.install()
  // From here on the minutes are those of the test's clock.
  await page.mouse.wheel(0, 10)
  await page.clock.runFor(1_000)
  for (const sign of signs) {
    await page.clock.runFor(4 * minute)
    await sign()
  }
  await page.clock.runFor(4 * minute)
  await expect(room).toHaveCount(1)
  await page.clock.runFor(2 * minute)
  await expect(room).toHaveCount(0)
})
