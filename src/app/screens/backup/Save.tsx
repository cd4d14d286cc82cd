import { useEffect, useState } from 'preact/hooks'
import { put, settingOf } from '../../../record/record.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { useApp, useStore } from '../../use.ts'
import { canSend, fileOf, saveFile, sendFile } from './saving.ts'
import { Stage } from './Stage.tsx'

/** The file, made before the button is pressed: a share sheet opens only right after a touch. */
const useFile = (secret: Uint8Array): File | null => {
  const { copy, local } = useStore()
  const [file, setFile] = useState<File | null>(null)
  useEffect(() => void copy(secret).then((bytes) => setFile(fileOf(bytes, local()))), [])
  return file
}

const useSaved = () => {
  const { record, send, time } = useApp()
  const [saved, setSaved] = useState(false)
  const note = (): void => {
    setSaved(true)
    send(put({ ...settingOf(record), backedUp: time() }))
  }
  return { saved, note }
}

/** Left to right also within a right-to-left sentence. */
const isolated = (name: string): string => `\u2066${name}\u2069`

type WaysProps = { readonly file: File; readonly note: () => void }

const Ways = ({ file, note }: WaysProps) => {
  const { t } = useApp()
  const give = (): void => void sendFile(file).then((sent) => (sent ? note() : undefined))
  const save = (): void => {
    note()
    void saveFile(file)
  }
  const sends = canSend(file)
  return (
    <>
      {sends && (
        <Button kind="main" wide onPress={give}>
          {t('backup.save.send')}
        </Button>
      )}
      <Button kind={sends ? 'quiet' : 'main'} wide onPress={save}>
        {t('backup.save.save')}
      </Button>
    </>
  )
}

type Props = { readonly secret: Uint8Array; readonly back: () => void }

/** The file leaves the phone, or at least this app; what the phone shows of it is said before. */
export const Save = ({ secret, back }: Props) => {
  const { t } = useApp()
  const file = useFile(secret)
  const { saved, note } = useSaved()
  return (
    <Stage at="save" back={back}>
      <p>{t('backup.save.what')}</p>
      <Notice tone="careful">
        {t('backup.save.listed', { name: isolated(file?.name ?? '') })}
      </Notice>
      {file ? <Ways file={file} note={note} /> : <Progress label={t('backup.save.busy')} />}
      {saved && (
        <Notice
          tone="good"
          title={t('backup.save.saved')}
          action={
            <Button kind="plain" onPress={back}>
              {t('backup.save.done')}
            </Button>
          }
        >
          {t('backup.save.move')}
        </Notice>
      )}
    </Stage>
  )
}
