import { errand } from '../disguise/exit.ts'

/** Lets her pick one file; null when she changed her mind. The picker covers the page meanwhile. */
export const pickFile = (accept: string): Promise<File | null> =>
  errand(
    () =>
      new Promise((resolve) => {
        const input = document.createElement('input')
        input.type = 'file'
        input.accept = accept
        input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
        input.addEventListener('cancel', () => resolve(null))
        input.click()
      }),
  )
