import { expect } from '@playwright/test'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'

/** What would tell on the screen that is open, by the keys of its texts; none of it is there. */
const without = async (her: HerPhone, keys: readonly string[]): Promise<void> => {
  for (const key of keys) await expect(her.room, key).not.toContainText(her.say(key))
}

/** Every screen of contacts and appointments, looked at for what a plain book does not have. */
const lookAround = async (her: HerPhone, contact: string, appointment: string): Promise<void> => {
  await her.tab('contacts')
  await expect(her.row(contact)).toBeVisible()
  await without(her, ['network.open', 'contact.arrange.open'])
  await her.row(contact).click()
  await expect(her.button(her.say('action.edit'))).toBeVisible()
  await without(her, ['contact.safety.title', 'contact.links.title', 'share.with', 'rating.how'])
  await her.tap(her.say('action.edit'))
  await expect(her.button(her.say('action.save'))).toBeVisible()
  const asked = ['holds', 'promised', 'sensitivity', 'needs'].map((one) => `contact.topic.${one}`)
  await without(her, [...asked, 'contact.statusLabel', 'contact.caseNumber'])
  await without(her, ['contact.noteHint'])
  await her.tab('appointments')
  await expect(her.row(appointment)).toBeVisible()
  await without(her, ['timeline.title'])
  await her.row(appointment).click()
  await expect(her.button(her.say('action.edit'))).toBeVisible()
  await without(her, ['share.with'])
}

/** From an appointment's own screen; takes the form as far as who minds the children meanwhile. */
const arrange = async (her: HerPhone, how: readonly string[]): Promise<void> => {
  await her.tap(her.say('action.edit'))
  const more = her.button(her.say('appointment.more'))
  if (await more.isVisible()) await more.click()
  const care = her.room.getByRole('radiogroup', { name: her.say('appointment.childCare') })
  for (const one of how)
    await care.getByRole('radio', { name: her.say(`appointment.arranged.${one}`) }).click()
  await her.tap(her.say('action.save'))
}

const find = async (her: HerPhone, word: string): Promise<void> => {
  await her.tab('home')
  await her.tap(her.say('home.search'))
  await her.fill(her.say('search.label'), word)
}

test('DECOY-720 a decoy has no screen that a plain book of contacts and appointments would not have', async ({
  page,
  server,
}) => {
  test.slow()
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.makeDecoy('847193', code)
  await her.exit()
  await her.unlock('847193')
  const [contact, appointment] = ['contact.dentist.name', 'appointment.haircut.title']
  await lookAround(her, her.say(`decoy.${contact}`), her.say(`decoy.${appointment}`))
  await find(her, '')
  await without(her, ['search.hint'])
})

test('DECOY-720 a plain book shows and finds nothing beyond contacts and appointments, and all comes back', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ person: 'Frisören' })
  await her.addAppointment({ date: '2031-01-14', title: 'Klippning' })
  await her.writeStory('latest', 'Det som hände i hallen')
  await her.tab('stories')
  await her.row(her.say('story.topic.children')).click()
  await her.fill(her.say('story.text'), 'Halvt skrivet')
  await her.tab('home')
  await expect(her.row('Halvt skrivet')).toBeVisible()
  await her.openSettings()
  const plain = her.room.getByRole('checkbox', { name: her.say('setting.plain') })
  await plain.click()
  await lookAround(her, 'Frisören', 'Klippning')
  await her.tab('home')
  await expect(her.button(her.say('home.search'))).toBeVisible()
  await expect(her.room).not.toContainText('Halvt skrivet')
  await find(her, 'hallen')
  await expect(her.room).toContainText(her.say('search.none'))
  await find(her, 'Klippning')
  await expect(her.row('Klippning')).toBeVisible()
  await her.openSettings()
  await plain.click()
  await find(her, 'hallen')
  await expect(her.row('Det som hände i hallen')).toBeVisible()
  await her.tab('appointments')
  await expect(her.button(her.say('timeline.title'))).toBeVisible()
})

test('DECOY-720 an empty plain book speaks of no case numbers, and what was said afterwards of no sharing', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.openSettings()
  await her.room.getByRole('checkbox', { name: her.say('setting.plain') }).click()
  await her.tab('contacts')
  await expect(her.room).toContainText(her.say('contact.empty.plain'))
  await without(her, ['contact.empty.text'])
  await her.addAppointment({ date: '2021-01-14', title: 'Klippning' })
  await find(her, 'Klippning')
  await her.row('Klippning').click()
  await her.tap(her.say('appointment.writeAfter'))
  await expect(her.room.getByLabel(her.say('appointment.after'))).toBeVisible()
  await without(her, ['contact.noteHint'])
})

test('DECOY-722 what was filled in before a book was plain stays in its form, also while it is taken out', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ person: 'Tandläkaren', caseNumber: '2031-7' })
  await her.addAppointment({ date: '2031-01-14', title: 'Klippning' })
  await her.tab('appointments')
  await her.row('Klippning').click()
  await arrange(her, ['arranged'])
  await her.openSettings()
  await her.room.getByRole('checkbox', { name: her.say('setting.plain') }).click()
  await her.tab('appointments')
  await her.row('Klippning').click()
  await arrange(her, ['none', 'needed'])
  await her.tab('contacts')
  await her.row('Tandläkaren').click()
  await her.tap(her.say('action.edit'))
  for (const number of ['', '2031-8']) await her.fill(her.say('contact.caseNumber'), number)
})
