import { errand } from '../../../disguise/exit.ts'

type Picker = { readonly select: (what: readonly string[], how: object) => Promise<unknown> }

const isPicker = (value: unknown): value is Picker =>
  typeof value === 'object' && value !== null && 'select' in value

/** The phone's own picker of contacts, where the browser has one. */
const pickerOf = (browser: object): Picker | null => {
  const found: unknown = Reflect.get(browser, 'contacts')
  return isPicker(found) ? found : null
}

export const canPick = (): boolean => pickerOf(navigator) !== null

/** Those whom she picked; null when she changed her mind. The picker covers the page meanwhile. */
export const pickContacts = (): Promise<unknown> =>
  errand(async () => {
    try {
      return await pickerOf(navigator)?.select(['name', 'tel', 'email'], { multiple: true })
    } catch {
      return null
    }
  })
