import { expect } from '@playwright/test'
import type { HerPhone } from './driver.ts'
import type { Stop } from './tourCodes.ts'

const about = (her: HerPhone): Stop => [
  'copy, with files or without',
  async () => {
    await her.openSettings()
    await her.row(her.say('setting.copy.title')).click()
    await her.room.getByRole('checkbox', { name: her.say('backup.about.files') }).waitFor()
  },
]

const saving = (her: HerPhone): Stop => [
  'copy, save',
  async () => {
    await her.beginCopy()
    await her.room.getByRole('heading', { name: her.say('backup.save.title') }).waitFor()
  },
]

const split = (her: HerPhone): Stop[] => {
  const { say, tap, room } = her
  const back = (): Promise<void> => tap(say('action.back'))
  return [
    [
      'piece',
      async () => {
        await tap(say('backup.save.save'))
        await expect(room).toContainText(say('backup.save.saved'))
        await tap(say('backup.piece.make'))
      },
    ],
    [
      'pieces, safe',
      async () => {
        await back()
        await her.splitDigits()
      },
    ],
    ['pieces, check', back],
  ]
}

/** Firefox puts its list of downloads over the page, and that keeps the focus from then on. */
const saves = ({ page }: HerPhone): boolean =>
  page.context().browser()?.browserType().name() !== 'firefox'

/** A copy, and where a file can be saved its digits in three pieces. */
export const copied = (her: HerPhone): Stop[] => [
  about(her),
  saving(her),
  ...(saves(her) ? split(her) : []),
]
