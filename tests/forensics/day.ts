import { expect } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import type { HerPhone } from '../journeys/driver.ts'
import type { Planted } from './planted.ts'
import { addTo, restOfDay } from './wider.ts'

// One day with the app, with a planted word wherever she can write.

export type Day = {
  readonly her: HerPhone
  readonly planted: Planted
}

const addCode = (planted: Planted, code: string): void => {
  planted.add('her code', code)
}

/** The first set-up by the sum, which leaves less than a link. Returns her code. */
export const setUpBySum = async ({ her, planted }: Day) => {
  await her.open()
  await her.typeOnCalculator('1/0=1/0=1/0=')
  await her.room.getByRole('radio', { name: 'Svenska' }).click()
  await her.tap(her.say('action.continue'))
  await her.tap(her.say('action.continue'))
  const code = await her.readCode()
  addCode(planted, code)
  await her.tap(her.say('setUp.code.next'))
  await expect(her.room.getByRole('heading', { name: her.say('setUp.typing.title') })).toBeFocused()
  await her.page.keyboard.type(`${code}=`)
  await her.tap(her.say('setUp.ready.begin'))
  await expect(her.room.getByRole('navigation')).toBeVisible()
  return code
}

/** Types a word of its own into each field, key by key: a browser keeps less of what is put in whole. */
const typeIntoAll = async ({ her, planted }: Day, screen: string): Promise<readonly string[]> => {
  const fields = await her.room.locator('textarea, input[type=text]').all()
  expect(fields.length).toBeGreaterThan(0)
  const words = fields.map((_, place) => planted.word(`${screen}, field ${place + 1}`))
  for (const [place, field] of fields.entries()) {
    await field.focus()
    await her.page.keyboard.type(words[place] ?? '')
  }
  const date = her.room.locator('input[type=date]')
  if ((await date.count()) > 0) await date.fill('2087-11-23')
  return words
}

export const beginContact = async (day: Day, name: string): Promise<void> => {
  await day.her.tab('contacts')
  await day.her.tap(day.her.say('contact.add'))
  for (const topic of ['emails', 'addresses', 'role', 'holds', 'promised', 'note'])
    await day.her.tap(day.her.say(`contact.topic.${topic}`))
  await typeIntoAll(day, name)
}

const beginAppointment = async (day: Day, name: string): Promise<void> => {
  await day.her.tab('appointments')
  await day.her.tap(day.her.say('appointment.add'))
  await day.her.tap(day.her.say('appointment.more'))
  await typeIntoAll(day, name)
}

/** Returns the heading that she gave it. */
export const beginStory = async (day: Day, topic: string): Promise<string> => {
  await day.her.tab('stories')
  await day.her.row(day.her.say(`story.topic.${topic}`)).click()
  return (await typeIntoAll(day, `story ${topic}`)).at(-1) ?? ''
}

const bringIn = async ({ her, planted }: Day, file: string): Promise<void> => {
  const name = planted.word('a name in a file')
  writeFileSync(
    file,
    `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nTEL:031-3900600\r\nEND:VCARD\r\n`,
  )
  await her.bringIn('contacts', file)
  await her.room.getByRole('checkbox', { name }).click()
  await her.tap(her.say('import.add', { count: 1 }))
  await expect(her.row(name)).toBeVisible()
}

const search = async (day: Day): Promise<void> => {
  await day.her.tab('contacts')
  await typeIntoAll(day, 'search in contacts')
  await day.her.tab('home')
  await day.her.tap(day.her.say('home.search'))
  await typeIntoAll(day, 'search in all')
}

const share = async ({ her, planted }: Day, part: string): Promise<void> => {
  const name = planted.word('name of a share')
  const why = planted.word('why of a share')
  await her.choose({ type: 'social', name, parts: [part], why })
  const { link, passcode } = await her.makeLink()
  const [, secret = ''] = link.split('#')
  expect(secret.length).toBeGreaterThan(20)
  planted.add('the secret of a link', secret)
  planted.add('a passcode', passcode?.replace(/\D/g, '') ?? 'none')
  await her.tap(her.say('share.link.showCode'))
}

/** Everything she does on a day: what is saved, what is left unfinished, what is looked for. */
export const wholeDay = async (day: Day, file: string): Promise<void> => {
  const { her } = day
  day.planted.add('a day', '2087-11-23')
  await beginContact(day, 'contact')
  await her.tap(her.say('action.save'))
  await beginAppointment(day, 'appointment')
  await her.tap(her.say('action.save'))
  const heading = await beginStory(day, 'need')
  await her.tap(her.say('action.save'))
  await addTo(day, file)
  await restOfDay(day, file)
  await bringIn(day, file)
  await search(day)
  await share(day, heading)
  await beginAppointment(day, 'unfinished appointment')
  await beginStory(day, 'threats')
  await her.beginShare('social', [heading])
  await typeIntoAll(day, 'unfinished share')
}
