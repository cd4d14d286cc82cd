import { expect } from '@playwright/test'
import type { Hands } from './driver.ts'

const choosing = ({ page, say, room, tap }: Hands, readCode: () => Promise<string>) => {
  const ownCode = async (code: string): Promise<void> => {
    await room.getByRole('radio', { name: say('code.way.own') }).click()
    await page.keyboard.type(`${code}=`)
    await expect(room.getByRole('heading', { name: say('setUp.typing.title') })).toBeFocused()
    await page.keyboard.type(`${code}=`)
  }

  const confirmOwn = async (code: string): Promise<void> => {
    await expect(room.getByRole('heading', { name: say('code.present.title') })).toBeFocused()
    await page.keyboard.type(`${code}=`)
  }

  return {
    /** Takes the code that is proposed, and types it back; returns it. */
    takeCode: async (): Promise<string> => {
      const code = await readCode()
      await tap(say('setUp.code.next'))
      await expect(room.getByRole('heading', { name: say('setUp.typing.title') })).toBeFocused()
      await page.keyboard.type(`${code}=`)
      return code
    },

    /** Types a code of her own choice, twice. */
    ownCode,

    /** Says by which code this was opened. */
    confirmOwn,

    /** From what the decoy will show to a decoy that opens by a code; her own opened this. */
    giveDecoy: async (code: string, own: string): Promise<void> => {
      await tap(say('action.continue'))
      await ownCode(code)
      await confirmOwn(own)
      // Everything is written anew.
      await expect(room).toContainText(say('decoy.done'), { timeout: 30_000 })
    },
  }
}

const going = ({ page, say, room, tap, tab, row }: Hands) => ({
  /** To where everything is erased; other digits than those that stand there erase nothing. */
  eraseAll: async (): Promise<void> => {
    await tab('home')
    await tap(say('home.settings'))
    await row(say('erase.title')).click()
    const digits = (await room.locator('.code').first().innerText()).replace(/\D/g, '')
    await page.keyboard.type('1=')
    await expect(room).toContainText(say('erase.wrong'))
    await page.keyboard.type(`${digits}=`)
  },

  /** As a tab does that is still writing to a file; returns a way to let go of it. */
  holdFile: async (name: string): Promise<() => Promise<void>> => {
    const writing = await page.evaluateHandle(async (file) => {
      const folder = await navigator.storage.getDirectory()
      return (await folder.getFileHandle(file, { create: true })).createWritable()
    }, name)
    return () => writing.evaluate((stream) => stream.abort())
  },

  /** The files that the browser keeps for this page. */
  filesKept: (): Promise<readonly string[]> =>
    page.evaluate(async () => {
      const names: string[] = []
      for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name)
      return names
    }),

  openSettings: async (): Promise<void> => {
    await tab('home')
    await tap(say('home.settings'))
  },

  openCodes: async (): Promise<void> => {
    await tab('home')
    await tap(say('home.settings'))
    await row(say('code.title')).click()
  },
})

/** Verbs for everything that has to do with codes. */
export const coding = (hands: Hands, readCode: () => Promise<string>) => {
  const [chosen, gone] = [choosing(hands, readCode), going(hands)]
  return {
    ...chosen,
    ...gone,

    /** A decoy as it is proposed, behind a code; her own opened this. */
    makeDecoy: async (code: string, own: string): Promise<void> => {
      await gone.openCodes()
      await hands.row(hands.say('decoy.title')).click()
      await chosen.giveDecoy(code, own)
    },
  }
}
