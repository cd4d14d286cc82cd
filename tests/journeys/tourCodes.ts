import type { HerPhone } from './driver.ts'

/** A screen, and how she gets there. */
/** `stays` is for what unfolds in place: the focus stays on what was pressed. */
export type Stop = readonly [name: string, go: () => Promise<void>, stays?: 'stays']

const changing = (her: HerPhone): Stop[] => {
  const { page, say, tap, row, room } = her
  let chosen = ''
  return [
    ['codes', () => her.openCodes()],
    ['own code', () => row(say('code.own.change')).click()],
    ['four words or twelve keys', () => tap(say('action.continue'))],
    [
      'code, typed back',
      async () => {
        chosen = await her.readCode()
        await tap(say('setUp.code.next'))
      },
    ],
    ['present code', () => page.keyboard.type(`${chosen}=`)],
    [
      'present code, refused',
      async () => {
        await page.keyboard.type('1+23456789=')
        await room.getByRole('alert').waitFor()
      },
    ],
  ]
}

/** All that has to do with codes, with nothing made yet. */
export const coded = (her: HerPhone): Stop[] => {
  const { say, row } = her
  return [
    ...changing(her),
    [
      'decoy',
      async () => {
        await her.openCodes()
        await row(say('decoy.title')).click()
      },
    ],
    [
      'shred',
      async () => {
        await her.openCodes()
        await row(say('shred.title')).click()
      },
    ],
    [
      'openings',
      async () => {
        await her.openSettings()
        await row(say('opening.title')).click()
      },
    ],
    [
      'erase',
      async () => {
        await her.openSettings()
        await row(say('erase.title')).click()
      },
    ],
  ]
}
