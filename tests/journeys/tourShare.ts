import type { HerPhone } from './driver.ts'
import type { Stop } from './tourCodes.ts'

type Verbs = Pick<HerPhone, 'say' | 'tab' | 'tap' | 'row'>

/** What she finds again afterwards, and several at once. */
const account = ({ say, tab, tap, row }: Verbs): Stop[] => [
  ['shares', () => tab('shares')],
  ['grants', () => row(say('share.log.title')).click()],
  [
    'share, several',
    async () => {
      await tab('shares')
      await tap(say('share.add'))
      await tap(say('share.several.start'))
    },
  ],
]

/** What can be done with a share that is made. */
const made = ({ say, tap, room }: Pick<HerPhone, 'say' | 'tap' | 'room'>): Stop[] => [
  [
    'share, read out',
    async () => {
      await tap(say('share.spoken.offer'))
      await room.locator('.spoken').waitFor()
    },
    'stays',
  ],
  ['share, later', () => tap(say('share.later.more')), 'stays'],
  ['consent', () => tap(say('share.consent.open'))],
]

/** A share, from whom it is for to the list of all. */
export const given = ({ say, tab, tap, row, room }: HerPhone): Stop[] => [
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
      await tap(say('share.type.social'))
    },
  ],
  [
    'share, sight',
    async () => {
      await tap(say('action.continue'))
    },
  ],
  ['consent, first', () => tap(say('share.consent.open'))],
  [
    'share, terms',
    async () => {
      await tap(say('action.back'))
      await tap(say('share.preview.change'))
    },
  ],
  [
    'share',
    async () => {
      await tap(say('share.terms.next'))
      await tap(say('share.preview.make'))
      await room.locator('.link-text').waitFor()
    },
  ],
  ...made({ say, tap, room }),
  ...account({ say, tab, tap, row }),
]
