import { expect, type Locator, type Page } from '@playwright/test'
import { exitIsFree } from './gallery.ts'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'

test.use({ viewport: { width: 390, height: 844 } })

const size = (page: Page, percent: number): Promise<void> =>
  page.evaluate((to) => {
    document.documentElement.style.fontSize = `${to}%`
  }, percent)

const cards = Array.from({ length: 60 }, (_, n) =>
  ['BEGIN:VCARD', 'VERSION:3.0', `FN:Påhittad Person ${n}`, `ORG:Kontoret ${n}`, 'END:VCARD'].join(
    '\n',
  ),
).join('\n')

const halfWay = (page: Page, box: string): Promise<void> =>
  page.locator(box).evaluate((shown) => shown.scrollTo(0, shown.scrollHeight / 2))

const reach = async ({ page, room }: HerPhone, box: string, name: RegExp): Promise<void> => {
  await halfWay(page, box)
  await expect(room.getByRole('button', { name })).toBeInViewport({ ratio: 1 })
  expect(await exitIsFree(page)).toBe(true)
}

test('LOOK-460 the action of a list of sixty is in sight wherever she is in it, in large text too', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, room, tap, tab } = her
  await her.setUp()
  await tab('contacts')
  await tap(say('contact.fromFile'))
  await her.fill(say('import.paste'), cards)
  await tap(say('import.read'))
  await room.getByRole('checkbox', { name: /Kontoret 0/ }).click()
  for (const percent of [100, 200]) {
    await size(page, percent)
    await reach(her, '.page', /^Lägg till 1$/)
  }
  await room.getByRole('checkbox').first().click()
  await room.getByRole('button', { name: /^Lägg till 60$/ }).click()
  await tap(say('contact.toPhone.several'))
  await room
    .getByRole('dialog')
    .getByRole('checkbox', { name: /Kontoret 0/ })
    .click()
  for (const percent of [200, 100]) {
    await size(page, percent)
    await reach(her, '.sheet-panel', new RegExp(`^${say('attachment.out.save')}$`))
  }
})

/** Whether each tab is what a finger meets on it. */
const tabsAreFree = ({ room }: HerPhone): Promise<boolean> =>
  room
    .getByRole('navigation')
    .getByRole('button')
    .evaluateAll((tabs) =>
      tabs.every((tab) => {
        const { left, right, top, bottom } = tab.getBoundingClientRect()
        return tab.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2))
      }),
    )

test('LOOK-460 the action of what is chosen for a share is in sight at its top, and over no tab', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server, 'ar')
  const { say, room } = her
  await her.setUp()
  for (const topic of ['need', 'happened', 'before']) await her.writeStory(topic, 'Några ord.')
  await her.tab('shares')
  await her.tap(say('share.add'))
  await her.row(say('share.type.social')).click()
  await expect(room.getByRole('checkbox').first()).toBeVisible()
  const action = room.getByRole('button', { name: say('action.continue'), exact: true })
  for (const percent of [100, 200]) {
    await size(page, percent)
    for (const down of [0, 10_000]) {
      await page.locator('.page').evaluate((shown, to) => shown.scrollTo(0, to), down)
      await expect(action).toBeInViewport({ ratio: 1 })
      expect(await tabsAreFree(her)).toBe(true)
      expect(await exitIsFree(page)).toBe(true)
    }
  }
})

/** Words of a heading that do not stand whole on one line. */
const dividedIn = (heading: Locator): Promise<readonly string[]> =>
  heading.evaluate((shown) => {
    const text = shown.firstChild
    const words = (text?.textContent ?? '').matchAll(/\S+/g)
    return Array.from(words, ({ 0: word, index }) => {
      const range = document.createRange()
      if (text) range.setStart(text, index)
      if (text) range.setEnd(text, index + word.length)
      return range.getClientRects().length === 1 ? '' : word
    }).filter(Boolean)
  })

/** In ordinary text and at 200 %. */
const expectWhole = async (page: Page, words: Locator): Promise<void> => {
  for (const percent of [200, 100]) {
    await size(page, percent)
    expect(await dividedIn(words)).toEqual([])
  }
}

test('LOOK-461 a long name stands whole in its heading, in large text and other letters too', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server, 'ar')
  await her.setUp()
  await her.addContact({ organisation: 'Åklagarmyndigheten' })
  await her.tab('contacts')
  await her.row('Åklagarmyndigheten').click()
  const heading = her.room.getByRole('heading', { level: 1 })
  await expect(heading).toHaveAttribute('lang', 'sv')
  await expectWhole(page, heading)
})

test('LOOK-461 the words of a sheet’s heading stand whole, in large text too', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ organisation: 'Kommunen Påhitt' })
  await her.tab('contacts')
  await her.row('Kommunen Påhitt').click()
  await her.row(her.say('contact.toPhone.title')).click()
  const heading = her.room.getByRole('dialog').getByRole('heading').first()
  await expectWhole(page, heading)
})

test('LOOK-470 the name in a row or beside a box stands whole in large text', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ organisation: 'Försäkringskassan' })
  await her.tab('shares')
  await her.tap(her.say('share.add'))
  const social = her.say('share.type.social')
  await expectWhole(page, her.row(social).locator('.row-title bdi'))
  await her.tap(her.say('share.several.start'))
  await expectWhole(
    page,
    her.room.getByRole('checkbox', { name: social }).locator('.check-words bdi').first(),
  )
  await her.tab('contacts')
  await expectWhole(page, her.row('Försäkringskassan').locator('.row-title bdi'))
})

test('LOOK-471 a number beside a box runs from left to right in Arabic too', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server, 'ar')
  await her.setUp()
  await her.openCodes()
  await her.row(her.say('decoy.title')).click()
  const number = her.room.getByRole('checkbox').locator('small').first()
  await expect(number).toHaveText(/^\d.*\d$/)
  const places = await number.evaluate((shown) => {
    const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT)
    const text = walker.nextNode()
    const placeOf = (at: number): number => {
      const range = document.createRange()
      if (text) range.setStart(text, at)
      if (text) range.setEnd(text, at + 1)
      return range.getBoundingClientRect().left
    }
    const { length } = text?.textContent ?? ''
    return Array.from({ length }, (_, at) => placeOf(at))
  })
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('LOOK-472 what is said of a typed code is in sight, and nothing of it is cut off, in large text too', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await page.goto(`${server.app}/#start`)
  await her.tap(her.say('action.continue'))
  await her.tap(her.say('action.continue'))
  const code = await her.readCode()
  await size(page, 200)
  await her.tap(her.say('setUp.code.next'))
  await expect(her.room.getByRole('heading', { name: her.say('setUp.typing.title') })).toBeFocused()
  await page.keyboard.type(`0${code.slice(1)}=`)
  await expect(her.room.getByText(her.say('setUp.typing.wrong', { group: 1 }))).toBeInViewport({
    ratio: 1,
  })
  await page.keyboard.type('9'.repeat(28))
  const last = her.room.locator('.code-group').last()
  await last.scrollIntoViewIfNeeded()
  await expect(last).toBeInViewport({ ratio: 1 })
})
