import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { join } from 'node:path'
import { herPhone, type HerPhone } from './driver.ts'
import { exitIsFree, sideways } from './gallery.ts'
import { coded, type Stop } from './tourCodes.ts'
import { happened } from './tourDays.ts'
import { rated } from './tourRating.ts'
import { safety } from './tourSafety.ts'
import { copied } from './tourCopy.ts'
import { arranged, found } from './tourContacts.ts'
import { planned } from './tourPlan.ts'
import { given } from './tourShare.ts'
import { test as base, type Server } from './server.ts'

// One walk through every screen for each language, with something on each of them to look at.

/** What was found on one screen, on a phone and on a window 320 pixels wide. */
export type Seen = {
  readonly name: string
  readonly faults: readonly string[]
  readonly focused: boolean
  readonly aside: number
  readonly exitFree: boolean
  /** The exit is free with the phone on its side, plain and at twice the text size. */
  readonly freeLying: boolean
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const faultsOn = async (page: Page): Promise<readonly string[]> => {
  // The checker's other way of working opens a tab, and a room whose window is left closes.
  const checker = new AxeBuilder({ page }).setLegacyMode().withTags(rules)
  const { violations } = await checker.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const isFocused = async ({ room }: HerPhone, stays: boolean): Promise<boolean> => {
  const focus = room.locator(
    stays ? '.page button:focus' : 'h1:focus, [role=dialog]:focus, [role=search] input:focus',
  )
  return focus.waitFor({ timeout: 2_000 }).then(
    () => true,
    () => false,
  )
}

const freeLying = async (page: Page): Promise<boolean> => {
  const size = (text: string) =>
    page.evaluate((to) => document.documentElement.style.setProperty('font-size', to), text)
  await page.setViewportSize({ width: 844, height: 390 })
  const plain = await exitIsFree(page)
  await size('200%')
  const large = await exitIsFree(page)
  await size('')
  return plain && large
}

const look = async (her: HerPhone, [name, , stays]: Stop): Promise<Seen> => {
  const { page } = her
  const focused = await isFocused(her, stays === 'stays')
  const faults = await faultsOn(page)
  const free = await exitIsFree(page)
  await page.setViewportSize({ width: 320, height: 640 })
  const aside = await sideways(page)
  const exitFree = free && (await exitIsFree(page))
  const lying = await freeLying(page)
  await page.setViewportSize({ width: 390, height: 844 })
  return { name, faults, focused, aside, exitFree, freeLying: lying }
}

const pictures = join(import.meta.dirname, '../exchange/pictures')

const walk = async (her: HerPhone, stops: readonly Stop[]): Promise<readonly Seen[]> => {
  const seen: Seen[] = []
  for (const stop of stops) {
    const [, go] = stop
    await go()
    seen.push(await look(her, stop))
  }
  return seen
}

const tabs = ['contacts', 'appointments', 'stories', 'shares', 'home'] as const

const empty = ({ tab }: HerPhone): Stop[] =>
  tabs.map((name) => [`empty ${name}`, () => tab(name)] as const)

const seed = async (her: HerPhone): Promise<void> => {
  await her.addContact({
    organisation: 'Kommunen Påhitt',
    person: 'Handläggare Exempel',
    phones: '0980-319201',
    caseNumber: 'K 12-3456',
    next: 'Skicka in blanketten',
  })
  await her.addAppointment({
    date: '2031-05-06',
    time: '09:30',
    title: 'Samtal hos Exempel',
    place: 'Sal 2',
  })
  await her.writeStory('need', 'En bostad med lås.')
}

const kept = ({ say, tab, tap, row, room }: HerPhone): Stop[] => [
  ['home', () => tab('home')],
  ['search', () => tap(say('home.search'))],
  [
    'settings',
    async () => {
      await tab('home')
      await tap(say('home.settings'))
    },
  ],
  ['limits', () => row(say('setting.limits')).click()],
  ['contacts', () => tab('contacts')],
  ['contact', () => row('Kommunen Påhitt').click()],
  ['contact form', () => tap(say('action.edit'))],
  ['appointments', () => tab('appointments')],
  ['week', () => room.getByRole('radio', { name: say('appointment.views.week') }).click()],
  [
    'appointment',
    async () => {
      await tab('appointments')
      await row('Samtal hos Exempel').click()
    },
  ],
  ['appointment form', () => tap(say('action.edit'))],
  ['people sheet', () => tap(say('appointment.someone'))],
  [
    'stories',
    async () => {
      await room.getByRole('button', { name: say('action.close') }).click()
      await tab('stories')
    },
  ],
]

const pictured = ({ say, tab, tap, row, room, pickFile }: HerPhone): Stop[] => [
  [
    'room for files',
    async () => {
      await tab('stories')
      await row('En bostad med lås.').click()
      await pickFile(join(pictures, 'phone-turned.jpg'))
    },
  ],
  [
    'attachment',
    async () => {
      await room.getByRole('dialog').getByRole('button').nth(1).click()
      await row('phone-turned.jpg').click()
      await room.locator('canvas').waitFor()
    },
  ],
  ['clean copy', () => tap(say('attachment.out.clean'))],
]

const shown = ({ say, tab, tap, row, room }: HerPhone): Stop[] => [
  [
    'statements',
    async () => {
      await room.getByRole('button', { name: say('action.close') }).click()
      await tab('stories')
      await row(say('evidence.title')).click()
      await tap(say('evidence.make'))
      await tab('stories')
      await row(say('evidence.title')).click()
    },
  ],
  [
    'story with its proof',
    async () => {
      await tab('stories')
      await row('En bostad med lås.').click()
    },
  ],
  ['addendum form', () => tap(say('addendum.add'))],
]

const tour = async (
  browser: Browser,
  server: Server,
  language: string,
): Promise<readonly Seen[]> => {
  const context = await browser.newContext({
    colorScheme: language === 'ar' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    viewport: { width: 390, height: 844 },
  })
  // A stop that is not found must not wait for the end of the test.
  context.setDefaultTimeout(8_000)
  const her = herPhone(await context.newPage(), server, language)
  await server.start()
  await her.setUp()
  const before = await walk(her, empty(her))
  await seed(her)
  const after = await walk(her, [
    ...kept(her),
    ...happened(her),
    ...pictured(her),
    ...shown(her),
    ...safety(her),
    ...coded(her),
    ...copied(her),
    ...rated(her),
    ...found(her),
    ...given(her),
    ...arranged(her),
    ...planned(her),
  ])
  await context.close()
  return [...before, ...after]
}

type Tour = (language: string) => Promise<readonly Seen[]>

/** `tour` walks once for each language, whichever test asks first. */
export const test = base.extend<object, { tour: Tour }>({
  tour: [
    async ({ browser, house }, use) => {
      const walked = new Map<string, Promise<readonly Seen[]>>()
      await use((language) => {
        const walking = walked.get(language) ?? tour(browser, house, language)
        walked.set(language, walking)
        return walking
      })
    },
    { scope: 'worker' },
  ],
})
