import { useState } from 'preact/hooks'
import type { Words } from '../../../i18n/words.ts'
import type { NotBegun, Refusal } from '../../../vault/messages.ts'
import type { NotChanged } from '../../codes.ts'
import { useKeyboard } from '../../keyboard.ts'
import { Button } from '../../parts/Button.tsx'
import { Keypad } from '../../parts/Keypad.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { Told } from '../../parts/Told.tsx'
import { Code } from './Code.tsx'
import { keysIn } from './keys.tsx'
import { differentGroup, keyFor, typedWith, type Way } from './typing.ts'

type Props = {
  readonly words: Words
  readonly code: string
  readonly way: Way
  /** The end of a locale key: setUp.refused.<why>; null while nothing has been refused. */
  readonly why: NotBegun | Refusal | NotChanged
  readonly busy: boolean
  /** How much of a longer job is done, from 0 to 1. */
  readonly done?: number | undefined
  readonly onRight: () => void
  readonly back: () => void
}

type RefusedProps = Pick<Props, 'words' | 'why' | 'onRight'> & Partial<Pick<Props, 'back'>>

/** Where the code itself is the reason, the way on is `back` to another one. */
export const Refused = ({ words: { t }, why, onRight, back }: RefusedProps) => {
  const toAnother = why === 'taken' ? back : undefined
  const wayOn = (
    <Button kind="plain" onPress={toAnother ?? onRight}>
      {t(toAnother ? 'setUp.typing.another' : 'setUp.again')}
    </Button>
  )
  return (
    why && (
      <Told>
        <Notice tone="careful" action={wayOn}>
          {t(`setUp.refused.${why}`)}
        </Notice>
      </Told>
    )
  )
}

type WrongProps = Pick<Props, 'words' | 'back'> & { readonly group: number | null }

const Wrong = ({ words: { t }, group, back }: WrongProps) =>
  group !== null && (
    <Told>
      <Notice
        tone="info"
        action={
          <Button kind="plain" onPress={back}>
            {t('setUp.typing.look')}
          </Button>
        }
      >
        {t('setUp.typing.wrong', { group: group + 1 })}
      </Notice>
    </Told>
  )

/** She types it once as she will type it every time: the code, then =. */
export const TypeBack = ({ words, code, way, why, busy, done, onRight, back }: Props) => {
  const { t } = words
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<number | null>(null)
  const compare = (): void => {
    const group = differentGroup(typed, code, way)
    setWrong(group)
    if (group === null) onRight()
  }
  const onKey = (key: string): void => {
    if (busy) return
    if (key === '=') return compare()
    // As on the calculator: after =, the next key begins anew.
    setTyped(typedWith(wrong === null || key === 'B' ? typed : '', key))
    setWrong(null)
  }
  useKeyboard(keyFor, onKey)
  return (
    <>
      <p>{t('setUp.typing.what')}</p>
      <Code code={typed} way={way} words={words} label={t('setUp.typing.typed')} />
      <Wrong words={words} group={wrong} back={back} />
      <Refused {...{ words, why, onRight, back }} />
      {busy && <Progress label={t('setUp.typing.busy')} value={done} after={0} />}
      <Keypad
        label={t('setUp.typing.keys')}
        keys={keysIn(words)}
        onKey={onKey}
        inSight={`${busy} ${why} ${wrong}`}
      />
    </>
  )
}
