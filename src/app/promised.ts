import { useEffect, useState } from 'preact/hooks'

export type Promised = 'kept' | 'refused' | 'unknown'

/** Some browsers have no such questions, whatever the types say. */
type Storing = {
  readonly persist?: () => Promise<boolean>
  readonly persisted?: () => Promise<boolean>
}

const told = async (answer: Promise<boolean> | undefined): Promise<Promised> => {
  if (!answer) return 'unknown'
  return (await answer.catch(() => false)) ? 'kept' : 'refused'
}

/** Asks the browser not to clear away what is kept here, and says honestly what it answered. */
export const askToKeep = (storage: Storing | undefined): Promise<Promised> =>
  told(storage?.persist?.())

/** What the browser has promised so far; nobody is asked anything. */
export const promisedBy = (storage: Storing | undefined): Promise<Promised> =>
  told(storage?.persisted?.())

/** The same on a screen; null until the browser has answered. */
export const usePromised = (): Promised | null => {
  const [promised, setPromised] = useState<Promised | null>(null)
  useEffect(() => void promisedBy(navigator.storage).then(setPromised), [])
  return promised
}
