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
  /** The digits to type, above those that are typed. */
  readFirst: async (): Promise<string> =>
    (await room.locator('.code').first().innerText()).replace(/\D/g, ''),

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
export const coding = (hands: Hands, readCode: () => Promise<string>) => ({
  ...choosing(hands, readCode),
  ...going(hands),
})
