import type { Words } from '../../../i18n/words.ts'
import type { Contents } from '../../../vault/messages.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Back } from './Brought.tsx'
import { Step } from './Step.tsx'

type Props = {
  readonly words: Words
  /** What a copy brought back. */
  readonly contents: Contents | null
  readonly onReady: () => void
}

/** How she comes back, and how she leaves. */
export const Ready = ({ words, contents, onReady }: Props) => {
  const { t } = words
  return (
    <Step at="ready" words={words} title={t('setUp.ready.title')}>
      {contents && <Back words={words} contents={contents} />}
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
