import type { HerPhone } from './driver.ts'
import type { Stop } from './tourCodes.ts'

/** Where what happened is written down and looked at; it leaves off at a part of the story. */
export const happened = ({ say, tab, tap, row, fill }: HerPhone): Stop[] => [
  ['incident form', () => row(say('incident.add')).click()],
  [
    'incident',
    async () => {
      await fill(say('incident.what'), 'Det hände igen.')
      await fill(say('incident.when'), 'våren 2024')
      await tap(say('action.save'))
    },
  ],
  [
    'timeline',
    async () => {
      await tab('stories')
      await row(say('timeline.title')).click()
    },
  ],
  [
    'story',
    async () => {
      await tab('stories')
      await row('En bostad med lås.').click()
    },
  ],
  ['story form', () => tap(say('action.edit'))],
]
