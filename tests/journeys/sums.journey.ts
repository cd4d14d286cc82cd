import { expect, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rounds } from '../thorough.ts'
import { herPhone } from './driver.ts'
import { test } from './server.ts'

const folder = join(import.meta.dirname, '../disguise')

const lines = (name: string, between: string): readonly (readonly [string, string])[] =>
  readFileSync(join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [keys = '', shown = ''] = line.split(between)
      return [keys, shown]
    })

/** Few for a person, spread over the whole table; all of them for CI. */
const some = <T>(all: readonly T[], few: number): readonly T[] => {
  const step = Math.ceil(all.length / rounds(few, all.length))
  return all.filter((_, at) => at % step === 0)
}

type Sum = readonly [keys: readonly string[], shown: string]

/** Presses the page's own buttons, one touch after the other, and gives the sums that were wrong. */
const wrongOn = (page: Page, sums: readonly Sum[]): Promise<readonly string[]> =>
  page.evaluate((all) => {
    const press = (key: string): void => {
      const button = document.querySelector(`#tool [data-key="${key}"]`)
      if (!button) throw new Error(`there is no ${key}`)
      const touch = { bubbles: true, cancelable: true, button: 0 }
      button.dispatchEvent(new PointerEvent('pointerdown', touch))
      button.dispatchEvent(new PointerEvent('pointerup', touch))
      button.dispatchEvent(new MouseEvent('click', { ...touch, detail: 1 }))
    }
    const plain = (text: string): string =>
      text
        .replace(/,/g, '')
        .replace(/−/g, '-')
        .replace(/E(?=\d)/, 'E+')
    return all.flatMap(([keys, shown]) => {
      for (const key of ['C', 'C', ...keys]) press(key)
      const seen = plain(document.querySelector('#value')?.textContent ?? '')
      const right = shown === '!' ? seen === 'Not possible' : seen === shown
      return right ? [] : [`${keys.join(' ')}: ${seen}, not ${shown}`]
    })
  }, sums)

test.use({ locale: 'en-GB' })

test('JOURNEY-18 a thousand sums typed key by key are right', async ({ page, server }) => {
  test.setTimeout(300_000)
  const her = herPhone(page, server, 'en')
  await her.open()
  await page.waitForTimeout(500)
  const chosen = [...lines('everyday.txt', ' '), ...some(lines('golden.txt', ' '), 250)]
  const sums = chosen.map(([keys, shown]) => [keys.split(''), shown] as const)
  expect(sums.length).toBeGreaterThanOrEqual(rounds(200, 1000))
  // In portions, so that the page comes to itself between them.
  for (let at = 0; at < sums.length; at += 50) {
    expect(await wrongOn(page, sums.slice(at, at + 50))).toEqual([])
  }
})

test('JOURNEY-18 on its side, six hundred functions and brackets are right', async ({
  page,
  server,
}) => {
  test.setTimeout(300_000)
  await page.setViewportSize({ width: 844, height: 390 })
  const her = herPhone(page, server, 'en')
  await her.open()
  await page.waitForTimeout(800)
  const split = (word: string): readonly string[] =>
    /^[\d.]+$/.test(word) ? word.split('') : [word]
  const sums = [...lines('desk.txt', ' > '), ...some(lines('science.txt', ' > '), 120)]
    .filter(([keys]) => !/deg|turn/.test(keys))
    .map(([keys, shown]) => [['MC', ...keys.split(' ').flatMap(split)], shown] as const)
  for (let at = 0; at < sums.length; at += 20) {
    expect(await wrongOn(page, sums.slice(at, at + 20))).toEqual([])
  }
})

test('JOURNEY-19 the memory, the tape and the number alone on the clipboard', async ({
  page,
  server,
  context,
}) => {
  const her = herPhone(page, server, 'en')
  await her.open()
  await page.waitForTimeout(800)
  const value = page.locator('#value')
  const key = (name: string) => page.locator(`#tool [data-key="${name}"]`).click()
  await her.typeOnCalculator('12+30=')
  await key('M+')
  await her.typeOnCalculator('7*8=')
  await key('MR')
  await expect(value).toHaveText('42')
  await key('tape')
  await expect(page.locator('#tape li')).toHaveText(['7 × 8 = 56', '12 + 30 = 42'])
  await key('T0')
  await expect(value).toHaveText('56')
  await expect(page.locator('#tape')).toBeHidden()
  if (context.browser()?.browserType().name() === 'chromium') {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await key('copy')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('56')
  }
})

test('JOURNEY-19 the tape keeps what is ordinary, and nothing of what opened', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server, 'sv')
  const code = await her.setUp()
  await her.exit()
  await her.typeOnCalculator('C12+30=')
  // One key wrong: an ordinary sum, until it turns out to be a slip.
  const slip = `${code.slice(0, -1)}${code.endsWith('1') ? '2' : '1'}`
  await her.typeOnCalculator(`C${slip}=`)
  await page.waitForTimeout(1500)
  await her.unlock(code)
  await her.exit()
  await page.locator('#tool [data-key="tape"]').click()
  await expect(page.locator('#tape li')).toHaveText(['12 + 30 = 42'])
})

test('JOURNEY-19 turned on its side, the sum goes on', async ({ page, server }) => {
  const her = herPhone(page, server, 'en')
  await her.open()
  await page.waitForTimeout(800)
  await her.typeOnCalculator('2+3')
  await page.setViewportSize({ width: 844, height: 390 })
  await her.typeOnCalculator('*4=')
  await expect(page.locator('#value')).toHaveText('14')
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.locator('#value')).toHaveText('14')
  await her.typeOnCalculator('C12+')
  await page.setViewportSize({ width: 844, height: 390 })
  await expect(page.locator('#value')).toHaveText('12')
  await her.typeOnCalculator('5=C12')
  await page.setViewportSize({ width: 390, height: 844 })
  await her.typeOnCalculator('3')
  await expect(page.locator('#value')).toHaveText('123')
})

test('JOURNEY-19 whatever lay on the calculator, AC, AC and the code open', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server, 'en')
  const code = await her.setUp()
  const key = (name: string) => page.locator(`#tool [data-key="${name}"]`).click()
  const before = [
    ['5', '+', '0', 'C'],
    ['tape', 'tape'],
    ['copy'],
    ['9', 'M+', 'MR'],
    ['7', '+', 'B', 'C'],
  ]
  for (const keys of before) {
    await her.exit()
    await page.waitForTimeout(300)
    for (const name of keys) await key(name)
    await her.typeOnCalculator(`${code}=`)
    await expect(her.room.getByRole('navigation')).toBeVisible()
  }
})
