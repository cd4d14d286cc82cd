import { expect, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Hands } from './driver.ts'

type Picked = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

const picking = ({ page, say, room, tap }: Hands) => {
  const pickFile = async (file: Picked): Promise<void> => {
    const chooser = page.waitForEvent('filechooser')
    await tap(say('attachment.add'))
    await (await chooser).setFiles(file)
  }
  return {
    /** Picks a file under the entry that is shown. */
    pickFile,

    /** The same where room is to be set aside for it; it is on its way then. */
    pickFirst: async (file: Picked): Promise<void> => {
      await pickFile(file)
      await expect(room).toContainText(say('attachment.room.seen'))
      await room.getByRole('dialog').getByRole('button').nth(1).click()
    },
  }
}

/** A slow phone: no more than a file's head can be read of it until this is let go. */
const holding = async (page: Page): Promise<() => Promise<void>> => {
  const held = await page.evaluateHandle(() => {
    let letGo = (): void => undefined
    const gate = new Promise<void>((resolve) => (letGo = resolve))
    Blob.prototype.arrayBuffer = async function (this: Blob) {
      if (this.size > 10_000) await gate
      return new Response(this).arrayBuffer()
    }
    return { letGo }
  })
  return () => held.evaluate(({ letGo }) => letGo())
}

/** Verbs for photos and files. */
export const attaching = (hands: Hands) => {
  const { page, say, room, tap } = hands
  const picked = picking(hands)
  return {
    ...picked,

    holdReading: () => holding(page),

    /** The first one: room is set aside before. */
    attachFirst: async (file: Picked): Promise<void> => {
      await picked.pickFirst(file)
      // That something else was saved may still stand there.
      const name = typeof file === 'string' ? basename(file) : file.name
      await expect(room.getByRole('button').filter({ hasText: name })).toBeVisible({
        timeout: 20_000,
      })
      await expect(room).toContainText(say('attachment.saved'), { timeout: 20_000 })
    },

    /** Takes a file out of the app by one of the two ways; its name and bytes. */
    takeOut: async (way: 'original' | 'clean') => {
      await tap(say(`attachment.out.${way}`))
      await expect(room).toContainText(say('attachment.out.open'))
      const download = page.waitForEvent('download')
      await tap(say('attachment.out.save'))
      const file = await download
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
    },
  }
}
