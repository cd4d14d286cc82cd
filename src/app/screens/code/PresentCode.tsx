import { useState } from 'preact/hooks'
import type { Words } from '../../../i18n/words.ts'
import { useKeyboard } from '../../keyboard.ts'
import { Button } from '../../parts/Button.tsx'
import { Keypad } from '../../parts/Keypad.tsx'
import { Code } from './Code.tsx'
import { keysIn } from './keys.tsx'
import { keyFor, typedWith } from './typing.ts'

/** The calculator looks at nothing shorter. */
const leastKeys = 6

type Props = { readonly words: Words; readonly onCode: (code: string) => void }

/** Her own code, which nobody else knows and nothing here keeps: it has to be typed. */
export const PresentCode = ({ words, onCode }: Props) => {
  const { t } = words
  const [typed, setTyped] = useState('')
  const isLong = typed.length >= leastKeys
  const onKey = (key: string): void => {
    if (key !== '=') return setTyped(typedWith(typed, key))
    if (isLong) onCode(typed)
  }
  useKeyboard(keyFor, onKey)
  return (
    <>
      <p>{t('code.present.what')}</p>
      <Code code={typed} way="own" words={words} label={t('setUp.typing.typed')} />
      <Keypad label={t('setUp.typing.keys')} keys={keysIn(words)} onKey={onKey} />
      {isLong && (
        <Button kind="main" wide onPress={() => onCode(typed)}>
          {t('action.continue')}
        </Button>
      )}
    </>
  )
}
