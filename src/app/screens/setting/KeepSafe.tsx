import { useState } from 'preact/hooks'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { useApp } from '../../use.ts'
import { askToKeep, usePromised, type Promised } from '../../promised.ts'

/** A browser that asks back must not surprise her, so it is asked when she taps. */
export const KeepSafe = () => {
  const { t, go } = useApp()
  const before = usePromised()
  const [answer, setAnswer] = useState<Promised | null>(null)
  const promised = answer ?? (before === 'kept' ? before : null)
  const ask = (): void => void askToKeep(navigator.storage).then(setAnswer)
  const action = promised ? (
    <Button kind="quiet" onPress={() => go({ at: 'backup' })}>
      {t('setting.copy.title')}
    </Button>
  ) : (
    <Button kind="quiet" onPress={ask}>
      {t('setting.keep.ask')}
    </Button>
  )
  return (
    <Card title={t('setting.keep.title')} action={promised === 'kept' ? undefined : action}>
      <p role="status">{t(promised ? `setting.keep.${promised}` : 'setting.keep.text')}</p>
    </Card>
  )
}
