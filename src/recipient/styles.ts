import tokens from '../look/tokens.css?inline'
import page from './page.css?inline'
import paper from './paper/paper.css?inline'
import print from './print.css?inline'

/** Styles travel in the script: one request less, and no inline style for a content policy to allow. */
export const dress = async (): Promise<void> => {
  if (!('adoptedStyleSheets' in document)) {
    // Safari before 16.4 gets the same ones as files, which only it fetches.
    await import('./files.ts')
    return
  }
  const sheet = new CSSStyleSheet()
  sheet.replaceSync([tokens, page, paper, print].join('\n'))
  document.adoptedStyleSheets = [sheet]
}
