import { useState } from 'preact/hooks'
import { Button } from './parts/Button.tsx'
import { Notice } from './parts/Notice.tsx'
import { Sheet } from './parts/Sheet.tsx'
import { Told } from './parts/Told.tsx'
import { useApp, useStore } from './use.ts'

type Standing = 'asking' | 'growing' | 'refused'

/** Asked each time: it can be seen that the page takes more room, and never what is in it. */
const Asking = ({ close }: { readonly close: () => void }) => {
  const { t } = useApp()
  const { grow } = useStore()
  const [standing, setStanding] = useState<Standing>('asking')
  const make = async (): Promise<void> => {
    setStanding('growing')
    if (await grow()) close()
    else setStanding('refused')
  }
  return (
    <Sheet title={t('trouble.more.title')} onClose={close} closeLabel={t('action.close')}>
      <p>{t('trouble.more.what')}</p>
      <p>{t('attachment.room.seen')}</p>
      {standing === 'refused' && (
        <Told>
          <Notice tone="careful">{t('trouble.more.refused')}</Notice>
        </Told>
      )}
      <Button kind="main" wide busy={standing === 'growing'} onPress={() => void make()}>
        {t('trouble.more.make')}
      </Button>
      <Button kind="plain" wide onPress={close}>
        {t('action.cancel')}
      </Button>
    </Sheet>
  )
}

/** Said where nothing more fits, with the way to more room; what she wrote is kept right after it. */
export const More = () => {
  const { t } = useApp()
  const [asking, setAsking] = useState(false)
  const button = (
    <Button kind="quiet" onPress={() => setAsking(true)}>
      {t('trouble.more.make')}
    </Button>
  )
  return (
    <>
      <div role="alert">
        <Notice tone="careful" action={button}>
          {t('trouble.full')}
        </Notice>
      </div>
      {asking && <Asking close={() => setAsking(false)} />}
    </>
  )
}
