import { render } from 'preact'
import { choose } from '../i18n/languages.ts'
import { parseLink } from '../share/link.ts'
import { thisBrowser } from './browser.ts'
import { takeFragment } from './fragment.ts'
import { wordsOf } from './language.tsx'
import { Page } from './page.tsx'
import { begin } from './state.ts'
import { dress } from './styles.ts'

const show = async (page: HTMLElement): Promise<void> => {
  const fragment = takeFragment()
  const first = begin(fragment, await parseLink(fragment))
  const [words, browser] = await Promise.all([
    wordsOf(choose(navigator.languages).tag),
    thisBrowser(),
  ])
  // A second link that is opened in the same tab must not find the first one's page.
  render(null, page)
  render(<Page first={first} words={words} browser={browser} />, page)
}

/** The one place where bugs, and words that did not arrive, are caught. */
const trouble = (): void => document.getElementById('trouble')?.removeAttribute('hidden')

const start = (): void => {
  const page = document.getElementById('page')
  if (page) show(page).catch(trouble)
}

addEventListener('error', trouble)
addEventListener('unhandledrejection', trouble)
addEventListener('hashchange', () => {
  if (location.hash.length > 1) start()
})
// Whoever comes back by the browser's own button finds nothing of what stood here.
addEventListener('pagehide', () => {
  const page = document.getElementById('page')
  if (page) render(null, page)
})
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) start()
})
// Without its styles the page reads as a plain document: nothing that anyone must be told.
dress().catch(() => undefined)
start()
