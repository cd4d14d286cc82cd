// The link's secret stands in the address bar for as short a time as possible: whoever looks over a
// shoulder, at the history or at a synced tab sees only the page's address.

/** Takes the fragment out of the address, and gives it back. */
export const takeFragment = (): string => {
  const { hash } = location
  if (location.href.includes('#')) history.replaceState(null, '', location.pathname)
  return hash
}
