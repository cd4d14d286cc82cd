import { expect } from '@playwright/test'
import type { HerPhone } from './driver.ts'
import type { Stop } from './tourCodes.ts'

/** A copy that is made, and its digits in three pieces. */
export const copied = (her: HerPhone): Stop[] => {
  const { say, tap, room } = her
  const back = (): Promise<void> => tap(say('action.back'))
  return [
    [
      'copy, save',
      async () => {
        await her.beginCopy()
        await room.getByRole('heading', { name: say('backup.save.title') }).waitFor()
      },
    ],
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
