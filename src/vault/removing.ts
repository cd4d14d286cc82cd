import { spaceName } from './names.ts'

/** Takes the file of chunks away without opening it. Rejects where somebody holds it, or there is none. */
export const removeSpaceFile = async (): Promise<void> => {
  const folder = await navigator.storage.getDirectory()
  await folder.removeEntry(spaceName)
}
