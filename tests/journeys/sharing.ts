import { expect } from '@playwright/test'
import type { Hands } from './driver.ts'

export type Wish = {
  /** Locale key of the recipient's type: "social". */
  readonly type: string
  /** Names of the parts, as the list shows them. */
  readonly parts: readonly string[]
  readonly name?: string
  readonly why?: string
  readonly passcode?: boolean
}
export type Given = { readonly link: string; readonly passcode: string | null }

/** One of those who stand first, or one of the others. */
const choosing =
  ({ say, room, row, button }: Hands) =>
  async (name: string): Promise<void> => {
    await expect(button(say('share.whom.more'))).toBeVisible()
    const here = room.locator('main').getByRole('button', { name, exact: true })
    if ((await here.count()) === 0) await button(say('share.whom.more')).click()
    await row(name).click()
  }

/** Ticks parts for one recipient, and stays there. */
const beginParts =
  ({ say, room, tap, tab, button }: Hands, whom: (name: string) => Promise<void>) =>
  async (type: string, parts: readonly string[]): Promise<void> => {
    await tab('shares')
    await tap(say('share.add'))
    await whom(say(`share.type.${type}`))
    const begun = button(say('share.parts.clear'))
    await expect(room.getByText(say('share.parts.text')).or(begun)).toBeVisible()
    if (await begun.isVisible()) await begun.click()
    for (const part of parts) {
      await room.getByRole('checkbox', { name: part, exact: true }).click()
    }
  }

/** Chooses parts for one recipient as far as the terms. */
const beginning =
  (hands: Hands, whom: (name: string) => Promise<void>) =>
  async (type: string, parts: readonly string[]): Promise<void> => {
    await beginParts(hands, whom)(type, parts)
    await hands.tap(hands.say('action.continue'))
    await hands.tap(hands.say('share.preview.change'))
  }

const giving = (hands: Hands, whom: (name: string) => Promise<void>) => {
  const { say, room, tap, fill, button } = hands
  const beginShare = beginning(hands, whom)
  return {
    beginShare,

    /** Chooses parts for one recipient as far as the sight of what they will see. */
    choose: async (wish: Wish): Promise<void> => {
      await beginShare(wish.type, wish.parts)
      await fill(say('share.whom.name'), wish.name ?? '')
      await fill(say('share.terms.why'), wish.why ?? '')
      if (wish.passcode === false) {
        await room.getByRole('checkbox', { name: say('share.terms.passcode') }).click()
      }
      await tap(say('share.terms.next'))
    },

    /** Makes the link of what was chosen. */
    makeLink: async (): Promise<Given> => {
      await tap(say('share.preview.make'))
      const link = await room.locator('.link-text').innerText()
      const shown = room.locator('.passcode')
      const passcode = (await shown.count()) > 0 ? await shown.innerText() : null
      return { link: link.trim(), passcode }
    },

    /** Has a code made to read out over the telephone, and reads all of the call. */
    readOut: async (): Promise<{ readonly address: string; readonly code: string }> => {
      await tap(say('share.spoken.offer'))
      const address = room.locator('.fact').filter({ hasText: say('share.spoken.address') })
      const code = (await room.locator('.spoken').innerText()).trim()
      return { address: await address.locator('.fact-value').innerText(), code }
    },

    stop: async (): Promise<void> => {
      await tap(say('share.stop.press'))
      await expect(button(say('share.over.remove'))).toBeVisible()
    },
  }
}

const choosingFiles = (hands: Hands, whom: (name: string) => Promise<void>) => {
  const { say, room, tap } = hands
  return {
    /** One part and some files, without a passcode, as far as the sight of what they will see. */
    chooseWithFiles: async (type: string, part: string, files: readonly string[]) => {
      await beginParts(hands, whom)(type, [part])
      await tap(say('share.parts.addFiles'))
      for (const name of files) {
        await room.getByRole('checkbox', { name, exact: true }).click()
      }
      await tap(say('action.continue'))
      await tap(say('share.preview.change'))
      await room.getByRole('checkbox', { name: say('share.terms.passcode') }).click()
      await tap(say('share.terms.next'))
    },
  }
}

const choosingSeveral = ({ say, room, tap, tab }: Hands) => ({
  /** Goes as far as the parts of the first of several, each of whom gets a link. */
  several: async (types: readonly string[]): Promise<void> => {
    await tab('shares')
    await tap(say('share.add'))
    await tap(say('share.several.start'))
    for (const type of types)
      await room.getByRole('checkbox', { name: say(`share.type.${type}`), exact: true }).click()
    await tap(say('share.several.next'))
  },
})

/** Verbs for what she gives to others. */
export const sharing = (hands: Hands) => ({
  ...giving(hands, choosing(hands)),
  beginParts: beginParts(hands, choosing(hands)),
  ...choosingFiles(hands, choosing(hands)),
  ...choosingSeveral(hands),
})
