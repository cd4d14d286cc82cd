import type { Words } from '../../../i18n/words.ts'
import { speaksIn } from '../../four/four.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { Code } from './Code.tsx'
import { FourWords } from './FourWords.tsx'
import { OwnCode } from './OwnCode.tsx'
import { Strength } from './Strength.tsx'
import type { Way } from './typing.ts'
import type { Choosing } from './useChosen.ts'

type Props = {
  readonly words: Words
  readonly choosing: Choosing
  readonly next: () => void
}

const ways: readonly Way[] = ['words', 'sum', 'own']

const Ways = ({ words: { t }, choosing }: Pick<Props, 'words' | 'choosing'>) => {
  const offered = ways.filter((way) => way !== 'words' || speaksIn(choosing.tag))
  const options = offered.map((value) => ({
    value,
    label: t(`code.way.${value}`),
    hint: t(`code.way.${value}Hint`),
  }))
  return (
    <Choice
      label={t('code.way.label')}
      options={options}
      value={choosing.chosen.way}
      onChange={choosing.setWay}
    />
  )
}

const Drawn = ({ words, choosing }: Pick<Props, 'words' | 'choosing'>) => {
  const { t } = words
  const { way, code, four } = choosing.chosen
  if (code === '') return <Progress label={t('code.words.loading')} />
  return (
    <>
      {way === 'words' ? (
        <FourWords {...{ words, four, code }} tag={choosing.tag} />
      ) : (
        <>
          <p>{t('setUp.code.what')}</p>
          <Code code={code} way={way} words={words} label={t('setUp.code.title')} />
        </>
      )}
      <Button kind="quiet" wide onPress={choosing.another}>
        {t('setUp.code.another')}
      </Button>
    </>
  )
}

const Remember = ({ words, choosing }: Pick<Props, 'words' | 'choosing'>) => {
  const { t } = words
  const { way, bits } = choosing.chosen
  return (
    <Card title={t('setUp.code.remember.title')} tone="quiet">
      {way === 'sum' && <p>{t('setUp.code.remember.aloud')}</p>}
      {way === 'words' && <p>{t('code.words.remember')}</p>}
      <p>{t('setUp.code.remember.keep')}</p>
      <p>{t('setUp.code.remember.lost')}</p>
      {way !== 'own' && (
        <p>
          <small>
            <Strength words={words} of={{ bits }} drawn />
          </small>
        </p>
      )}
    </Card>
  )
}

/** Her code: drawn by chance, because people choose what others guess, or her own all the same. */
export const NewCode = ({ words, choosing, next }: Props) => {
  const { chosen } = choosing
  return (
    <>
      <Ways words={words} choosing={choosing} />
      {chosen.way === 'own' ? (
        <OwnCode {...{ words, choosing, next }} />
      ) : (
        <Drawn words={words} choosing={choosing} />
      )}
      <Remember words={words} choosing={choosing} />
      {chosen.code !== '' && !chosen.why && (
        <Button kind="main" wide onPress={next}>
          {words.t('setUp.code.next')}
        </Button>
      )}
    </>
  )
}
