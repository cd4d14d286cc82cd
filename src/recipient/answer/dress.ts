import css from './answer.css?inline'

/** Adds the answer's styles to the page's own; an older browser gets them as a file. */
export const dressAnswer = async (): Promise<void> => {
  if (!('adoptedStyleSheets' in document)) {
    await import('./files.ts')
    return
  }
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
