import type { CDPSession, Page } from '@playwright/test'

/** One picture of the screen; `at` in ms since 1970, as the browser put it on the screen. */
export type Frame = { readonly at: number; readonly picture: string }

/** Films the page while `act` runs; the caller says how long that is. */
export const film = async (
  devtools: CDPSession,
  act: () => Promise<void>,
): Promise<readonly Frame[]> => {
  const frames: Frame[] = []
  const take = ({ data, metadata, sessionId }: Screen): void => {
    frames.push({ at: (metadata.timestamp ?? 0) * 1000, picture: data })
    void devtools.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined)
  }
  devtools.on('Page.screencastFrame', take)
  await devtools.send('Page.startScreencast', { format: 'jpeg', quality: 60, maxWidth: 195 })
  await act()
  await devtools.send('Page.stopScreencast')
  devtools.off('Page.screencastFrame', take)
  return frames
}

type Screen = {
  readonly data: string
  readonly metadata: { readonly timestamp?: number }
  readonly sessionId: number
}

/** The colour in the middle of a picture, as red, green, blue; `reader` is any page. */
const middleOf = (reader: Page, picture: string): Promise<readonly number[]> =>
  reader.evaluate(async (base64) => {
    const answer = await fetch(`data:image/jpeg;base64,${base64}`)
    const bitmap = await createImageBitmap(await answer.blob())
    const brush = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    brush?.drawImage(bitmap, 0, 0)
    return [...(brush?.getImageData(bitmap.width >> 1, bitmap.height >> 1, 1, 1).data ?? [])]
  }, picture)

/** When the first frame after `since` had no red in its middle; null when none had. */
export const firstNotRed = async (
  reader: Page,
  frames: readonly Frame[],
  since: number,
): Promise<number | null> => {
  for (const { at, picture } of frames) {
    if (at < since) continue
    const [red = 0, green = 0, blue = 0] = await middleOf(reader, picture)
    if (red < 150 || green > 90 || blue > 90) return at
  }
  return null
}
