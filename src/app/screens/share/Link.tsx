import { useState } from 'preact/hooks'
import { errand } from '../../../disguise/exit.ts'
import type { Share } from '../../../record/types.ts'
import { linkOf } from '../../../share/link.ts'
import { showPasscode } from '../../../share/passcode.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { useApp } from '../../use.ts'
import { Qr } from './Qr.tsx'
import { SpokenOffer } from './Spoken.tsx'

type Copying = 'idle' | 'copied' | 'refused'

const copy = async (text: string): Promise<Copying> => {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'refused'
  }
}

/** Closing the phone's own sheet without choosing is no error. */
const offer = (text: string): Promise<void> =>
  errand(() => navigator.share({ text }).catch(() => undefined))

const Ways = ({ link }: { readonly link: string }) => {
  const { t } = useApp()
  const [copying, setCopying] = useState<Copying>('idle')
  return (
    <>
      <Button kind="main" onPress={() => void copy(link).then(setCopying)}>
        {t('share.link.copy')}
      </Button>
      {'share' in navigator && (
        <Button kind="quiet" onPress={() => void offer(link)}>
          {t('share.link.send')}
        </Button>
      )}
      <p class="link-said" role="status">
        {copying !== 'idle' && t(`share.link.${copying}`)}
      </p>
    </>
  )
}

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
          <Ways link={link} />
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
