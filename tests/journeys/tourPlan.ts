import type { HerPhone } from './driver.ts'
import type { Stop } from './tourCodes.ts'

/** The map of needs, its steps, and what is to be done. */
const plan = ({ say, tab, tap, row, room, fill }: HerPhone): Stop[] => [
  [
    'more',
    async () => {
      await tab('home')
      await row(say('more.title')).click()
    },
  ],
  ['plan', () => row(say('more.plan.title')).click()],
  ['needs', () => row(say('need.title')).click()],
  [
    'need sheet',
    () =>
      tap([say('need.area.housing'), say('need.horizon.now'), say('need.state.none')].join(', ')),
  ],
  [
    'step form',
    async () => {
      await room.getByRole('radio', { name: say('need.state.open') }).click()
      await tap(say('step.forThis'))
    },
  ],
  [
    'step',
    async () => {
      await fill(say('step.what'), 'Ansöka om en lägenhet')
      await tap(say('action.save'))
    },
  ],
]

/** A child, and what was taken away. */
export const planned = (her: HerPhone): Stop[] => {
  const { say, tab, tap, row, fill } = her
  const inMore = async (title: string): Promise<void> => {
    await tab('home')
    await row(say('more.title')).click()
    await row(say(title)).click()
  }
  return [
    ...plan(her),
    ['children', () => inMore('more.children.title')],
    ['child form', () => tap(say('child.add'))],
    [
      'child',
      async () => {
        await fill(say('child.name'), 'Kim')
        await tap(say('action.save'))
      },
    ],
    [
      'trash',
      async () => {
        await tap(say('action.delete'))
        await inMore('more.trash.title')
      },
    ],
  ]
}
