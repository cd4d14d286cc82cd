import { useState } from 'preact/hooks'
import type { Words } from '../../../i18n/words.ts'
import { keyGroups } from '../../../vault/recoveryKey.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { Digits } from '../backup/Digits.tsx'
import { isAllTyped, nothingTyped, type Typed } from '../backup/typing.ts'
import type { CopyWhy } from './copy.ts'

type TypeProps = {
  readonly words: Words
  readonly why: CopyWhy | null
  readonly busy: boolean
  readonly onTyped: (digits: string | null) => void
  readonly onOther: () => void
}

const places = Array.from({ length: keyGroups }, (_, place) => place)

/** The forty digits. A slip is told as soon as they are all there, and can be mended in its group. */
export const CopyDigits = ({ words, why, busy, onTyped, onOther }: TypeProps) => {
  const { t } = words
  const [typed, setTyped] = useState(() => nothingTyped(keyGroups))
  const onDigits = (now: Typed): void => {
    if (busy) return
    setTyped(now)
    onTyped(isAllTyped(now) ? now.groups.join('') : null)
  }
  return (
    <>
      <p>{t('setUp.copy.digits')}</p>
      {why && (
        <div role="alert">
          <Notice
            tone="info"
            action={
              <Button kind="plain" onPress={onOther}>
                {t('setUp.copy.other')}
              </Button>
            }
          >
            {t(`setUp.copy.why.${why}`)}
          </Notice>
        </div>
      )}
      {busy && <Progress label={t('setUp.copy.busy')} />}
      <Digits {...{ words, typed, places }} onTyped={onDigits} label={t('setUp.typing.typed')} />
    </>
  )
}
