import type { Words } from '../../../i18n/words.ts'
import { useKeyboard } from '../../keyboard.ts'
import { Keypad } from '../../parts/Keypad.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Code } from './Code.tsx'
import { keysIn } from './keys.tsx'
import { Strength } from './Strength.tsx'
import { keyFor, typedWith } from './typing.ts'
import type { Choosing } from './useChosen.ts'

type Props = {
  readonly words: Words
  readonly choosing: Choosing
  readonly next: () => void
}

/** Keys of her own choice, and what they are worth while she types them. */
export const OwnCode = ({ words, choosing, next }: Props) => {
  const { t } = words
  const { chosen, least, type } = choosing
  const { code, why } = chosen
  const onKey = (key: string): void => {
    if (key !== '=') return type(typedWith(code, key))
    if (!why) next()
  }
  useKeyboard(keyFor, onKey)
  return (
    <>
      <p>{t('code.own.what', { count: least })}</p>
      <Code code={code} way="own" words={words} label={t('setUp.typing.typed')} />
      <div role="status">
        {code !== '' && (
          <Notice tone={why ? 'careful' : 'info'}>
            {why ? t(`code.weak.${why}`, { count: least }) : <Strength words={words} of={chosen} />}
          </Notice>
        )}
      </div>
      <Keypad label={t('setUp.typing.keys')} keys={keysIn(words)} onKey={onKey} />
    </>
  )
}
