import type { HerPhone } from './driver.ts'
import type { Stop } from './tourCodes.ts'

const planned = ({ say, tab, tap, row, fill }: HerPhone): Stop[] => [
  [
    'safety',
    async () => {
      await tab('home')
      await row(say('more.title')).click()
      await row(say('more.safety.title')).click()
    },
  ],
  ['part of the safety plan', () => row(say('safety.topic.phone')).click()],
  [
    'line of the safety plan',
    async () => {
      await tap(say('safety.ideas'))
      await row(say('safety.idea.phone.location')).click()
      await tap(say('safety.change', { what: say('safety.idea.phone.location') }))
    },
  ],
  [
    'talks',
    async () => {
      await tap(say('action.cancel'))
      await tap(say('safety.title'))
      await row(say('talk.title')).click()
    },
  ],
  ['talk form', () => tap(say('talk.add'))],
  [
    'talk',
    async () => {
      await fill(say('talk.told'), 'De ringer igen.')
      await fill(say('talk.review'), '2031-05-06')
      await tap(say('action.save'))
    },
  ],
]

const times = ({ say, tab, row }: HerPhone): Stop[] => [
  [
    'times to keep in mind',
    async () => {
      await tab('home')
      await row(say('more.title')).click()
      await row(say('more.plan.title')).click()
      await row(say('deadline.title')).click()
    },
  ],
  ['a time to keep in mind', () => row(say('deadline.of.appeal.title')).click()],
]

const invitation = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'DTSTART:20310506T073000Z',
  'SUMMARY:Samtal hos Exempel',
  'LOCATION:Sal 9',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\n')

/** A file that says otherwise than what she keeps. */
const otherwise = ({ say, tab, tap, fill, room }: HerPhone): Stop => [
  'import, said otherwise',
  async () => {
    await tab('appointments')
    await tap(say('appointment.fromFile'))
    await fill(say('import.paste'), invitation)
    await tap(say('import.read'))
    await room.getByRole('checkbox', { name: 'Samtal hos Exempel' }).click()
    await room.getByRole('radiogroup').waitFor()
  },
  'stays',
]

/** Her safety plan, a talk about risk, and what a rule gives time for. */
export const safety = (her: HerPhone): Stop[] => [...planned(her), ...times(her), otherwise(her)]
