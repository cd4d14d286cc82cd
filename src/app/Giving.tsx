import { useState } from 'preact/hooks'
import { canSend, copyText, saveFile, sendFile, sendText, type Copied } from './errands.ts'
import { Button } from './parts/Button.tsx'

// The ways out of the app for a file or a text that is ready; the screen that they stand on names them.

type FileProps = {
  readonly file: File
  readonly labels: { readonly send: string; readonly save: string }
  /** Called once it was handed over or saved, and not when she changed her mind. */
  readonly onGiven: () => void
}

/** To another app where the browser can, or among the downloads. */
export const GiveFile = ({ file, labels, onGiven }: FileProps) => {
  const send = (): void => void sendFile(file).then((sent) => (sent ? onGiven() : undefined))
  const save = (): void => void saveFile(file).then(onGiven)
  const sends = canSend(file)
  return (
    <>
      {sends && (
        <Button kind="main" wide onPress={send}>
          {labels.send}
        </Button>
      )}
      <Button kind={sends ? 'quiet' : 'main'} wide onPress={save}>
        {labels.save}
      </Button>
    </>
  )
}

type TextProps = {
  readonly text: string
  /** The buttons, and what is said of the copying. */
  readonly labels: Readonly<Record<'copy' | 'send' | Copied, string>>
  /** How much the copying stands out. */
  readonly kind: 'main' | 'quiet'
}

/** To the clipboard, or to another app where the browser can. */
export const GiveText = ({ text, labels, kind }: TextProps) => {
  const [copied, setCopied] = useState<Copied | null>(null)
  return (
    <>
      <Button kind={kind} onPress={() => void copyText(text).then(setCopied)}>
        {labels.copy}
      </Button>
      {'share' in navigator && (
        <Button kind="quiet" onPress={() => void sendText(text)}>
          {labels.send}
        </Button>
      )}
      <p class="copy-said" role="status">
        {copied && labels[copied]}
      </p>
    </>
  )
}
