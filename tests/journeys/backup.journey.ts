import { expect } from '@playwright/test'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anotherPhone, herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'samlad-copies-'))
const chunk = 65_536

/** Enough for more than one chunk, so that damage leaves something. */
const writeSome = async (her: HerPhone): Promise<void> => {
  await her.setUp()
  await her.addContact({ organisation: 'Socialtjänsten Fiktiv', person: 'Handläggare Exempel' })
  await her.addAppointment({ date: '2031-04-02', time: '13:00', title: 'Läkarbesök' })
  await her.writeStory('need', 'En bostad med lås.')
  await her.writeStory('happened', `Det började en vinter. ${'Och så vidare. '.repeat(6_000)}`)
}

test('BACKUP-16 a copy from one phone brings everything back on another, under a new code', async ({
  page,
  browser,
  server,
}) => {
  const her = herPhone(page, server)
  await writeSome(her)
  const path = join(folder, 'whole.bin')
  const { digits, name } = await her.makeCopy(path)
  expect(name).toMatch(/^data-\d{4}-\d\d-\d\d\.bin$/)
  expect(readFileSync(path).length).toBe(4 * chunk)

  const later = await anotherPhone(browser, server)
  await later.beginRestore(path)
  await later.typeDigits(digits)
  await expect(later.room).toContainText(later.say('setUp.copy.found', { count: 4 }))
  const code = await later.endRestore(later.readCode)
  await expect(later.room).toContainText(later.say('setUp.copy.back', { count: 4 }))
  await later.tap(later.say('setUp.ready.begin'))
  await expect(later.room).toContainText('Läkarbesök')
  await later.exit()
  await later.unlock(code)
  await later.tab('contacts')
  await later.row('Socialtjänsten Fiktiv').click()
  await expect(later.room).toContainText('Handläggare Exempel')
  await later.tab('stories')
  await expect(later.row('En bostad med lås.')).toBeVisible()
  await later.row('Det började en vinter.').click()
  await expect(later.room).toContainText('Och så vidare.')
})

test('BACKUP-17 a damaged file brings back the rest and says so', async ({
  page,
  browser,
  server,
}) => {
  const her = herPhone(page, server)
  await writeSome(her)
  const path = join(folder, 'damaged.bin')
  const { digits } = await her.makeCopy(path)
  // The long story is alone in the chunks that it fills; the first one also holds what is short.
  const bytes = readFileSync(path)
  bytes.fill(0, chunk, 2 * chunk)
  writeFileSync(path, bytes)

  const later = await anotherPhone(browser, server)
  await later.beginRestore(path)
  await later.typeDigits(digits)
  await expect(later.room).toContainText(later.say('setUp.copy.missing', { count: 1 }))
  await later.endRestore(later.readCode)
  await expect(later.room).toContainText(later.say('setUp.copy.back', { count: 3 }))
  await expect(later.room).toContainText(later.say('setUp.copy.missing', { count: 1 }))
  await later.tap(later.say('setUp.ready.begin'))
  await expect(later.room).toContainText('Läkarbesök')
  await later.tab('contacts')
  await expect(later.row('Socialtjänsten Fiktiv')).toBeVisible()
})

test('BACKUP-17 a wrong digit, the digits of another copy and other files are told apart, and changed nothing', async ({
  page,
  browser,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.writeStory('need', 'En bostad med lås.')
  const path = join(folder, 'right.bin')
  const { digits } = await her.makeCopy(path)
  await her.tap(her.say('backup.save.done'))
  const { digits: others } = await her.makeCopy(join(folder, 'other.bin'))
  const small = join(folder, 'small.bin')
  writeFileSync(small, 'no copy')

  const later = await anotherPhone(browser, server)
  await later.beginRestore(small)
  await expect(later.room).toContainText(later.say('setUp.copy.why.file'))
  await later.exit()
  await later.beginRestore(path)
  await later.typeDigits(`${digits.slice(0, 39)}${(Number(digits[39]) + 1) % 10}`)
  await expect(later.room).toContainText(later.say('setUp.copy.why.digit'))
  await later.retypeGroup(8, digits.slice(35))
  await expect(later.room).toContainText(later.say('setUp.copy.found', { count: 1 }))
  await later.exit()
  await later.beginRestore(path)
  await later.typeDigits(others)
  await expect(later.room).toContainText(later.say('setUp.copy.why.unread'))
  await later.tap(later.say('setUp.copy.other'))
  await expect(later.button(later.say('setUp.copy.pick'))).toBeVisible()
})

test('SETUP-720 back from a copy that was found leads step by step to where she came from', async ({
  page,
  browser,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.writeStory('need', 'En bostad med lås.')
  const path = join(folder, 'back.bin')
  const { digits } = await her.makeCopy(path)
  const later = await anotherPhone(browser, server)
  const back = () => later.tap(later.say('action.back'))
  const found = later.say('setUp.copy.found', { count: 1 })
  await later.beginRestore(path)
  await later.typeDigits(digits)
  await expect(later.room).toContainText(found)
  await back()
  await expect(later.room.locator('.digits button')).toHaveCount(8)
  await expect(later.room).not.toContainText(found)
  await later.typeDigits(digits)
  await expect(later.room).toContainText(found)
  await back()
  await back()
  await expect(later.button(later.say('setUp.copy.pick'))).toBeVisible()
  await back()
  await expect(later.button(later.say('setUp.copy.have'))).toBeVisible()
})

test('BACKUP-23 two of three pieces bring a copy back, and what does not fit is told', async ({
  page,
  browser,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.writeStory('need', 'En bostad med lås.')
  const path = join(folder, 'split.bin')
  await her.makeCopy(path)
  const [one = '', two = '', three = ''] = await her.splitDigits()
  await her.tap(her.say('backup.save.done'))

  const later = await anotherPhone(browser, server)
  await later.beginRestore(path)
  const slip = (Number(three[44]) + 1) % 10
  await later.typeDigits(`${three.slice(0, 44)}${slip}`)
  await expect(later.room).toContainText(later.say('setUp.copy.why.digit'))
  await later.retypeGroup(9, three.slice(40))
  await expect(later.room).toContainText(later.say('setUp.copy.piece.first'))
  await later.typeDigits(three)
  await expect(later.room).toContainText(later.say('setUp.copy.why.again'))
  await later.tap(later.say('setUp.copy.piece.anew'))
  await later.typeDigits(two)
  await expect(later.room).toContainText(later.say('setUp.copy.piece.first'))
  await later.typeDigits(one)
  await expect(later.room).toContainText(later.say('setUp.copy.found', { count: 1 }))
  await later.endRestore(later.readCode)
  await later.tap(later.say('setUp.ready.begin'))
  await later.tab('stories')
  await expect(later.row('En bostad med lås.')).toBeVisible()
})

test('BACKUP-14 home offers a copy once there is something to lose, and not again after a no', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  for (const n of [1, 2, 3, 4]) await her.addContact({ person: `Kontakt ${n}` })
  await her.tab('home')
  await expect(her.room).not.toContainText(her.say('home.copy.title'))
  await her.addContact({ person: 'Kontakt 5' })
  await her.tab('home')
  await expect(her.room).toContainText(her.say('home.copy.title'))
  await her.tap(her.say('home.copy.never'))
  await expect(her.room).not.toContainText(her.say('home.copy.title'))
  await her.exit()
  await her.unlock(code)
  await expect(her.room).not.toContainText(her.say('home.copy.title'))
})
