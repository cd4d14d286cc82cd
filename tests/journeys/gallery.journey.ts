import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { ar, sv } from '../gallery/words.ts'
import { exitIsFree, lostWords, sideways, test, tooSmall, type Language } from './gallery.ts'

const words = { sv, ar }
const languages: readonly Language[] = ['sv', 'ar']

const openSheet = (page: Page, language: Language = 'sv') =>
  page.getByRole('button', { name: words[language].openSheet }).click()

const openToast = (page: Page, language: Language = 'sv') =>
  page.getByRole('button', { name: words[language].openToast }).click()

type Scheme = 'light' | 'dark'

/** In the dark only colours can differ, and only they are looked at again. */
const faults = async (page: Page, scheme: Scheme): Promise<readonly string[]> => {
  const checker = new AxeBuilder({ page })
  if (scheme === 'dark') checker.withRules('color-contrast')
  const { violations } = await checker.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

for (const language of languages) {
  test(`LOOK-2 everything keeps to its place in ${language}`, async ({ page, gallery }, info) => {
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 })
      await gallery.open(page, language)
      await page.screenshot({ path: info.outputPath(`${language}-${width}.png`) })
      expect(await lostWords(page)).toEqual([])
      expect(await sideways(page)).toBe(0)
    }
  })

  test(`LOOK-4 nothing to mend for a checker in ${language}`, async ({ page, gallery }) => {
    test.slow()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await gallery.open(page, language)
      expect(await faults(page, colorScheme)).toEqual([])
      await openToast(page, language)
      await openSheet(page, language)
      expect(await faults(page, colorScheme)).toEqual([])
    }
  })

  test(`LOOK-5 twice the text size cuts nothing off in ${language}`, async ({ page, gallery }) => {
    await gallery.open(page, language)
    await page.addStyleTag({ content: 'html { font-size: 200% }' })
    expect(await lostWords(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    await openSheet(page, language)
    expect(await lostWords(page)).toEqual([])
  })
}

test('LOOK-3 what can be pressed is large enough for a thumb', async ({ page, gallery }) => {
  await gallery.open(page)
  await openSheet(page)
  expect(await tooSmall(page, 44)).toEqual([])
  const exit = await page.locator('.exit').boundingBox()
  expect(exit?.height).toBeGreaterThanOrEqual(48)
  expect(exit?.width).toBeGreaterThanOrEqual(48)
})

test('LOOK-6 nothing lies over the exit', async ({ page, gallery }) => {
  for (const language of languages) {
    await gallery.open(page, language)
    const before = await page.locator('.exit').boundingBox()
    expect(await exitIsFree(page)).toBe(true)
    await openToast(page, language)
    expect(await exitIsFree(page)).toBe(true)
    await openSheet(page, language)
    expect(await exitIsFree(page)).toBe(true)
    expect(await page.locator('.exit').boundingBox()).toEqual(before)
  }
})

test('LOOK-7 Escape closes a sheet and is passed on', async ({ page, gallery }) => {
  await gallery.open(page)
  await page.evaluate(() =>
    window.addEventListener('keydown', ({ key, defaultPrevented }) => {
      if (key === 'Escape' && !defaultPrevented) document.title += '!'
    }),
  )
  await openSheet(page)
  await expect(page.getByRole('dialog')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('button', { name: sv.openSheet })).toBeFocused()
  expect(await page.title()).toMatch(/[^!]!$/)
})

test('LOOK-8 behind a sheet only the exit takes the focus', async ({ page, gallery }) => {
  await gallery.open(page)
  await openSheet(page)
  const focused = new Set<string>()
  for (let presses = 0; presses < 14; presses++) {
    await page.keyboard.press(presses < 7 ? 'Tab' : 'Shift+Tab')
    focused.add(
      await page.evaluate(() => {
        const el = document.activeElement
        return el?.closest('.sheet') ? 'sheet' : (el?.className ?? '')
      }),
    )
  }
  expect([...focused].toSorted()).toEqual(['exit end', 'sheet'])
})

test('LOOK-9 a browser is given nothing to remember', async ({ page, gallery }) => {
  await gallery.open(page)
  const typed = page.locator('input, textarea')
  expect(await typed.count()).toBeGreaterThan(8)
  await expect(page.locator('.room :is(form, select, [name], [contenteditable])')).toHaveCount(0)
  await expect(page.locator('[type=password], [type=radio], [type=checkbox]')).toHaveCount(0)
  await expect(typed.and(page.locator(':not([autocomplete=off])'))).toHaveCount(0)
  const text = page.locator('textarea, [type=text]')
  await expect(text.and(page.locator(':not([spellcheck=false])'))).toHaveCount(0)
})

test('LOOK-10 a busy button takes no second press', async ({ page, gallery }) => {
  await gallery.open(page)
  await page.getByRole('button', { name: sv.busy }).click({ force: true })
  await openSheet(page)
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(page.locator('.toast')).toHaveCount(0)
})

test('LOOK-11 a toast waits while it is read', async ({ page, gallery }) => {
  await page.clock.install()
  await gallery.open(page)
  await openToast(page)
  const toast = page.locator('.toast')
  // The words let a touch through; the button holds the pointer.
  await toast.getByRole('button').hover()
  await page.clock.runFor(20_000)
  await expect(toast).toBeVisible()
  await toast.getByRole('button').focus()
  await page.mouse.move(1, 1)
  await page.clock.runFor(20_000)
  await expect(toast).toBeVisible()
  await page.locator('h1').focus()
  await page.clock.runFor(9_000)
  await expect(toast).toBeHidden()
})

test('LOOK-12 arrow keys follow the writing', async ({ page, gallery }) => {
  for (const [language, ahead] of [
    ['sv', 'ArrowRight'],
    ['ar', 'ArrowLeft'],
  ] as const) {
    await gallery.open(page, language)
    const group = page.getByRole('radiogroup', { name: words[language].turnLabel })
    await group.getByRole('radio').nth(1).focus()
    await page.keyboard.press(ahead)
    await expect(group.getByRole('radio').nth(2)).toBeChecked()
    await expect(group.getByRole('radio').nth(2)).toBeFocused()
    await page.keyboard.press('Home')
    await expect(group.getByRole('radio').first()).toBeChecked()
  }
})

const moving = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .flatMap(({ effect }) => (effect instanceof KeyframeEffect ? effect.getKeyframes() : []))
      .flatMap((frame) => Object.keys(frame))
      .filter((name) => /translate|rotate|scale|transform|margin|inset/i.test(name)),
  )

