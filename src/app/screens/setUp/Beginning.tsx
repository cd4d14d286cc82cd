import { conceal } from '../../../disguise/exit.ts'
import { languages } from '../../../i18n/languages.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Storage } from '../../../vault/messages.ts'
import { Button } from '../../parts/Button.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { LimitsText } from './LimitsText.tsx'
import { Step } from './Step.tsx'

type Props = { readonly words: Words; readonly next: () => void }

const NotNow = ({ words: { t } }: Pick<Props, 'words'>) => (
  <Button kind="plain" wide onPress={conceal}>
    {t('setUp.notNow')}
  </Button>
)

type LanguageProps = Props & { readonly onSpeak: (tag: string) => void }

/** The first question, since all the others are asked in its answer. */
export const Language = ({ words, next, onSpeak }: LanguageProps) => (
  <Step at="language" words={words} title={words.t('setUp.language.title')}>
    <Choice
      label={words.t('setUp.language.label')}
      options={languages.map(({ tag, name }) => ({ value: tag, label: name, lang: tag, hint: '' }))}
      value={words.language.tag}
      onChange={onSpeak}
    />
    <Button kind="main" wide onPress={next}>
      {words.t('action.continue')}
    </Button>
    <NotNow words={words} />
  </Step>
)

type TruthProps = Props & {
  readonly back: () => void
  readonly storage: Storage
  readonly onCopy: () => void
}

/** Told before anything is stored: afterwards it would be too late to decide. */
export const Truth = ({ words, next, back, storage, onCopy }: TruthProps) => (
  <Step at="limits" words={words} title={words.t('limits.title')} back={back}>
    {storage === 'none' && <Notice tone="careful">{words.t('setUp.refused.none')}</Notice>}
    <LimitsText words={words} storage={storage} />
    <Notice
      tone="info"
      title={words.t('setUp.before.title')}
      action={
        <Button kind="plain" onPress={conceal}>
          {words.t('setUp.before.go')}
        </Button>
      }
    >
      {words.t('setUp.before.text')}
    </Notice>
    <Button kind="main" wide onPress={next}>
      {words.t('action.continue')}
    </Button>
    <Button kind="quiet" wide onPress={onCopy}>
      {words.t('setUp.copy.have')}
    </Button>
    <NotNow words={words} />
  </Step>
)
