import { expect } from '@playwright/test'
import { herPhone } from './driver.ts'
import { test } from './server.ts'
import { countTaps, promised } from './taps.ts'

test('TASKS-1 a new appointment with a known contact takes four taps', async ({ page, server }) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.addContact({ organisation: 'Socialtjänsten Påhitt' })
  await her.tab('home')
  const taps = await countTaps(page)
  await her.tap(her.say('appointment.add'))
  await her.row('Socialtjänsten Påhitt').click()
  await her.row('i morgon').click()
  await her.tap(her.say('action.save'))
  await expect(her.room.getByRole('heading', { level: 1 })).toHaveText('Socialtjänsten Påhitt')
  expect(await taps()).toBe(promised('A new appointment with a known contact'))
  await her.tab('home')
  await expect(her.room).toContainText('I morgon', { ignoreCase: true })
})

test('DAYS-1 an appointment comes again, one time is left out, and two that meet are noticed', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.addAppointment({ date: '2031-05-05', time: '09:30', title: 'Samtal Påhitt' })
  await her.tap(her.say('action.edit'))
  await her.tap(her.say('appointment.more'))
  await her.room.getByRole('radio', { name: her.say('appointment.every.week') }).click()
  await her.tap(her.say('action.save'))
  await expect(her.room).toContainText(her.say('appointment.every.week'))
  await her.tap(her.say('appointment.skip'))
  await expect(her.row('Samtal Påhitt')).toBeVisible()
  await expect(her.room).toContainText('12 maj 2031')
  await her.addAppointment({ date: '2031-05-19', time: '09:00', title: 'Möte Exempel' })
  await expect(her.room.getByRole('note')).toContainText('Samtal Påhitt')
})

test('DAYS-2 what happened is written with the date that she remembers, and found by month and by word', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  const taps = await countTaps(page)
  await her.tab('stories')
  await her.row(her.say('incident.add')).click()
  await her.fill(her.say('incident.what'), 'Hon som bor bredvid hörde allt.')
  await her.fill(her.say('incident.when'), 'maj 2024, ungefär tio gånger')
  await her.tap(her.say('action.save'))
  expect(await taps()).toBe(promised('Write down what happened'))
  await expect(her.room.getByRole('heading', { level: 1 })).toHaveText(
    'maj 2024, ungefär tio gånger',
  )
  await her.tab('appointments')
  await her.tap(her.say('timeline.title'))
  await her.room.getByRole('button', { name: her.say('timeline.kind.incident') }).click()
  const may = her.room.getByRole('list', { name: 'maj 2024' })
  await expect(may).toContainText('ungefär tio gånger')
  await her.tab('home')
  await her.tap(her.say('home.search'))
  await her.fill(her.say('search.label'), 'bredvid')
  await expect(her.row('maj 2024')).toBeVisible()
})

test('TIMELINE-250 the timeline of one contact alone is there again after leaving', async ({
  page,
  server,
}) => {
  const her = herPhone(page, server)
  const code = await her.setUp()
  await her.addContact({ organisation: 'Skolan Påhitt' })
  await her.addContact({ organisation: 'Kommunen Påhitt' })
  await her.addAppointment({ date: '2031-04-02', time: '13:00', title: 'Läkarbesök' })
  await her.tab('appointments')
  await her.tap(her.say('timeline.title'))
  await her.row(her.say('timeline.anyone')).click()
  await her.row('Skolan Påhitt').click()
  await expect(her.room).toContainText(her.say('timeline.count', { count: 1 }))
  await expect(her.room).not.toContainText('Läkarbesök')
  await her.exit()
  await her.unlock(code)
  await expect(her.room).toContainText(her.say('timeline.count', { count: 1 }))
  await her.row('Skolan Påhitt').first().click()
  await her.row(her.say('timeline.anyone')).click()
  await expect(her.room).toContainText('Läkarbesök')
})

const invitation = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:pahittad',
  'DTSTART:20310505T073000Z',
  'SUMMARY:Kallelse Påhitt',
  'LOCATION:Sal 2',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\n')

test('DAYS-3 an invitation is pasted, and leaves as nothing but a time', async ({
  page,
  server,
  browserName,
}) => {
  const her = herPhone(page, server)
  await her.setUp()
  await her.tab('appointments')
  await her.tap(her.say('appointment.fromFile'))
  await her.fill(her.say('import.paste'), invitation)
  await her.tap(her.say('import.read'))
  await her.room.getByRole('checkbox', { name: 'Kallelse Påhitt' }).click()
  await her.tap(her.say('import.add', { count: 1 }))
  await expect(her.row('Kallelse Påhitt')).toContainText('09:30')
  await her.tap(her.say('appointment.out.open'))
  await expect(her.room.getByRole('dialog')).toContainText(her.say('appointment.out.told'))
  test.skip(browserName === 'firefox', 'its driver hears of no download')
  const download = page.waitForEvent('download')
  await her.tap(her.say('appointment.out.give'))
  const file = await (await download).createReadStream()
  const text = Buffer.concat(await file.toArray()).toString('utf8')
  expect(text).toContain('DTSTART;TZID=Europe/Stockholm:20310505T093000')
  expect(text).toContain(`SUMMARY:${her.say('appointment.out.neutral')}`)
  expect(text).not.toMatch(/Påhitt|Sal 2|pahittad/)
})
