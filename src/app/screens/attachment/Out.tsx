import { useState } from 'preact/hooks'
import { GiveFile } from '../../Giving.tsx'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { canClean, cleanCopy } from '../../picture.ts'
import { useApp } from '../../use.ts'

type SheetProps = { readonly file: File; readonly close: () => void }

/** The bytes as they came, with everything that is in them. */
const Original = ({ file, close }: SheetProps) => {
  const { t } = useApp()
  return (
    <Sheet title={t('attachment.out.original')} onClose={close} closeLabel={t('action.close')}>
      <Notice tone="careful">{t('attachment.out.open')}</Notice>
      <p>{t(canClean(file.type) ? 'attachment.out.same' : 'attachment.out.unclean')}</p>
      <GiveFile
        file={file}
        labels={{ send: t('attachment.out.send'), save: t('attachment.out.save') }}
        onGiven={close}
      />
    </Sheet>
  )
}

/** Ready before a button is pressed: a share sheet opens only right after a touch. */
const Clean = ({ copy, close }: { readonly copy: File | null; readonly close: () => void }) => {
  const { t } = useApp()
  return (
    <Sheet title={t('attachment.out.clean')} onClose={close} closeLabel={t('action.close')}>
      {copy ? (
        <>
          <Notice tone="careful">{t('attachment.out.open')}</Notice>
          <p>{t('attachment.out.cleaned')}</p>
          <GiveFile
            file={copy}
            labels={{ send: t('attachment.out.send'), save: t('attachment.out.save') }}
            onGiven={close}
          />
        </>
      ) : (
        <Notice tone="careful">{t('attachment.out.cannot')}</Notice>
      )}
    </Sheet>
  )
}

type Open = 'nothing' | 'cleaning' | 'original' | { readonly copy: File | null }

/** The ways out of the app; each says first what leaves the phone's safe place. */
export const Out = ({ file }: { readonly file: File }) => {
  const { t } = useApp()
  const [open, setOpen] = useState<Open>('nothing')
  const close = (): void => setOpen('nothing')
  const clean = (): void => {
    setOpen('cleaning')
    void cleanCopy(file).then((copy) => setOpen({ copy }))
  }
  return (
    <>
      {canClean(file.type) && (
        <Button kind="quiet" wide busy={open === 'cleaning'} onPress={clean}>
          {t('attachment.out.clean')}
        </Button>
      )}
      {open === 'cleaning' && <Progress label={t('attachment.out.cleaning')} />}
      <Button kind="quiet" wide onPress={() => setOpen('original')}>
        {t('attachment.out.original')}
      </Button>
      {open === 'original' && <Original file={file} close={close} />}
      {typeof open === 'object' && <Clean copy={open.copy} close={close} />}
    </>
  )
}
