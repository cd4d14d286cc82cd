import { useState } from 'preact/hooks'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { useApp } from '../../use.ts'

export type Promised = 'kept' | 'refused' | 'unknown'

/** Some browsers have no such question, whatever the types say. */
type Storing = { readonly persist?: () => Promise<boolean> }

/** Asks the browser not to clear away what is kept here, and says honestly what it answered. */
export const askToKeep = async (storage: Storing | undefined): Promise<Promised> => {
  if (!storage?.persist) return 'unknown'
  return (await storage.persist().catch(() => false)) ? 'kept' : 'refused'
}

/** Only asked when she taps: some browsers ask back, and that must not surprise her. */
export const KeepSafe = () => {
  const { t } = useApp()
  const [promised, setPromised] = useState<Promised | null>(null)
  const ask = (): void => void askToKeep(navigator.storage).then(setPromised)
  const action = (
    <Button kind="quiet" onPress={ask}>
      {t('setting.keep.ask')}
    </Button>
  )
  return (
    <Card title={t('setting.keep.title')} action={promised ? undefined : action}>
      <p role="status">{t(promised ? `setting.keep.${promised}` : 'setting.keep.text')}</p>
    </Card>
  )
}
