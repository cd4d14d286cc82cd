import { messageSW } from 'workbox-window'

/**
 * A newer version that waits until it is wanted; null when there is none. The disguise registered
 * the worker, so nothing is registered here.
 */
export const newer = async (): Promise<ServiceWorker | null> => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return null
  const registration = await navigator.serviceWorker.getRegistration()
  return registration?.waiting ?? null
}

/** Runs `then` when the page goes for good, and not when it is only put aside. */
export const whenClosed = (page: Pick<EventTarget, 'addEventListener'>, then: () => void): void =>
  page.addEventListener('pagehide', (event) => {
    if (!('persisted' in event && event.persisted)) then()
  })

/**
 * Lets the newer version take over once this page has gone. Not before: its files would replace
 * those of the page, and the next code typed on it would find no vault to open.
 */
export const replaceWith = (worker: ServiceWorker): void =>
  whenClosed(window, () => void messageSW(worker, { type: 'SKIP_WAITING' }))
