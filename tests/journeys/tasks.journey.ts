import { expect } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'
import { countTaps, promised } from './taps.ts'

const root = join(import.meta.dirname, '../..')

const task = async (her: HerPhone, name: string, go: () => Promise<void>): Promise<void> => {
  await her.tab('home')
  const taps = await countTaps(her.page)
  await go()
  expect(`${name}: ${await taps()}`).toBe(`${name}: ${promised(name)}`)
}

const opening =
  ({ tab, row }: HerPhone) =>
  async (name: string): Promise<void> => {
    await tab('contacts')
    await row(name).click()
  }

/** What she does with one contact. */
const contactTasks = (her: HerPhone) => {
  const { say, tap, fill, row, room, tab } = her
  const open = opening(her)
  return {
    'Add a contact': async () => {
      await tab('contacts')
      await tap(say('contact.add'))
      await fill(say('contact.organisation'), 'Kommunen Påhitt')
      await fill(say('contact.phones'), '070-174 06 05')
      await tap(say('action.save'))
    },
    'Write down the next step with a contact': async () => {
      await open('Kommunen Påhitt')
      await tap(say('action.edit'))
      await fill(say('contact.next'), 'Skicka in blanketten')
      await tap(say('action.save'))
    },
    'Say how it stands with a contact': async () => {
      await open('Kommunen Påhitt')
      await tap(say('action.edit'))
      await tap(say('contact.status.theirs'))
      await tap(say('action.save'))
      await expect(room).toContainText(say('contact.status.theirs'))
    },
    'Say that a number is safe': async () => {
      await open('Kommunen Påhitt')
      await row(say('contact.safety.title')).click()
      await tap(say('contact.use.yes'))
      await tap(say('action.save'))
      await expect(room).toContainText(say('contact.use.yes'))
    },
    'Keep a contact at the top': async () => {
      await open('Kommunen Påhitt')
      await tap(say('contact.star'))
    },
  }
}

/** What she does with all of them. */
const networkTasks = (her: HerPhone) => {
  const { say, tap, row, room, tab } = her
  const open = opening(her)
  return {
    'Find help by need and keep it': async () => {
      await tab('contacts')
      await tap(say('contact.fromDirectory'))
      await row(say('directory.need.children')).click()
      await row('Bris').click()
      await tap(say('directory.add'))
    },
    'Note that two contacts should talk': async () => {
      await open('Kommunen Påhitt')
      await row(say('contact.links.title')).click()
      await room.getByRole('checkbox', { name: /Bris/ }).click()
    },
    'See everyone in one picture': async () => {
      await tab('contacts')
      await tap(say('network.open'))
      await expect(room.getByText(/Kommunen Påhitt.* bör prata med .*Bris/)).toBeVisible()
    },
    'Bring in every contact of a file': async () => {
      await her.bringIn('contacts', join(root, 'tests/demo/contacts.vcf'))
      const all = room.getByRole('checkbox').first()
      await all.click()
      await room.getByRole('button', { name: /^Lägg till \d+$/ }).click()
    },
  }
}

test('TASKS-1 what she does most takes five taps at most', async ({ page, server }) => {
  const her = herPhone(page, server)
  await her.setUp()
  const tasks = { ...contactTasks(her), ...networkTasks(her) }
  for (const [name, go] of Object.entries(tasks)) await task(her, name, go)
  await task(her, 'Find something by a word of it', async () => {
    await her.tap(her.say('home.search'))
    await her.page.keyboard.type('kommunen')
    await her.row('Kommunen Påhitt').click()
  })
  await task(her, 'Find a contact and call', async () => {
    await her.tab('contacts')
    await her.row('Kommunen Påhitt').click()
    const call = her.room.getByRole('link', { name: '070-174 06 05' })
    // What a phone does with it is the phone's: here nothing may leave the page.
    await call.evaluate((link) => link.addEventListener('click', (event) => event.preventDefault()))
    await call.click()
  })
})

test('TASKS-2 one way in, a low threshold: help by need and level, with what to know before', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.keptWhole()
  await server.kill()
  await her.tab('contacts')
  await her.tap(her.say('contact.fromDirectory'))
  await her.row(her.say('directory.need.network')).click()
  await her.tap(her.say('contact.levelName.municipality'))
  await her.row('Samtalsmottagningen').click()
  await expect(her.room).toContainText('Samma nummer tar emot den som utövar våld')
  await expect(her.room).toContainText('2023-06-30')
  await her.tap(her.say('directory.title'))
  await her.row('Trollhättans Stad, Kontaktcenter').click()
  await expect(her.room).toContainText('Gärdhemsvägen 9, 461 83 Trollhättan')
  await expect(her.room).toContainText(/Öppet nu|Stängt nu/)
})

test('TASKS-2 whole view, also of those who use violence: help for them is there, and apart', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.tab('contacts')
  await her.tap(her.say('contact.fromDirectory'))
  await her.row(her.say('directory.apart.title')).click()
  await expect(her.row('Välj att sluta')).toBeVisible()
  await her.tap(her.say('directory.title'))
  await her.row(her.say('directory.need.network')).click()
  await expect(her.row('Välj att sluta')).toHaveCount(0)
})

test('TASKS-2 a municipality’s own directory comes in from a file, and a wrong one says where', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.tab('contacts')
  await her.tap(her.say('contact.fromDirectory'))
  await her.row(her.say('directory.packs.title')).click()
  const bring = async (text: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser')
    await her.tap(her.say('directory.packs.pick'))
    const file = { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) }
    await (await chooser).setFiles(file)
  }
  const pack = readFileSync(join(root, 'public/data/se-1488.json'), 'utf8')
  await bring(pack.replace('"high"', '"sure"'))
  await expect(her.room).toContainText('services[0].confidence')
  await bring(pack.replace('Kontaktcenter', 'Växeln Påhitt'))
  await expect(her.room).toContainText('Trollhättan och grannar')
  await her.tap(her.say('directory.title'))
  await her.row(her.say('directory.need.network')).click()
  await expect(her.row('Växeln Påhitt')).toBeVisible()
})

test('MERGE-8 contacts in silos: one office that is there twice becomes one, by her choice', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ organisation: 'Kommunen Påhitt', phones: '0980-319201', next: 'Vänta' })
  await her.addContact({ organisation: 'Kommunen Påhitt', phones: '070-174 06 05', next: 'Ringa' })
  await her.tab('contacts')
  await her.tap(her.say('contact.alike.open', { count: 1 }))
  await her.row('Kommunen Påhitt').click()
  await her.room.getByRole('radio', { name: 'Ringa' }).click()
  await her.tap(her.say('contact.merge.make'))
  await expect(her.room).toContainText(her.say('contact.alike.none'))
  await her.tab('contacts')
  await her.row('Kommunen Påhitt').click()
  for (const words of ['0980-319201', '070-174 06 05', 'Ringa'])
    await expect(her.room).toContainText(words)
  await expect(her.room).not.toContainText('Vänta')
})
