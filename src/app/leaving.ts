import { conceal, onConceal, setIdle, setSite } from '../disguise/exit.ts'
import type { Setting } from '../record/setting.ts'
import { watchFace } from './faceDown.ts'
import { siteFrom } from './sites.ts'

let unwatch = (): void => {}

const watchAnew = (on: boolean): void => {
  unwatch()
  unwatch = on ? watchFace(conceal) : () => {}
}

/** Makes leaving what she chose, from now on. */
export const leaveBy = ({ idle, site, faceDown }: Setting): void => {
  setIdle(idle)
  setSite(siteFrom(site))
  watchAnew(faceDown)
}

/** Called as the room opens: whoever is gone is not watched any more. */
export const leaveByFirst = (setting: Setting): void => {
  leaveBy(setting)
  onConceal(() => watchAnew(false))
}
