import { useEffect, useRef, useState } from 'preact/hooks'
import type { Attachment } from '../../../record/hanging.ts'
import { Notice } from '../../parts/Notice.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { draw } from '../../picture.ts'
import { useApp, useAttaching } from '../../use.ts'
import { sortOf } from './words.ts'
import '../../../look/attachment.css'

/** The longest side of a picture on screen, in pixels. */
const side = 1_600

const Picture = ({ file }: { readonly file: File }) => {
  const { t } = useApp()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState(true)
  useEffect(() => {
    if (canvas.current) void draw(canvas.current, file, side).then(setDrawn)
  }, [file])
  if (!drawn) return <Notice tone="info">{t('attachment.undrawn')}</Notice>
  return <canvas ref={canvas} class="attachment-picture" role="img" aria-label={file.name} />
}

/** An address in memory, which ends with the screen. */
const Sound = ({ file }: { readonly file: File }) => {
  const { t } = useApp()
  const [url, setUrl] = useState<string | undefined>(undefined)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return (
    <>
      <audio
        class="attachment-sound"
        controls
        controlsList="nodownload"
        src={url}
        aria-label={file.name}
      />
      <p>{t('attachment.heard')}</p>
    </>
  )
}

type Read = { readonly file: File | null | undefined; readonly done: number }

/** The bytes, read when she looks; undefined until they are there, null when they are not. */
export const useBytes = (attachment: Attachment): Read => {
  const attaching = useAttaching()
  const [read, setRead] = useState<Read>({ file: undefined, done: 0 })
  useEffect(() => {
    const told = (done: number): void => setRead({ file: undefined, done })
    void attaching.read(attachment, told).then((file) => setRead({ file, done: 1 }))
  }, [attachment.id])
  return read
}

type Props = { readonly attachment: Attachment; readonly read: Read }

/** What an attachment shows or plays, as far as a page can. */
export const Inside = ({ attachment, read: { file, done } }: Props) => {
  const { t } = useApp()
  if (file === undefined) return <Progress label={t('attachment.reading')} value={done} />
  if (file === null) return <Notice tone="careful">{t('attachment.lost')}</Notice>
  switch (sortOf(attachment)) {
    case 'picture':
      return <Picture file={file} />
    case 'sound':
      return <Sound file={file} />
    case 'document':
      return <Notice tone="info">{t('attachment.document')}</Notice>
  }
}
