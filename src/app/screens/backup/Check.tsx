import { useState } from 'preact/hooks'
import { below } from '../../code.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Told } from '../../parts/Told.tsx'
import { useApp } from '../../use.ts'
import { Digits } from './Digits.tsx'
import { Stage } from './Stage.tsx'
import { differentPlace, drawPlaces, isAllTyped, nothingTyped, type Typed } from './typing.ts'

/** How many groups she types back. */
const asked = 3

type AskedProps = {
  readonly what: string
  /** Which groups are typed back, from 0. */
  readonly places: readonly number[]
  readonly groups: readonly string[]
  readonly wrong: (place: number) => string
  readonly said?: (place: number, digits: string) => string
  readonly next: () => void
  readonly back: () => void
}

/** Some groups typed back; the first that differs is named. */
export const Asked = ({ what, places, groups, wrong, said, next, back }: AskedProps) => {
  const { words, t } = useApp()
  const [typed, setTyped] = useState(() => nothingTyped(places.length))
  const slip = isAllTyped(typed) ? differentPlace(typed, places, groups) : null
  const onTyped = (now: Typed): void => {
    setTyped(now)
    if (isAllTyped(now) && differentPlace(now, places, groups) === null) next()
  }
  return (
    <>
      <p>{what}</p>
      {slip !== null && (
        <Told>
          <Notice
            tone="info"
            action={
              <Button kind="plain" onPress={back}>
                {t('backup.check.look')}
              </Button>
            }
          >
            {wrong(slip)}
          </Notice>
        </Told>
      )}
      <Digits {...{ words, typed, places, onTyped, said }} label={t('setUp.typing.typed')} />
    </>
  )
}

type Props = {
  readonly groups: readonly string[]
  readonly next: () => void
  readonly back: () => void
}

/** Three groups typed back show that the digits are on paper and can be read there. */
export const Check = ({ groups, next, back }: Props) => {
  const { t } = useApp()
  const [places] = useState(() => drawPlaces(asked, below))
  const wrong = (place: number): string => t('backup.check.wrong', { group: place + 1 })
  return (
    <Stage at="check" back={back}>
      <Asked what={t('backup.check.what')} {...{ places, groups, wrong, next, back }} />
    </Stage>
  )
}
