import type { Share } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { reissue } from '../../reissuing.ts'
import { useApp } from '../../use.ts'
import { Sending, useAsking, useCarrying, Why } from './asking.tsx'

/** For a link or a passcode in wrong hands, or used up: the old one ends, and a new one stands in its place. */
export const Anew = ({ share }: { readonly share: Share }) => {
  const { t, swap } = useApp()
  const { begin, done, cancel } = useCarrying()
  const { busy, why, ask } = useAsking()
  const press = async (): Promise<void> => {
    const made = await ask(() => reissue(begin(), share))
    if (made.id !== null) swap({ at: 'share', id: made.id })
  }
  return (
    <Card tone="quiet" title={t('share.anew.title')}>
      <p>{t('share.anew.text')}</p>
      <Why why={why} />
      <Sending busy={busy} done={done} cancel={cancel} />
      <Button kind="quiet" wide busy={busy} onPress={() => void press()}>
        {t('share.anew.press')}
      </Button>
    </Card>
  )
}
