import { useState } from 'preact/hooks'
import type { Share } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { stopEach } from '../../sharing.ts'
import { useApp } from '../../use.ts'
import { useAsking, useDesk, Why } from './asking.tsx'

/** All that is open, stopped together; asked twice, because a stop is for good. */
export const StopAll = ({ shares }: { readonly shares: readonly Share[] }) => {
  const { t } = useApp()
  const desk = useDesk()
  const { busy, why, ask } = useAsking()
  const [asked, setAsked] = useState(false)
  if (!asked) {
    return (
      <Button kind="plain" wide onPress={() => setAsked(true)}>
        {t('share.stopAll.ask')}
      </Button>
    )
  }
  return (
    <Card tone="quiet" title={t('share.stopAll.title', { count: shares.length })}>
      <p>{t('share.stop.text')}</p>
      <Why why={why} title={t('share.stop.not')} />
      <Button
        kind="careful"
        wide
        busy={busy}
        onPress={() => void ask(() => stopEach(desk, shares))}
      >
        {t('share.stopAll.press')}
      </Button>
    </Card>
  )
}
