import '../../../look/ways.css'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { usePromised } from '../../promised.ts'
import { useApp } from '../../use.ts'
import { useSetting } from '../setting/useSetting.ts'
import { offersCopy } from './ahead.ts'

/** Offered, never urged: once she said no, it is only in the settings. */
export const Offer = () => {
  const { record, t, go } = useApp()
  const { change } = useSetting()
  const promised = usePromised()
  const reason = offersCopy(record)
  if (!reason) return null
  const leave = (): void => change('offerCopy', false)
  const action = (
    <div class="ways">
      <Button kind="quiet" onPress={() => go({ at: 'backup' })}>
        {t('setting.copy.title')}
      </Button>
      <Button kind="plain" onPress={leave}>
        {t('home.copy.never')}
      </Button>
    </div>
  )
  return (
    <Notice tone="info" title={t('home.copy.title')} action={action}>
      {t(reason === 'none' ? 'home.copy.text' : 'home.copy.since')}
      {promised === 'refused' && <p>{t('home.copy.refused')}</p>}
    </Notice>
  )
}
