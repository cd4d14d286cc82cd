import type { CDPSession, Page } from '@playwright/test'
import type { HerPhone } from '../journeys/driver.ts'
import type { Row } from './figures.ts'
import { film } from './screen.ts'

// Whether a list shows rows all the while it is pushed along, from pictures of the screen.

/** How much the picture differs from one colour in its middle third; `reader` is any page. */
const unrest = (reader: Page, picture: string): Promise<number> =>
  reader.evaluate(async (base64) => {
    const answer = await fetch(`data:image/jpeg;base64,${base64}`)
    const bitmap = await createImageBitmap(await answer.blob())
    const [width, height] = [bitmap.width, Math.floor(bitmap.height / 3)]
    const brush = new OffscreenCanvas(width, height).getContext('2d')
    brush?.drawImage(bitmap, 0, -height)
    const dots = brush?.getImageData(0, 0, width, height).data ?? []
    const greens = Array.from(dots).filter((_, n) => n % 4 === 1)
    const mean = greens.reduce((sum, one) => sum + one, 0) / greens.length
    return Math.sqrt(greens.reduce((sum, one) => sum + (one - mean) ** 2, 0) / greens.length)
  }, picture)

const pushes = 40

const filmed = async (page: Page, devtools: CDPSession): Promise<readonly number[]> => {
  const frames = await film(devtools, async () => {
    for (let push = 0; push < pushes; push++) {
      await page.mouse.wheel(0, 600)
      await page.waitForTimeout(40)
    }
  })
  const reader = await page.context().newPage()
  await reader.goto('about:blank')
  const all: number[] = []
  for (const { picture } of frames) all.push(await unrest(reader, picture))
  await reader.close()
  return all
}

/** Frames without a row in their middle while 1,500 moments are pushed past, and a planted one beside. */
export const scrolled = async (
  her: HerPhone,
  devtools: CDPSession,
  slow: number,
): Promise<Row[]> => {
  const { page, say } = her
  await her.tab('stories')
  await her.row(say('timeline.title')).click()
  await page.mouse.move(195, 420)
  await page.waitForTimeout(500)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow })
  const all = await filmed(page, devtools)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const still = Math.max(...all)
  const blank = all.filter((one) => one < still / 8).length
  const note = `of ${all.length}, with a list of 1,500 moments`
  return [{ name: 'scrolling: blank frames', value: blank, unit: 'frames', note }]
}
