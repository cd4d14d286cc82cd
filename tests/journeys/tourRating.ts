import type { HerPhone } from './driver.ts'
import type { Stop } from './tourCodes.ts'

/** Where she says how it was, and where that is looked at. */
export const rated = ({ say, tab, tap, row, room }: HerPhone): Stop[] => [
  [
    'rate',
    async () => {
      await tab('contacts')
      await row('Kommunen Påhitt').click()
      await row(say('rating.how')).click()
      await room
        .getByRole('radio', { name: say('rating.answer.partly') })
        .first()
        .click()
      await tap(say('action.back'))
      await row(say('rating.how')).click()
    },
  ],
  ['ratings', () => row(say('rating.overTime')).click()],
  [
    'council',
    async () => {
      await tab('home')
      await row(say('more.ratings.title')).click()
      await row(say('council.open')).click()
    },
  ],
]
