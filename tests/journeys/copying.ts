import { expect } from '@playwright/test'
import type { Hands } from './driver.ts'
import type { Server } from './server.ts'

type Made = { readonly digits: string; readonly name: string }

const typing = ({ page, room }: Hands) => {
  const typeDigits = async (digits: string): Promise<void> => {
    await expect(room.locator('.digits button').first()).toBeVisible()
    await page.keyboard.type(digits)
  }
  return {
    typeDigits,

    /** Types one group again, counted from 1. */
    retypeGroup: async (group: number, digits: string): Promise<void> => {
      await room
        .locator('.digits button')
        .nth(group - 1)
        .click()
      await typeDigits(digits)
    },
  }
}

const making = ({ page, say, room, tap, tab, row }: Hands) => {
  const readGroups = async (): Promise<readonly string[]> => {
    const shown = await room.locator('.digits li > span:not(.unseen)').allInnerTexts()
    return shown.map((group) => group.trim())
  }

  const save = async (path: string): Promise<string> => {
    const download = page.waitForEvent('download')
    await tap(say('backup.save.save'))
    const file = await download
    await file.saveAs(path)
    await expect(room).toContainText(say('backup.save.saved'))
    return file.suggestedFilename()
  }

  return {
    /** From the settings to a file on disk; returns the forty digits and the file's own name. */
    makeCopy: async (path: string): Promise<Made> => {
      await tab('home')
      await tap(say('home.settings'))
      await row(say('setting.copy.title')).click()
      await tap(say('backup.about.next'))
      const groups = await readGroups()
      await tap(say('backup.key.next'))
      const asked = await room.locator('.digits small').allInnerTexts()
      await page.keyboard.type(asked.map((place) => groups[Number(place) - 1]).join(''))
      return { digits: groups.join(''), name: await save(path) }
    },
  }
}

const restoring = ({ page, say, room, tap }: Hands, server: Server) => ({
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
})

/** Verbs for a copy of all that she keeps. */
export const copying = (hands: Hands, server: Server) => ({
  ...typing(hands),
  ...making(hands),
  ...restoring(hands, server),
})
