import { useState } from 'preact/hooks'
import type { Share } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { lookAtAll } from '../../lookingAll.ts'
import { useApp } from '../../use.ts'
import { useAsking, useDesk, Why } from './asking.tsx'

/** One look for all that is open: receipts and answers, when she wants to know. */
export const LookAll = ({ shares }: { readonly shares: readonly Share[] }) => {
  const { t } = useApp()
  const desk = useDesk()
  const { busy, why, ask } = useAsking()
  const [fresh, setFresh] = useState<number | null>(null)
  const press = async (): Promise<void> => {
    const looked = await ask(() => lookAtAll(desk, shares))
    setFresh(looked.ok ? looked.fresh : null)
  }
  return (
    <>
      <Button kind="quiet" wide busy={busy} onPress={() => void press()}>
        {t('share.lookAll.press')}
      </Button>
      <div aria-live="polite">
        {fresh !== null && (
          <p>{fresh > 0 ? t('reply.came', { count: fresh }) : t('share.lookAll.none')}</p>
        )}
      </div>
      <Why why={why} title={t('share.lookAll.some')} />
    </>
  )
}
