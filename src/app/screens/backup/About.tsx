import type { Attachment } from '../../../record/hanging.ts'
import { settingOf } from '../../../record/record.ts'
import { bytesFor } from '../../copyFiles.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Check } from '../../parts/Check.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { useApp } from '../../use.ts'
import { sizeText } from '../attachment/words.ts'
import { Groups } from './Digits.tsx'
import { Stage } from './Stage.tsx'

type Props = { readonly next: () => void; readonly back: () => void }

type FilesProps = {
  readonly attachments: readonly Attachment[]
  readonly withFiles: boolean
  readonly onFiles: (withFiles: boolean) => void
}

/** Photos make a copy large, so they may stay out of it; nothing where there are none. */
const Files = ({ attachments, withFiles, onFiles }: FilesProps) => {
  const { words, t } = useApp()
  if (attachments.length === 0) return null
  const size = sizeText(bytesFor(attachments), words.language.tag)
  return (
    <Check
      label={t('backup.about.files')}
      hint={t('backup.about.filesHint', { size })}
      checked={withFiles}
      onChange={onFiles}
    />
  )
}

/** What a copy is and where it is safe, before there is anything to keep safe. */
export const About = ({ next, back, ...files }: Props & FilesProps) => {
  const { record, words, t } = useApp()
  const { backedUp } = settingOf(record)
  return (
    <Stage at="about" back={back}>
      <p>{t('backup.about.what')}</p>
      <Files {...files} />
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
