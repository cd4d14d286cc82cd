import answer from './answer/answer.css?inline'
import { Answer } from './answer/answer.tsx'
import carried from './carried/carried.css?inline'
import { Carried } from './carried/carried.tsx'

// What only some readers want, in one script: as two, what they have in common with the page would become a
// third, which every reader would have to wait for.

/** Adds their styles to the page's own; an older browser gets them as files. */
const dressWanted = async (): Promise<void> => {
  if (!('adoptedStyleSheets' in document)) {
    await import('./wantedFiles.ts')
    return
  }
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(answer + carried)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

let dressed: Promise<void> | null = null

/** Ready to be drawn. */
export const wanted = async () => {
  dressed ??= dressWanted()
  await dressed
  return { Answer, Carried }
}
