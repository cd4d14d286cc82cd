import { expect } from '@playwright/test'
import type { Hands } from './driver.ts'
import type { Server } from './server.ts'

/** Verbs for a copy of all that she keeps. */
export const copying = ({ page, say, room, tap, tab, row }: Hands, server: Server) => {
  const typeDigits = (digits: string): Promise<void> => page.keyboard.type(digits)

  const readGroups = async (): Promise<readonly string[]> => {
    const shown = await room.locator('.digits li > span:not(.unseen)').allInnerTexts()
    return shown.map((group) => group.trim())
  }

  return {
    typeDigits,

    /** From the settings to a file on disk; returns the forty digits and where the file is. */
    makeCopy: async (path: string): Promise<{ digits: string; name: string }> => {
      await tab('home')
      await tap(say('home.settings'))
      await row(say('setting.copy.title')).click()
      await tap(say('backup.about.next'))
      const groups = await readGroups()
      await tap(say('backup.key.next'))
      const asked = await room.locator('.digits small').allInnerTexts()
      await typeDigits(asked.map((place) => groups[Number(place) - 1]).join(''))
      const download = page.waitForEvent('download')
      await tap(say('backup.save.save'))
      const file = await download
      await file.saveAs(path)
      await expect(room).toContainText(say('backup.save.saved'))
      return { digits: groups.join(''), name: file.suggestedFilename() }
    },

    /** Types one group again, counted from 1. */
    retypeGroup: async (group: number, digits: string): Promise<void> => {
      await room
        .locator('.digits button')
        .nth(group - 1)
        .click()
      await typeDigits(digits)
    },

    /** A first set-up as far as the file of a copy, in her phone's own language. */
    beginRestore: async (path: string): Promise<void> => {
      await page.goto(`${server.app}/#start`)
      await tap(say('action.continue'))
      await tap(say('setUp.copy.have'))
      const chooser = page.waitForEvent('filechooser')
      await tap(say('setUp.copy.pick'))
      await (await chooser).setFiles(path)
    },

    /** From the copy that was found to the end of the set-up, with a new code. */
    endRestore: async (readCode: () => Promise<string>): Promise<string> => {
      await tap(say('action.continue'))
      const code = await readCode()
      await tap(say('setUp.code.next'))
      await page.keyboard.type(`${code}=`)
      await expect(room).toContainText(say('setUp.ready.next'))
      return code
    },
  }
}
