import type { Words } from '../../../i18n/words.ts'
import { digitsOf, faces } from '../../four/four.ts'
import { Card } from '../../parts/Card.tsx'
import { Code } from './Code.tsx'
import { signOf } from './typing.ts'

type Props = {
  readonly words: Words
  readonly four: readonly string[]
  readonly tag: string
  readonly code: string
}

/** The telephone's keys, so that the digits can be found again from the words alone. */
const PhoneKeys = ({ words: { t } }: Pick<Props, 'words'>) => (
  <ul class="phone-keys" dir="ltr" aria-label={t('code.words.picture')}>
    {faces.map(([digit, letters]) => (
      <li key={digit}>
        <b>{signOf(digit, navigator.language)}</b>
        <small>{letters.toUpperCase() || '\u00a0'}</small>
      </li>
    ))}
  </ul>
)

/** Words to remember, the digits under them, and the sum that they are typed as. */
export const FourWords = ({ words, four, tag, code }: Props) => {
  const { t } = words
  return (
    <>
      <p>{t('code.words.what')}</p>
      <ol class="four" lang={tag} dir="ltr">
        {four.map((word, at) => (
          <li key={at}>
            <b>{word}</b>
            <span>{digitsOf(word).replace(/\d/g, (key) => signOf(key, navigator.language))}</span>
          </li>
        ))}
      </ol>
      <p>{t('code.words.sum')}</p>
      <Code code={code} way="words" words={words} label={t('setUp.code.title')} />
      <Card title={t('code.words.again')} tone="quiet">
        <p>{t('code.words.letters')}</p>
        <PhoneKeys words={words} />
      </Card>
    </>
  )
}
