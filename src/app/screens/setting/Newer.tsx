import { useEffect, useState } from 'preact/hooks'
import { newer, replaceWith } from '../../newer.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { useApp } from '../../use.ts'

/** Said when a newer version waits. It never closes what she has open. */
export const Newer = () => {
  const { t } = useApp()
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null)
  const [chosen, setChosen] = useState(false)
  useEffect(() => void newer().then(setWaiting, () => setWaiting(null)), [])
  if (!waiting) return null
  if (chosen) return <Notice tone="good">{t('setting.update.chosen')}</Notice>
  const use = (): void => {
    replaceWith(waiting)
    setChosen(true)
  }
  return (
    <Notice
      tone="info"
      title={t('setting.update.title')}
      action={
        <Button kind="plain" onPress={use}>
          {t('setting.update.use')}
        </Button>
      }
    >
      {t('setting.update.text')}
    </Notice>
  )
}
