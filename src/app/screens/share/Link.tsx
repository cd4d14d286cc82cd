import { useState } from 'preact/hooks'
import type { Share } from '../../../record/types.ts'
import { linkOf } from '../../../share/link.ts'
import { showPasscode } from '../../../share/passcode.ts'
import { GiveText } from '../../Giving.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { useApp } from '../../use.ts'
import { Qr } from './Qr.tsx'
import { SpokenOffer } from './Spoken.tsx'

const Code = ({ link }: { readonly link: string }) => {
  const { t } = useApp()
  const [shown, setShown] = useState(false)
  return (
    <>
      <Button kind="plain" onPress={() => setShown(!shown)}>
        {t(shown ? 'share.link.hideCode' : 'share.link.showCode')}
      </Button>
      {shown && <Qr text={link} label={t('share.link.code')} />}
    </>
  )
}

export const Link = ({ share }: { readonly share: Share }) => {
  const { t, words } = useApp()
  const link = linkOf(share.origin, share.secret)
  return (
    <Card
      title={t('share.link.title')}
      action={
        <>
          <GiveText
            text={link}
            labels={{
              copy: t('share.link.copy'),
              send: t('share.link.send'),
              copied: t('share.link.copied'),
              refused: t('share.link.refused'),
            }}
            kind="main"
          />
          <Code link={link} />
          <SpokenOffer share={share} />
        </>
      }
    >
      <p>
        {t('share.link.text')}{' '}
        {t('share.link.until', { time: words.dates.instant(share.grant.until) })}
      </p>
      <p class="link-text">
        <bdi dir="ltr">{link}</bdi>
      </p>
    </Card>
  )
}

/** Apart from the link, as it is to travel apart from it. */
export const Passcode = ({ passcode }: { readonly passcode: string }) => {
  const { t } = useApp()
  return (
    <Card tone="warm" title={t('share.passcode.title')}>
      <p class="passcode">
        <bdi dir="ltr">{showPasscode(passcode)}</bdi>
      </p>
      <p>{t(/\d/.test(passcode) ? 'share.passcode.text' : 'share.passcode.words')}</p>
    </Card>
  )
}
