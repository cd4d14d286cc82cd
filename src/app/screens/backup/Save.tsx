import { useEffect, useState } from 'preact/hooks'
import { put, settingOf } from '../../../record/record.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { useApp, useStore } from '../../use.ts'
import { Pieces } from './Pieces.tsx'
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

/** The pieces of the key once she asks for them: drawn once, so that all her papers fit together. */
const usePieces = (secret: Uint8Array) => {
  const [pieces, setPieces] = useState<readonly string[] | null>(null)
  const [open, setOpen] = useState(false)
  const show = async (): Promise<void> => {
    setOpen(true)
    if (pieces) return
    const { splitKey } = await import('../../../vault/keyPieces.ts')
    setPieces(await splitKey(secret))
  }
  return { pieces: open ? pieces : null, show: () => void show(), hide: () => setOpen(false) }
}

type SavedProps = { readonly split: () => void; readonly done: () => void }

/** The copy is made; its key may be given to three, and need not be. */
const Saved = ({ split, done }: SavedProps) => {
  const { t } = useApp()
  return (
    <>
      <Notice
        tone="good"
        title={t('backup.save.saved')}
        action={
          <Button kind="plain" onPress={done}>
            {t('backup.save.done')}
          </Button>
        }
      >
        {t('backup.save.move')}
      </Notice>
      <Card
        tone="quiet"
        title={t('backup.piece.offer')}
        action={
          <Button kind="quiet" onPress={split}>
            {t('backup.piece.make')}
          </Button>
        }
      >
        <p>{t('backup.piece.what')}</p>
      </Card>
    </>
  )
}

type Props = { readonly secret: Uint8Array; readonly back: () => void }

/** The file leaves the phone, or at least this app; what the phone shows of it is said before. */
export const Save = ({ secret, back }: Props) => {
  const { t } = useApp()
  const file = useFile(secret)
  const { saved, note } = useSaved()
  const { pieces, show, hide } = usePieces(secret)
  if (pieces) return <Pieces pieces={pieces} back={hide} done={back} />
  return (
    <Stage at="save" back={back}>
      <p>{t('backup.save.what')}</p>
      <Notice tone="careful">
        {t('backup.save.listed', { name: isolated(file?.name ?? '') })}
      </Notice>
      {file ? <Ways file={file} note={note} /> : <Progress label={t('backup.save.busy')} />}
      {saved && <Saved split={show} done={back} />}
    </Stage>
  )
}
