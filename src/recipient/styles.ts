import tokens from '../look/tokens.css?inline'
import page from './page.css?inline'
import paper from './paper/paper.css?inline'
import print from './print.css?inline'

/** Styles travel in the script: one request less, and no inline style for a content policy to allow. */
export const dress = (): void => {
  // Safari before 16.4 has none of this; there the page reads as a plain document.
  if (!('adoptedStyleSheets' in document)) return
  const sheet = new CSSStyleSheet()
  sheet.replaceSync([tokens, page, paper, print].join('\n'))
  document.adoptedStyleSheets = [sheet]
}
