import { expect } from '@playwright/test'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'
import { countTaps, promised } from './taps.ts'

const sayNeed = async ({ page, say, tap, row, room, tab }: HerPhone): Promise<void> => {
  await tab('home')
  const taps = await countTaps(page)
  await row(say('more.title')).click()
  await row(say('more.plan.title')).click()
  await row(say('need.title')).click()
  const cell = [say('need.area.housing'), say('need.horizon.now'), say('need.state.none')]
  await tap(cell.join(', '))
  await room.getByRole('radio', { name: say('need.state.open') }).click()
  await expect(room).toContainText(say('need.saved'))
  expect(await taps()).toBe(promised('To say that something is needed'))
}

const addStep = async ({ say, tap, row, room, fill }: HerPhone, what: string): Promise<void> => {
  await tap(say('step.forThis'))
  await fill(say('step.what'), what)
  await row(say('step.me')).click()
  await room.getByRole('dialog').getByRole('button', { name: 'Kommunen Påhitt' }).click()
  await fill(say('step.by'), '2020-05-06')
  await tap(say('action.save'))
  await expect(room).toContainText('Kommunen Påhitt')
}

test('PLAN-5 care, protection and support, short and long term: she says what she needs, who does what by when, and whether it helped', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, tap, row, room, tab } = her
  await her.setUp()
  await her.addContact({ organisation: 'Kommunen Påhitt' })
  await sayNeed(her)
  await addStep(her, 'Ansöka om en lägenhet')
  await tab('home')
  await expect(row('Ansöka om en lägenhet')).toContainText(say('home.due', { date: '' }).trim())
  const taps = await countTaps(page)
  await row('Ansöka om en lägenhet').click()
  await tap(say('step.markDone'))
  await room.getByRole('radio', { name: say('step.help.some') }).click()
  expect(await taps()).toBe(promised('To say that a step is done, and if it helped'))
  await tab('home')
  await expect(row('Ansöka om en lägenhet')).toHaveCount(0)
  await row(say('plan.title')).click()
  await expect(row(say('need.title'))).toContainText(say('need.count', { count: 1 }))
  await tap(say('step.showOver', { count: 1 }))
  await expect(row('Ansöka om en lägenhet')).toBeVisible()
})

test('CHILD-2 children who have witnessed violence: each child has needs, steps and contacts, and nothing is asked about what it saw', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, tap, row, room, fill, tab } = her
  await her.setUp()
  await her.addContact({ organisation: 'Skolan Påhitt' })
  await tab('home')
  const taps = await countTaps(page)
  await row(say('more.title')).click()
  await row(say('more.children.title')).click()
  await tap(say('child.add'))
  await expect(room.getByLabel(say('child.seen'))).toHaveCount(0)
  await fill(say('child.name'), 'Kim')
  await fill(say('child.born'), '2017')
  await tap(say('action.save'))
  expect(await taps()).toBe(promised('To add a child'))

  await row(say('child.choose.contacts')).click()
  await room.getByRole('checkbox', { name: 'Skolan Påhitt' }).click()
  await room.getByRole('button', { name: say('action.close') }).click()
  await expect(row('Skolan Påhitt')).toBeVisible()
  await row(say('step.add')).click()
  await fill(say('step.what'), 'Byta skola')
  await tap(say('action.save'))
  await expect(room).toContainText('Kim')
  await tab('home')
  await expect(row('Byta skola')).toBeVisible()
  await row(say('more.children.title')).click()
  await row('Kim').click()
  await tap(say('action.delete'))
  await expect(row('Kim')).toHaveCount(0)
  await tap(say('action.undo'))
  await row('Kim').click()
  await expect(row('Byta skola')).toBeVisible()
})

test('PAST-4 what was deleted or changed is there after leaving, comes back, or goes for good', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const { say, tap, row, room, tab, fill } = her
  const code = await her.setUp()
  await her.writeStory('need', 'En bostad med lås.')
  await tap(say('action.edit'))
  await fill(say('story.text'), 'Något annat.')
  await tap(say('action.save'))
  await tap(say('past.show', { count: 1 }))
  await expect(room).toContainText('En bostad med lås.')
  await tap(say('past.bring'))
  await tap(say('action.delete'))
  await her.exit()
  await her.unlock(code)
  await tab('home')
  const taps = await countTaps(page)
  await row(say('more.title')).click()
  await row(say('more.trash.title')).click()
  await row('En bostad med lås.').click()
  expect(await taps()).toBe(promised('To bring back what was deleted'))
  await tab('stories')
  await row('En bostad med lås.').click()
  await tap(say('action.delete'))
  await tab('home')
  await row(say('more.title')).click()
  await row(say('more.trash.title')).click()
  await tap(say('trash.clear'))
  await expect(row('En bostad med lås.')).toBeVisible()
  await tap(say('trash.clearNow'))
  await expect(row('En bostad med lås.')).toHaveCount(0)
})
