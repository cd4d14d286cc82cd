import { useEffect, useState } from 'preact/hooks'
import type { Attachment } from '../../../record/hanging.ts'
import { listOf, put, settingOf } from '../../../record/record.ts'
import type { Time } from '../../../record/types.ts'
import { filesOut } from '../../copyFiles.ts'
import { GiveFile } from '../../Giving.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { useApp, useAttaching, useStore } from '../../use.ts'
import { useVault } from '../../vaultLine.ts'
import { namesOf, sizeText } from '../attachment/words.ts'
import { Pieces } from './Pieces.tsx'
import { fileOf } from '../../errands.ts'
import { Stage } from './Stage.tsx'

/** `lost`: what should be in it and is not whole on this phone. */
type Making = {
  readonly file: File | null
  readonly lost: readonly Attachment[]
  /** Pages of what she keeps that did not open. */
  readonly lostPages: number
  /** There is more than a file holds. */
  readonly large: boolean
  /** When what is in it was kept. */
  readonly at: Time
  readonly done: number
}

const nothing: Making = { file: null, lost: [], lostPages: 0, large: false, at: '', done: 0 }

/** The file, made before the button is pressed: a share sheet opens only right after a touch. */
const useFile = (secret: Uint8Array, withFiles: boolean): Making => {
  const { state, copy, local, time } = useStore()
  const { arrived } = useAttaching()
  const ask = useVault()
  const [making, setMaking] = useState(nothing)
  const make = async (): Promise<void> => {
    // A photo that she has just picked may still be on its way in.
    await arrived()
    const at = time()
    const made = await copy(secret)
    if (!made.ok) return setMaking({ ...nothing, large: true })
    const attachments = withFiles ? listOf(state().record, 'attachment') : []
    const told = (done: number): void => setMaking({ ...nothing, done })
    const { parts, lost } = await filesOut(ask, secret, attachments, told)
    const file = fileOf([new Uint8Array(made.file), ...parts], local())
    setMaking({ ...nothing, file, lost, lostPages: made.lostPages, at, done: 1 })
  }
  useEffect(() => void make(), [])
  return making
}

/** `at`: when what is in it was kept. */
const useSaved = (at: Time) => {
  const { record, send } = useApp()
  const [saved, setSaved] = useState(false)
  const note = (): void => {
    setSaved(true)
    send(put({ ...settingOf(record), backedUp: at }))
  }
  return { saved, note }
}

/** Left to right also within a right-to-left sentence. */
const isolated = (name: string): string => `\u2066${name}\u2069`

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

/** How large the file became, and what is not in it. */
const Made = ({
  file,
  lost,
  lostPages,
}: Pick<Making, 'lost' | 'lostPages'> & { readonly file: File }) => {
  const { words, t } = useApp()
  const { tag } = words.language
  const names = namesOf(lost, tag)
  return (
    <>
      <p>{t('backup.save.size', { size: sizeText(file.size, tag) })}</p>
      {lostPages > 0 && <Notice tone="careful">{t('backup.save.damaged')}</Notice>}
      {lost.length > 0 && (
        <Notice tone="careful">{t('backup.save.lost', { count: lost.length, names })}</Notice>
      )}
    </>
  )
}

type Props = {
  readonly secret: Uint8Array
  readonly withFiles: boolean
  readonly back: () => void
}

/** The file leaves the phone, or at least this app; what the phone shows of it is said before. */
export const Save = ({ secret, withFiles, back }: Props) => {
  const { t } = useApp()
  const { file, large, done, ...made } = useFile(secret, withFiles)
  const { saved, note } = useSaved(made.at)
  const { pieces, show, hide } = usePieces(secret)
  if (large) {
    return (
      <Stage at="save" back={back}>
        <Notice tone="careful">{t('backup.save.large')}</Notice>
      </Stage>
    )
  }
  if (pieces) return <Pieces pieces={pieces} back={hide} done={back} />
  return (
    <Stage at="save" back={back}>
      <p>{t('backup.save.what')}</p>
      <Notice tone="careful">
        {t('backup.save.listed', { name: isolated(file?.name ?? '') })}
      </Notice>
      {file ? (
        <>
          <Made file={file} {...made} />
          <GiveFile
            file={file}
            labels={{ send: t('backup.save.send'), save: t('backup.save.save') }}
            onGiven={note}
          />
        </>
      ) : (
        <Progress label={t('backup.save.busy')} value={done > 0 ? done : undefined} />
      )}
      {saved && <Saved split={show} done={back} />}
    </Stage>
  )
}
