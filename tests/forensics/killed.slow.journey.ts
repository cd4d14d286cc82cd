import { expect, type BrowserContext } from '@playwright/test'
import { setTimeout as pause } from 'node:timers/promises'
import { herPhone, type HerPhone } from '../journeys/driver.ts'
import type { Server } from '../journeys/server.ts'
import { rounds } from '../thorough.ts'
import { firstPage, test, type Profile } from './profile.ts'

test.skip(({ browserName }) => browserName !== 'chromium', 'its process is known in Chromium alone')

// The whole browser is ended while her page keeps something, and started again on the same folder.

/** What is kept for sure; `codes` are those of which one opens it. */
type State = {
  readonly contacts: readonly string[]
  readonly files: readonly string[]
  readonly codes: readonly string[]
}

/** One thing that she does: all but its last touch is done when it is given. */
type Deed = {
  readonly to: State
  readonly touch: () => Promise<unknown>
  /** What the page says when it is done. */
  readonly says: string
}

type Begin = (her: HerPhone, state: State, n: number) => Promise<Deed>

const story = 'Det som hände den kvällen.'

const contactOf = (n: number): string => `Kontakt ${n};`
const fileOf = (n: number): string => `ljud-${n}.mp3`

const bytesOf = (name: string): Buffer => {
  const bytes = Buffer.alloc(700_000, name)
  bytes.write('ID3', 'latin1')
  return bytes
}

const picked = (name: string) => ({ name, mimeType: 'audio/mpeg', buffer: bytesOf(name) })

const openStory = async (her: HerPhone): Promise<void> => {
  await her.tab('stories')
  await her.row(story).click()
}

const save: Begin = async (her, state, n) => {
  await her.tab('contacts')
  await her.tap(her.say('contact.add'))
  await her.fill(her.say('contact.person'), contactOf(n))
  return {
    to: { ...state, contacts: [...state.contacts, contactOf(n)] },
    touch: () => her.tap(her.say('action.save')),
    says: her.say('contact.saved'),
  }
}

const attach: Begin = async (her, state, n) => {
  await openStory(her)
  const chooser = her.page.waitForEvent('filechooser')
  await her.tap(her.say('attachment.add'))
  const choosing = await chooser
  return {
    to: { ...state, files: [...state.files, fileOf(n)] },
    touch: () => choosing.setFiles(picked(fileOf(n))),
    says: her.say('attachment.saved'),
  }
}

const changeCodes: Begin = async (her, state) => {
  const [present = ''] = state.codes
  await her.openCodes()
  await her.row(her.say('code.own.change')).click()
  await her.tap(her.say('action.continue'))
  const code = await her.takeCode()
  await expect(her.room.getByRole('heading', { name: her.say('code.present.title') })).toBeFocused()
  await her.page.keyboard.type(present)
  return {
    to: { ...state, codes: [code] },
    touch: () => her.page.keyboard.press('='),
    says: her.say('code.own.done'),
  }
}

const kinds: Readonly<Record<string, Begin>> = {
  'a save': save,
  'a file': attach,
  'a change of codes': changeCodes,
}
const names = Object.keys(kinds)

const opens = async (her: HerPhone, code: string): Promise<boolean> => {
  await her.typeOnCalculator(`C${code}=`)
  const inside = her.room.getByRole('navigation').waitFor({ timeout: 8_000 })
  return inside.then(
    () => true,
    () => false,
  )
}

/** The code among these that opens it; a busy machine is given another try. */
const opening = async (her: HerPhone, codes: readonly string[]): Promise<string> => {
  for (const code of [...codes, ...codes, ...codes]) if (await opens(her, code)) return code
  throw new Error(`none of ${codes.length} codes opens`)
}

/** Those of these names that stand on the screen; no other one may. */
const shown = async (her: HerPhone, all: RegExp): Promise<readonly string[]> => {
  const texts = await her.room.getByRole('button').allInnerTexts()
  return texts.flatMap((text) => all.exec(text)?.[0] ?? []).toSorted()
}

/** All of this is there, and of the rest nothing but what was being kept. */
const expectKept = (found: readonly string[], sure: readonly string[], might: readonly string[]) =>
  expect([sure, might].map((list) => list.toSorted())).toContainEqual(found)

