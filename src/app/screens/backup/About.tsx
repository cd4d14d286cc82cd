import { settingOf } from '../../../record/record.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { useApp } from '../../use.ts'
import { Groups } from './Digits.tsx'
import { Stage } from './Stage.tsx'

type Props = { readonly next: () => void; readonly back: () => void }

/** What a copy is and where it is safe, before there is anything to keep safe. */
export const About = ({ next, back }: Props) => {
  const { record, words, t } = useApp()
  const { backedUp } = settingOf(record)
  return (
    <Stage at="about" back={back}>
      <p>{t('backup.about.what')}</p>
      {record.attachment.size > 0 && <Notice tone="careful">{t('backup.about.files')}</Notice>}
      {backedUp && <p>{t('backup.last', { time: words.dates.instant(backedUp) })}</p>}
      <Card title={t('backup.about.where')}>
        <p>{t('backup.about.away')}</p>
        <p>{t('backup.about.cloud')}</p>
      </Card>
      <Card title={t('backup.about.digits')}>
        <p>{t('backup.about.paper')}</p>
        <p>{t('backup.about.anew')}</p>
      </Card>
      <Button kind="main" wide onPress={next}>
        {t('backup.about.next')}
      </Button>
    </Stage>
  )
}

/** The digits, this once. */
export const Key = ({ groups, next, back }: Props & { readonly groups: readonly string[] }) => {
  const { words, t } = useApp()
  return (
    <Stage at="key" back={back}>
      <p>{t('backup.key.write')}</p>
      <Groups words={words} label={t('backup.key.title')} groups={groups} />
      <Notice tone="careful">{t('backup.key.careful')}</Notice>
      <Button kind="main" wide onPress={next}>
        {t('backup.key.next')}
      </Button>
    </Stage>
  )
}
