import type { Words } from '../../../i18n/words.ts'
import { codeBits, yearsToFind } from '../../code.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Code } from './Code.tsx'
import { Step } from './Step.tsx'

type Props = {
  readonly words: Words
  readonly code: string
  readonly onAnother: () => void
  readonly next: () => void
  readonly back: () => void
}

/** Her code, drawn by chance because people choose what others guess. */
export const NewCode = ({ words, code, onAnother, next, back }: Props) => {
  const { t } = words
  return (
    <Step at="code" words={words} title={t('setUp.code.title')} back={back}>
      <p>{t('setUp.code.what')}</p>
      <Code code={code} words={words} label={t('setUp.code.title')} />
      <Button kind="quiet" wide onPress={onAnother}>
        {t('setUp.code.another')}
      </Button>
      <Card title={t('setUp.code.remember.title')} tone="quiet">
        <p>{t('setUp.code.remember.aloud')}</p>
        <p>{t('setUp.code.remember.keep')}</p>
        <p>{t('setUp.code.remember.lost')}</p>
        <p>
          <small>{t('setUp.code.strength', { count: yearsToFind(codeBits) })}</small>
        </p>
      </Card>
      <Button kind="main" wide onPress={next}>
        {t('setUp.code.next')}
      </Button>
    </Step>
  )
}