/** The file comes out as it went in. */
const expectWhole = async (her: HerPhone, name: string): Promise<void> => {
  await her.row(name).click()
  const { bytes } = await her.takeOut('original')
  expect(Buffer.compare(bytes, bytesOf(name))).toBe(0)
}

/** What is found of the last state that was kept for sure, and of what was being done when it ended. */
const found = async (her: HerPhone, sure: State, might: State): Promise<State> => {
  const code = await opening(her, [...new Set([...sure.codes, ...might.codes])])
  await her.tab('contacts')
  await expect(her.row(sure.contacts[0] ?? '')).toBeVisible()
  const contacts = await shown(her, /Kontakt \d+;/)
  expectKept(contacts, sure.contacts, might.contacts)
  await openStory(her)
  await expect(her.row(fileOf(0))).toBeVisible()
  const files = await shown(her, /ljud-\d+\.mp3/)
  expectKept(files, sure.files, might.files)
  await expectWhole(her, might.files.findLast((name) => files.includes(name)) ?? '')
  return { codes: [code], contacts, files }
}

type Ended = { readonly sure: State; readonly might: State }

/** Does one thing and ends the browser after so many ms, or as soon as the page says that it is done. */
const endWithin = async (
  { context, her }: { readonly context: BrowserContext; readonly her: HerPhone },
  profile: Profile,
  { before, deed, ms }: { readonly before: State; readonly deed: Deed; readonly ms: number },
): Promise<Ended> => {
  const end = await profile.aim(context)
  const saying = her.room.getByText(deed.says).waitFor({ timeout: 0 })
  const said = saying.then(
    () => true,
    () => false,
  )
  const touching = deed.touch().catch(() => undefined)
  await Promise.race([said, pause(ms)])
  await end()
  await touching
  return { sure: (await said) ? deed.to : before, might: deed.to }
}

const start = async (profile: Profile, server: Server) => {
  const context = await profile.open()
  const her = herPhone(firstPage(context), server)
  return { context, her }
}

const prepare = async (profile: Profile, server: Server): Promise<State> => {
  const { context, her } = await start(profile, server)
  const code = await her.setUp()
  await her.addContact({ person: contactOf(0) })
  await her.writeStory('happened', story)
  await her.attachFirst(picked(fileOf(0)))
  await expect(her.row(fileOf(0))).toBeVisible({ timeout: 30_000 })
  await her.exit()
  await her.unlock(code)
  await context.close()
  return { codes: [code], contacts: [contactOf(0)], files: [fileOf(0)] }
}

/** How long, in ms, a thing of each kind is given at most: less after it was done, more when it was not. */
const reaching = () => {
  const most = new Map(names.map((name, n) => [name, [60, 400, 3_000][n] ?? 0]))
  const broken = new Set<string>()
  return {
    moment: (name: string): number => Math.random() * (most.get(name) ?? 0),
    learn: (name: string, isDone: boolean): void => {
      if (!isDone) broken.add(name)
      most.set(name, (most.get(name) ?? 0) * (isDone ? 0.5 : 1.4))
    },
    all: (): boolean => broken.size === names.length,
  }
}

/** So many ends, and until each kind was broken off once; a machine that never gets there is a fault. */
const [asked, tooMany] = [rounds(2, 6, 12), rounds(2, 21)]

test('FORENSIC-350 a browser that is killed while it saves, attaches or changes codes opens what it said was kept', async ({
  newProfile,
  server,
}) => {
  test.setTimeout(600_000)
  const profile = newProfile()
  const { moment, learn, all } = reaching()
  let sure = await prepare(profile, server)
  let might = sure
  for (let n = 0; n < tooMany && (n < asked || !all()); n++) {
    const name = names[n % names.length] ?? ''
    const phone = await start(profile, server)
    await phone.her.open()
    const before = await found(phone.her, sure, might)
    const deed = await kinds[name]?.(phone.her, before, n + 1)
    if (!deed) throw new Error('no such kind')
    const ended = await endWithin(phone, profile, { before, deed, ms: moment(name) })
    learn(name, ended.sure === deed.to)
    ;({ sure, might } = ended)
  }
  const { context, her } = await start(profile, server)
  await her.open()
  await found(her, sure, might)
  await context.close()
  expect(asked < names.length || all()).toBe(true)
})
