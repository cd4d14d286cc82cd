import { lending } from './lending.ts'
import vaultWorker from '../vault/worker.ts?worker&url'

const serviceWorker = '/sw.js'

const known = (url: string): string => {
  if (url !== vaultWorker && url !== serviceWorker) throw new Error('not a script of ours')
  return url
}

// The document's only policy (the server's headers allow no other name, and this name once).
const policy = window.trustedTypes?.createPolicy('tool', { createScriptURL: known })

/** TypeScript's `Worker` takes only text, so the mark of trust travels as text. */
const trusted = (url: string): string =>
  policy ? (policy.createScriptURL(url) as unknown as string) : known(url)

export const newVaultWorker = (): Worker =>
  lending((name) => new Worker(trusted(vaultWorker), { type: 'module', name }))

export const registerServiceWorker = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register(trusted(serviceWorker), { scope: '/' })
  const { active } = await navigator.serviceWorker.ready
  // What the first visit did not wait for, and what a full disk dropped since, is fetched now.
  active?.postMessage({ type: 'FILL' })
}
