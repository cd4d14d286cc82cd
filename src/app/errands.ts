import { errand } from '../disguise/exit.ts'
import type { LocalTime } from '../record/types.ts'

// What is given out of the app takes the window away for a while, and that is no exit.

/** A name that says nothing: it will stand in the phone's list of downloads. */
export const fileNameOn = (local: LocalTime): string => `data-${local.slice(0, 10)}.bin`

export const fileOf = (parts: readonly BlobPart[], local: LocalTime): File =>
  new File([...parts], fileNameOn(local), { type: 'application/octet-stream' })

/** Bytes that browsers hand to another app; a larger file is refused only after the touch. */
const mostSent = 50 * 1_048_576

/** Whether this browser hands such a file to another app. */
export const canSend = (file: File): boolean =>
  file.size <= mostSent && 'canShare' in navigator && navigator.canShare({ files: [file] })

/** Hands the file over; false when she changed her mind or nothing took it. */
export const sendFile = (file: File): Promise<boolean> =>
  errand(() =>
    navigator.share({ files: [file] }).then(
      () => true,
      () => false,
    ),
  )

/** What became of a text that was to be copied. */
export type Copied = 'copied' | 'refused'

/** A browser may refuse, or have no clipboard at all. */
export const copyText = async (text: string): Promise<Copied> => {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'refused'
  }
}

/** Hands the text to another app. Closing the phone's own sheet without choosing is no error. */
export const sendText = (text: string): Promise<void> =>
  errand(() => navigator.share({ text }).catch(() => undefined))

/** What a browser opens a moment later takes the window away: so long it is not an exit, in ms. */
const opening = (): Promise<void> => new Promise((done) => setTimeout(done, 1_500))

/** Puts the file where downloads go. Nobody tells whether it arrived there. */
export const saveFile = (file: File): Promise<void> =>
  errand(async () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = file.name
    link.click()
    // Some browsers ask where to.
    await opening()
    URL.revokeObjectURL(link.href)
  })

/** Hands the file to another app where the browser can, else puts it where downloads go. */
export const giveFile = async (file: File): Promise<void> => {
  if (canSend(file)) await sendFile(file)
  else await saveFile(file)
}

/** Opens the print dialog. On phones that does not wait until it is open, nor until the paper is made. */
export const printPage = (): Promise<void> =>
  errand(async () => {
    window.print()
    await opening()
  })
