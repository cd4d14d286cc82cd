import { expect } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { HerPhone } from '../journeys/driver.ts'
import type { Day } from './day.ts'
import type { Planted } from './planted.ts'

// The rest of a day: what is kept besides contacts, appointments and the story, and a copy of it all.

/** Types a word of its own into the field of that name, key by key. */
const write = async ({ her, planted }: Day, field: string): Promise<void> => {
  await her.room
    .locator('input, textarea')
    .and(her.room.getByLabel(her.say(field)))
    .first()
    .focus()
  await her.page.keyboard.type(planted.word(field))
}

const inMore = async ({ say, tab, row }: HerPhone, title: string): Promise<void> => {
  await tab('home')
  await row(say('more.title')).click()
  await row(say(title)).click()
}

const incident = async (day: Day): Promise<void> => {
  await day.her.tab('stories')
  await day.her.row(day.her.say('incident.add')).click()
  for (const field of ['incident.what', 'incident.when']) await write(day, field)
  await day.her.tap(day.her.say('action.save'))
}

const child = async (day: Day): Promise<void> => {
  await inMore(day.her, 'more.children.title')
  await day.her.tap(day.her.say('child.add'))
  await write(day, 'child.name')
  await day.her.tap(day.her.say('action.save'))
}

const talk = async (day: Day): Promise<void> => {
  const { say, row, tap } = day.her
  await inMore(day.her, 'more.safety.title')
  await row(say('talk.title')).click()
  await tap(say('talk.add'))
  await write(day, 'talk.told')
  await tap(say('action.save'))
}

const step = async (day: Day): Promise<void> => {
  const { say, row, tap, room } = day.her
  await inMore(day.her, 'more.plan.title')
  await row(say('need.title')).click()
  const cell = [say('need.area.housing'), say('need.horizon.now'), say('need.state.none')]
  await tap(cell.join(', '))
  await room.getByRole('radio', { name: say('need.state.open') }).click()
  await tap(say('step.forThis'))
  await write(day, 'step.what')
  await tap(say('action.save'))
}

/** A document of several megabytes, which a browser may put away in parts while it is handed over. */
const documentOf = (planted: Planted, folder: string): string => {
  const path = join(folder, `${planted.word('name of a document')}.pdf`)
  const line = `${planted.word('inside a document')}\n`
  writeFileSync(path, `%PDF-1.4\n${line.repeat(Math.ceil(5_000_000 / line.length))}`)
  return path
}

/** Under the story that is shown: what is added later, and a document that is looked at. */
export const addTo = async (day: Day, file: string): Promise<void> => {
  const { say, tap, row, room, attachFirst } = day.her
  await tap(say('addendum.add'))
  await write(day, 'addendum.text')
  await tap(say('action.save'))
  const path = documentOf(day.planted, dirname(file))
  await attachFirst(path)
  await row('.pdf').click()
  await expect(room.getByRole('heading', { level: 1 })).toContainText('.pdf')
}

/** Its digits open everything, so they are as much a secret as her code. */
const copy = async ({ her, planted }: Day, file: string): Promise<void> => {
  // Nobody hears of Firefox's downloads here: there it ends before the file is saved.
  const isHeard = her.page.context().browser()?.browserType().name() !== 'firefox'
  const path = join(dirname(file), 'copy')
  const digits = isHeard ? (await her.makeCopy(path)).digits : await her.beginCopy()
  expect(digits).toMatch(/^\d{40}$/)
  planted.add('digits of a copy', digits)
}

export const restOfDay = async (day: Day, file: string): Promise<void> => {
  for (const part of [incident, child, talk, step]) await part(day)
  await copy(day, file)
}
