import type { AskVault } from '../disguise/line.ts'
import { freshPath } from '../share/contract.ts'
import type { NotErased } from '../vault/messages.ts'

// Erasing everything. The vault goes first and needs no network; the rest is what the browser keeps of
// the calculator, which tells nothing of her, and goes only when the calculator can come again.

/** As much of a browser as erasing needs, so that a test can stand in for one. */
export type Browser = {
  readonly fetch: (path: string, how: RequestInit) => Promise<{ readonly ok: boolean }>
  readonly caches: Pick<CacheStorage, 'keys' | 'delete'> | undefined
  readonly workers: Pick<ServiceWorkerContainer, 'getRegistrations'> | undefined
  /** Loads the page anew, in place of this one. */
  readonly begin: () => void
}

const patience = 5_000

/** Whether the server was there to answer; its answer has the browser clear the site's data. */
const askServer = ({ fetch }: Browser): Promise<boolean> =>
  fetch(freshPath, { method: 'POST', signal: AbortSignal.timeout(patience) }).then(
    ({ ok }) => ok,
    () => false,
  )

const forgetFiles = async ({ caches, workers }: Browser): Promise<void> => {
  const registrations = (await workers?.getRegistrations()) ?? []
  await Promise.all(registrations.map((one) => one.unregister()))
  if (!caches) return
  const names = await caches.keys()
  await Promise.all(names.map((name) => caches.delete(name)))
}

/** What the phone kept back, by the name that the vault gives it; null for nothing. */
export type Left = NotErased['why'] | null

/**
 * Leaves nothing of what was kept, under whatever code, and begins as on a first visit. Nothing begins when the phone
 * kept something back; asked again, it goes on with that.
 */
export const eraseAll = async (ask: AskVault, browser: Browser): Promise<Left> => {
  const erased = await ask({ ask: 'erase' })
  if (!erased.ok) return erased.why
  if (await askServer(browser)) await forgetFiles(browser).catch(() => undefined)
  browser.begin()
  return null
}

/** This browser. Some have no caches or service workers, whatever the types say. */
export const thisBrowser = (): Browser => ({
  fetch: (path, how) => fetch(path, how),
  caches: 'caches' in window ? caches : undefined,
  workers: 'serviceWorker' in navigator ? navigator.serviceWorker : undefined,
  begin: () => location.replace(location.pathname),
})
