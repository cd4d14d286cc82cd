import type { HerPhone } from './driver.ts'
import type { Stop } from './tourCodes.ts'

/** A share, from whom it is for to the list of all. */
export const given = ({ say, tab, tap, room }: HerPhone): Stop[] => [
  [
    'share, whom',
    async () => {
      await tab('shares')
      await tap(say('share.add'))
    },
  ],
  [
    'share, parts',
    async () => {
      await room.getByRole('radio', { name: say('share.type.social') }).click()
      await tap(say('action.continue'))
    },
  ],
  [
    'share, terms',
    async () => {
      await room.getByRole('checkbox').first().click()
      await tap(say('action.continue'))
    },
  ],
  ['share, sight', () => tap(say('share.terms.next'))],
  [
    'share',
    async () => {
      await tap(say('share.preview.make'))
      await room.locator('.link-text').waitFor()
    },
  ],
  ['shares', () => tab('shares')],
]
