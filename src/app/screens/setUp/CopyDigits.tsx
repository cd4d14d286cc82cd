import { useState } from 'preact/hooks'
import type { Words } from '../../../i18n/words.ts'
import { keyGroups, pieceGroups } from '../../../vault/recoveryKey.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { Told } from '../../parts/Told.tsx'
import { Digits } from '../backup/Digits.tsx'
import { fitted, isAllTyped, nothingTyped, type Typed } from '../backup/typing.ts'
import type { CopyWhy } from './copy.ts'

type Props = {
  readonly words: Words
  readonly why: CopyWhy | null
  readonly busy: boolean
  /** Whether a first piece of the key was typed already. */
  readonly second: boolean
  readonly onTyped: (digits: string | null) => void
  readonly onOther: () => void
  readonly onAnew: () => void
}

type SlipProps = Pick<Props, 'words' | 'why' | 'second' | 'onOther'>

/** That the file may be the wrong one is said where that can be it. */
const Slip = ({ words: { t }, why, second, onOther }: SlipProps) =>
  why && (
    <Told>
      <Notice
        tone="info"
        action={
          (!second || why === 'unread') && (
            <Button kind="plain" onPress={onOther}>
              {t('setUp.copy.other')}
            </Button>
          )
        }
      >
        {t(`setUp.copy.why.${why}`)}
      </Notice>
    </Told>
  )

/** One piece is there; another one of the same three is wanted. */
const Second = ({ words: { t }, onAnew }: Pick<Props, 'words' | 'onAnew'>) => (
  <Notice
    tone="good"
    title={t('setUp.copy.piece.first')}
    action={
      <Button kind="plain" onPress={onAnew}>
        {t('setUp.copy.piece.anew')}
      </Button>
    }
  >
    {t('setUp.copy.piece.second')}
  </Notice>
)

const What = ({ words: { t } }: Pick<Props, 'words'>) => (
  <>
    <p>{t('setUp.copy.digits')}</p>
    <p>{t('setUp.copy.piece.what')}</p>
  </>
)

const places = Array.from({ length: pieceGroups }, (_, place) => place)

/** The forty digits, or those of two pieces in turn. A slip is told as soon as they are all there. */
export const CopyDigits = (props: Props) => {
  const { words, busy, second, onTyped } = props
  const [typed, setTyped] = useState(() => nothingTyped(second ? pieceGroups : keyGroups))
  const onDigits = (next: Typed): void => {
    if (busy) return
    const now = fitted(next)
    setTyped(now)
    onTyped(isAllTyped(now) ? now.groups.join('') : null)
  }
  return (
    <>
      {second ? <Second {...props} /> : <What words={words} />}
      <Slip {...props} />
      {busy && (
        <Told>
          <Progress label={words.t('setUp.copy.busy')} />
        </Told>
      )}
      <Digits
        {...{ words, typed, places }}
        onTyped={onDigits}
        label={words.t('setUp.typing.typed')}
      />
    </>
  )
}
