import { ownRelay } from '../share/call.ts'
import { sayShown } from '../share/client.ts'
import type { Link } from '../share/link.ts'
import type { BrowserKey } from '../share/opener.ts'

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** A page behind another one draws no frame: what nobody can see is not shown. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

/** Counts a view once the content is on screen. Asks a few times, because networks come and go. */
export const countView = async (link: Link, browser: BrowserKey): Promise<void> => {
  await drawn()
  for (const wait of [0, 2_000, 10_000]) {
    await pause(wait)
    if (await sayShown(ownRelay, link, browser)) return
  }
}
