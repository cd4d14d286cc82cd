import { useState } from 'preact/hooks'
import { below } from '../../code.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { useApp } from '../../use.ts'
import { Digits } from './Digits.tsx'
import { Stage } from './Stage.tsx'
import { differentPlace, drawPlaces, isAllTyped, nothingTyped, type Typed } from './typing.ts'

/** How many groups she types back. */
const asked = 3

type Props = {
  readonly groups: readonly string[]
  readonly next: () => void
  readonly back: () => void
}

/** Three groups typed back show that the digits are on paper and can be read there. */
export const Check = ({ groups, next, back }: Props) => {
  const { words, t } = useApp()
  const [places] = useState(() => drawPlaces(asked, below))
  const [typed, setTyped] = useState(() => nothingTyped(asked))
  const wrong = isAllTyped(typed) ? differentPlace(typed, places, groups) : null
  const onTyped = (now: Typed): void => {
    setTyped(now)
    if (isAllTyped(now) && differentPlace(now, places, groups) === null) next()
  }
  return (
    <Stage at="check" back={back}>
      <p>{t('backup.check.what')}</p>
      {wrong !== null && (
        <div role="alert">
          <Notice
            tone="info"
            action={
              <Button kind="plain" onPress={back}>
                {t('backup.check.look')}
              </Button>
            }
          >
            {t('backup.check.wrong', { group: wrong + 1 })}
          </Notice>
        </div>
      )}
      <Digits {...{ words, typed, places, onTyped }} label={t('setUp.typing.typed')} />
    </Stage>
  )
}
