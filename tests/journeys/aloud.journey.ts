import { expect, type Page } from '@playwright/test'
import { sv } from '../gallery/words.ts'
import { test } from './gallery.ts'

// What a screen reader comes to, and what it says by itself.

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name }).click()

/** All that a screen reader can come to, by name. */
const within = async (page: Page): Promise<readonly string[]> => {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes.filter(({ ignored }) => !ignored).map(({ name }) => String(name?.value ?? ''))
}

test('LOOK-600 behind a sheet a screen reader finds nothing but the exit and what is said', async ({
  page,
  gallery,
}) => {
  await gallery.open(page)
  expect(await within(page)).toEqual(expect.arrayContaining([sv.title, sv.story, sv.exit]))
  await press(page, sv.openToast)
  await press(page, sv.openSheet)
  const behind = await within(page)
  expect(behind).toEqual(expect.arrayContaining([sv.sheet, sv.close, sv.exit, sv.toast]))
  expect(behind).not.toContain(sv.title)
  expect(behind).not.toContain(sv.story)
  expect(behind).not.toContain(sv.tabs[0])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await within(page)).toEqual(expect.arrayContaining([sv.title, sv.story, sv.exit]))
})

test('LOOK-603 what is under way is said once, in a place that was there before the words', async ({
  page,
  gallery,
}) => {
  await page.addInitScript(() => {
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const place = target.parentElement?.closest('.progress [role=status]')
        if (place) performance.mark(`said ${place.textContent}`)
      }
    }).observe(document, { characterData: true, subtree: true })
  })
  await gallery.open(page)
  const said = (words: string): Promise<number> =>
    page.evaluate((name) => performance.getEntriesByName(name).length, `said ${words}`)
  await expect.poll(() => said(sv.progress)).toBe(1)
  await expect.poll(() => said(sv.going)).toBe(1)
})

test('LOOK-601 a word in passing comes into a place that was there before it, and so is heard', async ({
  page,
  gallery,
}) => {
  await gallery.open(page)
  const place = page.locator('.room > [role=status]')
  await expect(place).toHaveText('')
  const before = await place.elementHandle()
  await press(page, sv.openToast)
  await expect(place).toContainText(sv.toast)
  expect(await before?.evaluate((one) => one.textContent)).toContain(sv.toast)
})
