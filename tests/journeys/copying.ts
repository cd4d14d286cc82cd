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

const readGroups = async (room: Hands['room']): Promise<readonly string[]> => {
  const shown = await room.locator('.digits li > span:not(.unseen)').allInnerTexts()
  return shown.map((group) => group.trim())
}

const making = ({ page, say, room, tap, tab, row }: Hands) => {
  const save = async (path: string): Promise<string> => {
    const download = page.waitForEvent('download')
    await tap(say('backup.save.save'))
    const file = await download
    await file.saveAs(path)
    await expect(room).toContainText(say('backup.save.saved'))
    return file.suggestedFilename()
  }

  /** From the settings to where the file is saved; returns the forty digits. */
  const beginCopy = async (files: 'with' | 'without' = 'with'): Promise<string> => {
    await tab('home')
    await tap(say('home.settings'))
    await row(say('setting.copy.title')).click()
    if (files === 'without')
      await room.getByRole('checkbox', { name: say('backup.about.files') }).click()
    await tap(say('backup.about.next'))
    const groups = await readGroups(room)
    await tap(say('backup.key.next'))
    const asked = await room.locator('.digits small').allInnerTexts()
    await page.keyboard.type(asked.map((place) => groups[Number(place) - 1]).join(''))
    return groups.join('')
  }

  return {
    beginCopy,

    /** From the settings to a file on disk; returns the forty digits and the file's own name. */
    makeCopy: async (path: string, files?: 'without'): Promise<Made> => {
      const digits = await beginCopy(files)
      return { digits, name: await save(path) }
    },
  }
}

const splitting = ({ page, say, room, tap }: Hands) => ({
  /** After a copy was saved: its digits in three pieces, and one group of each typed back. */
  splitDigits: async (): Promise<readonly string[]> => {
    await tap(say('backup.piece.make'))
    const pieces: string[] = []
    for (const piece of [1, 2, 3]) {
      await expect(room.locator('h1')).toHaveText(say('backup.piece.title', { piece }))
      pieces.push((await readGroups(room)).join(''))
      await tap(say('backup.piece.next'))
    }
    await expect(room.locator('.digits button')).toHaveCount(3)
    const asked = await room.locator('main p').first().innerText()
    const group = Number(/\d/.exec(asked)?.[0])
    await page.keyboard.type(
      pieces.map((digits) => digits.slice(5 * group - 5, 5 * group)).join(''),
    )
    await expect(room).toContainText(say('backup.piece.right'))
    return pieces
  },
})

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
    // With files the room is made larger, and every piece is sealed anew.
    await expect(room).toContainText(say('setUp.ready.next'), { timeout: 45_000 })
    return code
  },
})

/** Verbs for a copy of all that she keeps. */
export const copying = (hands: Hands, server: Server) => ({
  ...typing(hands),
  ...making(hands),
  ...splitting(hands),
  ...restoring(hands, server),
})
