import type { Words } from '../../../i18n/words.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Back } from './Brought.tsx'
import type { Brought } from './copy.ts'
import { Step } from './Step.tsx'

type Props = {
  readonly words: Words
  /** What a copy brought back. */
  readonly brought: Brought | null
  readonly onReady: () => void
}

/** How she comes back, and how she leaves. */
export const Ready = ({ words, brought, onReady }: Props) => {
  const { t } = words
  return (
    <Step at="ready" words={words} title={t('setUp.ready.title')}>
      {brought && <Back words={words} brought={brought} />}
      <Card title={t('setUp.ready.next')} tone="warm">
        <p>{t('setUp.ready.come')}</p>
      </Card>
      <Card title={t('setUp.ready.leave')}>
        <p>{t('setUp.ready.button')}</p>
        <p>{t('setUp.ready.kept')}</p>
      </Card>
      <Button kind="main" wide onPress={onReady}>
        {t('setUp.ready.begin')}
      </Button>
    </Step>
  )
}
