import { expect, type Page } from '@playwright/test'
import { median } from '../bench/figures.ts'
import { rounds } from '../thorough.ts'
import { herPhone } from './driver.ts'
import { test } from './server.ts'

/** Milliseconds from the press on "=" to the frame that shows its result, and to that of the next key. */
type Times = { readonly result: number[]; readonly next: number[] }

/**
 * The page itself notes the press and the first frame that was drawn for it, so that no driver's way
 * is timed.
 */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { dataset } = document.body
    const note = (name: 'pressed' | 'drawn'): void => {
      dataset[name] ??= String(performance.now())
    }
    window.addEventListener(
      'pointerdown',
      ({ target }) => {
        if (target instanceof Element && target.closest('#tool [data-key]')) note('pressed')
      },
      { capture: true },
    )
    const drawn = (): void => {
      if (dataset['pressed'] !== undefined) requestAnimationFrame(() => note('drawn'))
    }
    new MutationObserver(drawn).observe(document.getElementById('value') ?? document.body, {
      characterData: true,
      childList: true,
      subtree: true,
    })
  })

/** Forgets the presses before, once the frames that they asked for are drawn. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise(requestAnimationFrame)
    await frame()
    await frame()
    for (const name of ['pressed', 'drawn']) delete document.body.dataset[name]
  })

/** Presses one key; how long until what it does was drawn. Null where the room stood above it by then. */
const press = async (page: Page, key: string): Promise<number | null> => {
  await settle(page)
  const pressing = page.locator(`#tool [data-key="${key}"]`).click({ timeout: 3_000 })
  if (!(await pressing.then(() => true).catch(() => false))) return null
  await page.waitForFunction(() => document.body.dataset['drawn'] !== undefined)
  return page.evaluate(() => {
    const { pressed, drawn } = document.body.dataset
    return Number(drawn) - Number(pressed)
  })
}

const none = (): Times => ({ result: [], next: [] })

/** The thread is held up for so many ms at each press, as work before the result would. */
const holdUp = (page: Page, ms: number): Promise<void> =>
  page.evaluate((time) => {
    window.addEventListener('pointerdown', () => {
      const until = performance.now() + time
      while (performance.now() < until) continue
    })
  }, ms)

const note = (all: number[], time: number | null): void => {
  if (time !== null) all.push(time)
}

type Kind = 'sum' | 'wrong' | 'right'
const kinds: readonly Kind[] = ['sum', 'wrong', 'right']
const frame = 17

const alike = (one: number, other: number): boolean =>
  one <= 1.25 * other + frame && other <= 1.25 * one + frame

type All = Readonly<Record<Kind, Times>>

/** What differs from an ordinary sum, with the times in the middle; empty when nothing does. */
const different = (times: All): readonly string[] =>
  (['result', 'next'] as const).flatMap((what) =>
    (['wrong', 'right'] as const).flatMap((kind) => {
      const [sum, other] = [median(times.sum[what]), median(times[kind][what])]
      return alike(sum, other) ? [] : [`${what} of ${kind}: ${other} beside ${sum} ms`]
    }),
  )

// Two of three count as tries of a code, and the fortieth within an hour would wait.
const [least, most] = [rounds(3, 9), rounds(9, 18)]

test('KEY-300 "=" and the key after it take as long whatever was typed: a sum, a wrong code, the right one', async ({
  page,
  server,
}) => {
  test.setTimeout(600_000)
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.exit()
  await watch(page)
  const typed = { sum: '12+34', wrong: '777-88/9+100', right: code }
  const times = { sum: none(), wrong: none(), right: none() }
  // A busy machine delays whichever comes: it goes on until that evens out, and a real difference never does.
  for (let round = 0; round < least || (round < most && different(times).length > 0); round++) {
    for (const kind of kinds) {
      await her.typeOnCalculator(`C${typed[kind]}`)
      note(times[kind].result, await press(page, '='))
      // A driver that is late finds the room open, and must not wait until it is closed for want of a touch.
      note(times[kind].next, await press(page, '7'))
      if (kind === 'right') await expect(her.room.getByRole('navigation')).toBeVisible()
      if (kind === 'right') await her.exit()
      else await page.waitForTimeout(1_500)
    }
  }
  expect(different(times)).toEqual([])
  await holdUp(page, 200)
  await her.typeOnCalculator(`C${typed.sum}`)
  expect(await press(page, '=')).toBeGreaterThan(1.25 * median(times.sum.result) + frame)
})
