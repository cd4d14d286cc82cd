import { contents, item, keeperOver, type Keeper } from './desk.ts'

/** A keeper whose container holds one vault for each code, with the code as its note; the last is open. */
export const withVaults = async (codes: readonly string[]): Promise<Keeper> => {
  const keeper = keeperOver()
  for (const code of codes) {
    await keeper.ask({ ask: 'setUp', code })
    await keeper.ask({ ask: 'commit', put: [item('note/1', code)], drop: [] })
  }
  return keeper
}

/** The note that each code leads to; undefined where it opens nothing. */
export const notesIn = async (
  keeper: Keeper,
  codes: readonly string[],
): Promise<(string | undefined)[]> => {
  const notes: (string | undefined)[] = []
  for (const code of codes) {
    notes.push((await keeper.opens(code)) ? (await contents(keeper))['note/1'] : undefined)
  }
  return notes
}

/** The same, in a file that was found like this, and the file after that. */
export const opening = async (image: Uint8Array, codes: readonly string[]) => {
  const keeper = keeperOver(image)
  const notes = await notesIn(keeper, codes)
  await keeper.ask({ ask: 'lock' })
  return { notes, image: keeper.disk.image() }
}
