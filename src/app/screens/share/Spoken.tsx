import { useEffect, useRef } from 'preact/hooks'
import type { Spoken } from '../../../record/spoken.ts'
import type { Share } from '../../../record/types.ts'
import { showPasscode } from '../../../share/passcode.ts'
import { showSpoken } from '../../../share/spoken.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { endSpoken, makeSpoken } from '../../speaking.ts'
import { useApp } from '../../use.ts'
import { useAsking, useDesk, Why } from './asking.tsx'

type Props = { readonly share: Share }

const useSpoken = ({ spoken }: Share): Spoken | null => {
  const { time } = useApp()
  return spoken && spoken.until > time() ? spoken : null
}

/** A way for when nothing can be sent: stands with the others until there is a code. */
export const SpokenOffer = ({ share }: Props) => {
  const { t } = useApp()
  const desk = useDesk()
  const { busy, why, ask } = useAsking()
  if (useSpoken(share)) return null
  return (
    <>
      <Button kind="plain" busy={busy} onPress={() => void ask(() => makeSpoken(desk, share))}>
        {t('share.spoken.offer')}
      </Button>
      <Why why={why} />
    </>
  )
}

type SayProps = { readonly share: Share; readonly spoken: Spoken }

/** All that she says in the call, in the order in which they need it. */
const Say = ({ share, spoken }: SayProps) => {
  const { t, words } = useApp()
  return (
    <>
      <p>{t('share.spoken.text')}</p>
      <Fact label={t('share.spoken.address')}>
        <bdi dir="ltr">{share.origin.replace(/^https?:\/\//, '')}</bdi>
      </Fact>
      <Fact label={t('share.spoken.code')}>
        <bdi class="spoken" dir="ltr">
          {showSpoken(spoken.code)}
        </bdi>
      </Fact>
      <p>{t('share.spoken.until', { time: words.dates.instant(spoken.until) })}</p>
      {share.passcode && (
        <p>
          {t('share.spoken.passcode')} <bdi dir="ltr">{showPasscode(share.passcode)}</bdi>
        </p>
      )}
    </>
  )
}

/** The button that asked for the code is gone once there is one: whoever stood on it goes on beside the code. */
const useFocus = (isThere: boolean) => {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(isThere)
  useEffect(() => {
    if (isThere && !before.current) place.current?.querySelector('button')?.focus()
    before.current = isThere
  }, [isThere])
  return place
}

export const SpokenCode = ({ share }: Props) => {
  const { t } = useApp()
  const desk = useDesk()
  const { busy, why, ask } = useAsking()
  const spoken = useSpoken(share)
  const place = useFocus(spoken !== null)
  const stop = (
    <Button kind="quiet" busy={busy} onPress={() => void ask(() => endSpoken(desk, share))}>
      {t('share.spoken.stop')}
    </Button>
  )
  return (
    <div ref={place} class="receipt" aria-live="polite">
      {spoken && (
        <Card title={t('share.spoken.title')} action={stop}>
          <Say share={share} spoken={spoken} />
          <Why why={why} />
        </Card>
      )}
    </div>
  )
}
