import { expect, type TestInfo } from '@playwright/test'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from './server.ts'
import { startEngine, type Engine, type Remote } from './webdriver.ts'
import { wordsOf } from './words.ts'

// The engines behind Safari, by a protocol with few verbs: the whole path once, not every screen.

const say = wordsOf('app', 'sv')
// Theirs speaks the language of the machine, and ours is English.
const theirs = wordsOf('recipient', 'en')

/** Words to be run in the page: the button, tick or row that is called `name`, under `root`. */
const named = `
  const [root, name] = arguments
  const plain = (text) => (text ?? '').replace(/\\s+/g, ' ').trim()
  const called = (one) =>
    [one.getAttribute('aria-label'), one.innerText, one.labels?.[0]?.innerText].map(plain)
  const all = [...document.querySelectorAll(root + ' :is(button, label, summary)')]
  const seen = all.filter((one) => one.getClientRects().length > 0 && !one.disabled)
  return seen.find((one) => called(one).includes(name)) ??
    seen.find((one) => called(one).some((text) => text.startsWith(name)))
`

const field = `
  const [root, name] = arguments
  const all = [...document.querySelectorAll(root + ' :is(input, textarea)')]
  return all.find((one) => [...(one.labels ?? [])].some((label) => label.innerText.trim().startsWith(name)))
`

const key = 'return document.querySelector(`#tool [data-key="${arguments[0]}"]`)'

const hands = (page: Remote, root: string) => ({
  tap: (name: string): Promise<void> => page.press(named, root, name),
  fill: async (name: string, text: string): Promise<void> => {
    await page.press(field, root, name)
    await page.type(text)
  },
  text: async (css: string): Promise<string> =>
    String(await page.run('return document.querySelector(arguments[0])?.innerText ?? ""', css)),
  /** A screen listens when its heading has the focus. */
  stands: (heading: string): Promise<void> =>
    expect
      .poll(() => page.run('return document.activeElement?.innerText ?? ""'), { timeout: 20_000 })
      .toBe(heading),
  sees: (text: string): Promise<void> =>
    expect
      .poll(() => page.run('return document.body.innerText'), { timeout: 20_000 })
      .toContain(text),
})

const signs: Readonly<Record<string, string>> = { '×': '*', '÷': '/', '−': '-', ',': '.' }

const phoneOn = (page: Remote) => {
  const room = hands(page, '.room')
  const typed = async (keys: string): Promise<void> => {
    for (const one of keys) await page.press(key, one)
  }
  return {
    ...room,
    typed,
    setUp: async (): Promise<string> => {
      await typed('1/0=1/0=1/0=')
      await room.tap('Svenska')
      await room.tap(say('action.continue'))
      await room.stands(say('limits.title'))
      await room.tap(say('action.continue'))
      await room.sees(say('setUp.code.next'))
      const shown = (await room.text('.room .code')).replace(/\s/g, '')
      const code = Array.from(shown, (sign) => signs[sign] ?? sign).join('')
      await room.tap(say('setUp.code.next'))
      await room.stands(say('setUp.typing.title'))
      await page.type(`${code}=`)
      await room.tap(say('setUp.ready.begin'))
      return code
    },
    leave: async (): Promise<void> => {
      await room.tap(say('exit.label'))
      await expect.poll(() => page.run('return document.querySelectorAll(".room").length')).toBe(0)
      await pause(700)
    },
  }
}

const engineOf = ({ project }: TestInfo): Engine => (project.name === 'wpe' ? 'wpe' : 'webkitgtk')

/** One browser of the project's engine, which is gone after `walk`. */
const inEngine = async (info: TestInfo, walk: (page: Remote) => Promise<void>): Promise<void> => {
  const page = await startEngine(engineOf(info))
  try {
    await walk(page)
  } finally {
    await page.end()
  }
}

const shareFrom = async (her: ReturnType<typeof phoneOn>, part: string) => {
  await her.tap(say('tab.shares'))
  await her.tap(say('share.add'))
  await her.tap(say('share.type.social'))
  await her.tap(part)
  await her.tap(say('action.continue'))
  await her.tap(say('share.preview.change'))
  await her.tap(say('share.terms.next'))
  await her.tap(say('share.preview.make'))
  await expect.poll(() => her.text('.room .link-text'), { timeout: 20_000 }).toContain('#1')
  return { link: await her.text('.room .link-text'), passcode: await her.text('.room .passcode') }
}

const contact = 'Socialkontoret Fiktiv'

const keepOne = async (her: ReturnType<typeof phoneOn>): Promise<void> => {
  await her.tap(say('tab.contacts'))
  await her.tap(say('contact.add'))
  await her.fill(say('contact.organisation'), contact)
  await her.tap(say('action.save'))
  await her.sees(contact)
}

test('JOURNEY-100 in the engines behind Safari she sets up, keeps, leaves and comes back, also without a network', async ({
  server,
}, info) => {
  test.setTimeout(180_000)
  await inEngine(info, async (page) => {
    const her = phoneOn(page)
    await page.go(`${server.app}/`)
    await her.typed('12*34=')
    await expect.poll(() => her.text('#value')).toBe('408')
    const code = await her.setUp()
    await keepOne(her)
    await her.leave()
    expect(await page.run('return document.body.innerText')).not.toContain(contact)
    await her.typed(`C${code}=`)
    await her.sees(contact)
    await page.type('\uE00C\uE00C')
    await expect.poll(() => page.run('return document.querySelectorAll(".room").length')).toBe(0)
    await server.kill()
    await page.go(`${server.app}/`)
    await her.typed(`C7*8=`)
    await expect.poll(() => her.text('#value')).toBe('56')
    await her.typed(`C${code}=`)
    await her.tap(say('tab.contacts'))
    await her.sees(contact)
  })
})

test('JOURNEY-101 what she gives from an engine of Safari is read in another browser of it', async ({
  server,
}, info) => {
  test.setTimeout(180_000)
  let given = { link: '', passcode: '' }
  await inEngine(info, async (page) => {
    const her = phoneOn(page)
    await page.go(`${server.app}/`)
    await her.setUp()
    await keepOne(her)
    given = await shareFrom(her, contact)
  })
  await inEngine(info, async (page) => {
    const agency = hands(page, 'main')
    await page.go(given.link)
    await agency.fill(theirs('page.closed.code'), given.passcode)
    await agency.tap(theirs('page.closed.open'))
    await agency.sees(contact)
    expect(await page.run('return location.hash')).toBe('')
  })
})
