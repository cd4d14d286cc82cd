import type { Browser } from '@playwright/test'
import scan from 'jsqr'

/** Reads the code in a picture, as another phone's camera would; null when there is none. */
export const scanned = async (browser: Browser, shot: Buffer): Promise<string | null> => {
  const picture = shot.toString('base64')
  const page = await browser.newPage()
  const { pixels, width, height } = await page.evaluate(async (base64) => {
    const answer = await fetch(`data:image/png;base64,${base64}`)
    const bitmap = await createImageBitmap(await answer.blob())
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const brush = canvas.getContext('2d')
    brush?.drawImage(bitmap, 0, 0)
    const image = brush?.getImageData(0, 0, bitmap.width, bitmap.height)
    return { pixels: [...(image?.data ?? [])], width: bitmap.width, height: bitmap.height }
  }, picture)
  await page.close()
  return scan(new Uint8ClampedArray(pixels), width, height)?.data ?? null
}
