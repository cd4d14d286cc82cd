import { useState } from 'preact/hooks'
import type { Words } from '../../../i18n/words.ts'
import type { NotChanged } from '../../codes.ts'
import { useKeyboard } from '../../keyboard.ts'
import { Button } from '../../parts/Button.tsx'
import { Keypad } from '../../parts/Keypad.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { Code } from './Code.tsx'
import { keysIn } from './keys.tsx'
import { Refused } from './TypeBack.tsx'
import { keyFor, typedWith } from './typing.ts'

/** The calculator looks at nothing shorter. */
const leastKeys = 6

type Props = {
  readonly words: Words
  readonly busy: boolean
  /** Why nothing was changed; null while nothing has been refused. */
  readonly why: NotChanged
  readonly onCode: (code: string) => void
}

/** The code of what is open, which nothing here keeps: it has to be typed, and the vault looks at it. */
export const PresentCode = ({ words, busy, why, onCode }: Props) => {
  const { t } = words
  const [typed, setTyped] = useState('')
  const [sent, setSent] = useState(false)
  const isLong = typed.length >= leastKeys
  const send = (): void => {
    setSent(true)
    onCode(typed)
  }
  const onKey = (key: string): void => {
    if (busy) return
    if (key === '=') return isLong ? send() : undefined
    // As on the calculator: after =, the next key begins anew.
    setTyped(typedWith(sent && key !== 'B' ? '' : typed, key))
    setSent(false)
  }
  useKeyboard(keyFor, onKey)
  return (
    <>
      <p>{t('code.present.what')}</p>
      <Code code={typed} way="own" words={words} label={t('setUp.typing.typed')} />
      <Refused words={words} why={why} onRight={send} />
      {busy && <Progress label={t('setUp.typing.busy')} after={0} />}
      <Keypad label={t('setUp.typing.keys')} keys={keysIn(words)} onKey={onKey} />
      {isLong && !busy && (
        <Button kind="main" wide onPress={send}>
          {t('action.continue')}
        </Button>
      )}
    </>
  )
}
