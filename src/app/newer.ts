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

/** Lets the newer version take over. To be called as she leaves: pages open before keep the older. */
export const replaceWith = (worker: ServiceWorker): void => {
  void messageSW(worker, { type: 'SKIP_WAITING' })
}
