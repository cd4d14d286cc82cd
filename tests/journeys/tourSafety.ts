import type { HerPhone } from './driver.ts'
import type { Stop } from './tourCodes.ts'

/** Her safety plan and a talk about risk; it leaves off at the talk. */
export const safety = ({ say, tab, tap, row, fill }: HerPhone): Stop[] => [
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
