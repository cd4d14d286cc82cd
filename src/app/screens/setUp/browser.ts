// What is known of a browser by what it has, never by what it calls itself.

/** Opened from the home screen, in a window of its own. */
const isInstalled = (): boolean =>
  matchMedia('(display-mode: standalone)').matches || Reflect.get(navigator, 'standalone') === true

/** WebKit, also under other names: it clears what a page keeps after seven days without a visit. */
const isWebKit = (): boolean => 'GestureEvent' in self

export const clearsAfterAWeek = (): boolean => isWebKit() && !isInstalled()

/** What lies on the home screen opens in no private window. */
export const mayBePrivate = (): boolean => !isInstalled()