test('LOOK-13 nothing travels where motion is not wanted', async ({
  page,
  gallery,
  browserName,
}) => {
  test.skip(browserName === 'firefox', 'Playwright cannot tell Firefox that motion is not wanted')
  await gallery.open(page)
  await expect.poll(() => moving(page)).toContain('rotate')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await gallery.open(page)
  await openSheet(page)
  await expect(page.getByRole('progressbar')).toHaveCount(2)
  expect(await moving(page)).toEqual([])
})

test('LOOK-14 arrows point the way of the writing', async ({ page, gallery }) => {
  const arrow = page.locator('.page-back .icon')
  await gallery.open(page, 'sv')
  await expect(arrow).toHaveCSS('transform', 'none')
  await gallery.open(page, 'ar')
  await expect(arrow).toHaveCSS('transform', 'matrix(-1, 0, 0, 1, 0, 0)')
})

test('LOOK-15 a new screen puts the focus on its heading', async ({ page, gallery }) => {
  await gallery.open(page)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

/** Milliseconds from the first bar, which asks not to wait, to the second, which waits. */
const wait = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const [first = 0, second = 0] = performance.getEntriesByName('bar').map((bar) => bar.startTime)
    return second - first
  })

test('LOOK-16 progress waits before it shows', async ({ page, gallery }) => {
  await page.addInitScript(() => {
    let seen = 0
    new MutationObserver(() => {
      const bars = document.querySelectorAll('.progress').length
      if (bars > seen) performance.mark('bar')
      seen = bars
    }).observe(document, { childList: true, subtree: true })
  })
  await gallery.open(page)
  await expect(page.getByRole('progressbar')).toHaveCount(2)
  expect(await wait(page)).toBeGreaterThan(295)
})

test('LOOK-17 a field grows with its text', async ({ page, gallery }) => {
  await gallery.open(page)
  const story = page.getByLabel(sv.story)
  const before = await story.boundingBox()
  await story.fill('En rad till.\n'.repeat(20))
  const after = await story.boundingBox()
  expect(after?.height).toBeGreaterThan((before?.height ?? 0) * 3)
  expect(await story.evaluate((el) => el.scrollHeight - el.clientHeight)).toBeLessThan(2)
})

test('LOOK-18 on a wide screen the tabs stand at the side', async ({ page, gallery }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await gallery.open(page)
  const [tabs, screen] = [page.locator('.tabs'), page.locator('.page')]
  const [rail, room] = [await tabs.boundingBox(), await screen.boundingBox()]
  expect(rail?.height).toBe(900)
  expect(room?.x).toBe(rail?.width)
  await expect(tabs.getByText('Kontakter')).toBeInViewport()
  await gallery.open(page, 'ar')
  expect((await tabs.boundingBox())?.x).toBe((await screen.boundingBox())?.width)
})
