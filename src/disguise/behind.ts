import { padOf, type Disguise, type Door } from './door.ts'
import { admit, isOpening, shutOthers } from './exit.ts'
import { createKeeper } from './keeper.ts'
import type { AskVault } from './line.ts'
import { createTrial } from './keyhole.ts'
import { newVaultWorker, registerServiceWorker } from './policy.ts'
import { room } from './stage.ts'
import { askToStay } from './staying.ts'

// What a disguise does not need to be drawn and used: the worker and the way in. It comes by itself
// once the page is at rest, on every phone alike.

type Way = Door['way']

/** `clear` takes back all that was typed; it is told the code that opened, or null. */
type Front = { readonly tool: Disguise; readonly clear: (opened: string | null) => void }

export type Behind = {
  readonly tryCode: (code: string) => Promise<void>
  readonly setUp: () => Promise<void>
  /**
   * Makes the container at the first visit, for everyone, and writes to it at every launch, so that
   * its time tells nothing. No number is kept: what was typed last might be a mistyped code.
   */
  readonly wake: () => Promise<void>
  /** Forgets the codes that still wait, and ends the worker. */
  readonly lock: () => Promise<void>
  readonly keepPages: () => Promise<void>
}

export const open = ({ tool, clear }: Front): Behind => {
  const { ask, stay, quit } = createKeeper(newVaultWorker)
  const { attempt, forget } = createTrial({ admit, isBusy: isOpening })
  const enter = async (own: AskVault, way: Way, opened: string | null) => {
    const app = await import('../app/main.tsx')
    await app.enter({ ask: own, room: room(), way, tool, pad: padOf(tool) })
    clear(opened)
    return true
  }
  return {
    tryCode: (code) =>
      attempt(async () => {
        shutOthers()
        const own = stay()
        return (await own({ ask: 'try', code })).open && enter(own, 'open', code)
      }),
    setUp: () => attempt(() => enter(stay(), 'setUp', null)),
    wake: async () => {
      const { state, storage } = await ask({ ask: 'wake' })
      if (storage !== 'none') await ask({ ask: 'remember', state })
      await askToStay(navigator.storage)
    },
    lock: () => {
      forget()
      return quit()
    },
    keepPages: registerServiceWorker,
  }
}
