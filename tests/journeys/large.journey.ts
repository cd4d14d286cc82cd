import { expect, type Page } from '@playwright/test'
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
  for (const percent of [100, 200]) {
    await size(page, percent)
    const lines = await heading.evaluate((shown) => {
      const range = document.createRange()
      range.selectNodeContents(shown)
      return range.getClientRects().length
    })
    expect(lines).toBe(1)
  }
})
