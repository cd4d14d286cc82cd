import '../../../look/share.css'
import { isSurelyOver } from '../../../record/given.ts'
import type { Id, Share as ShareEntry } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { putAway } from '../../ending.ts'
import { sendAgain } from '../../resending.ts'
import { stopSharing, takeBack } from '../../sharing.ts'
import { useApp } from '../../use.ts'
import { useWay } from '../../way.ts'
import { Replies } from '../reply/Replies.tsx'
import { Sending, useAsking, useCarrying, useDesk, useWaiting, Why } from './asking.tsx'
import { Anew, Between, NotSent, useAnew } from './Anew.tsx'
import { Given } from './Given.tsx'
import { Later, Paused, Waits } from './Later.tsx'
import { Link, Passcode } from './Link.tsx'
import { Living } from './Living.tsx'
import { Receipt } from './Receipt.tsx'
import { SpokenCode } from './Spoken.tsx'
import { standingOf } from './standing.ts'
import { nameOf } from './titles.ts'

type Props = { readonly share: ShareEntry }

/** Kept but perhaps never sent: she decides whether to go on. */
const Unsent = ({ share }: Props) => {
  const { t, back, look } = useApp()
  const desk = useDesk()
  const { begin, done, cancel } = useCarrying()
  const { busy, why, ask } = useAsking()
  const remove = async (): Promise<void> => {
    const { ok } = await ask(() => takeBack(desk, share))
    if (ok) back()
  }
  const again = (): void => {
    look((view) => ({ ...view, said: null }))
    void ask(() => sendAgain(begin(), share))
  }
  return (
    <>
      <NotSent share={share} />
      <Why why={why} />
      <Sending busy={busy} done={done} cancel={cancel} />
      <Button kind="main" wide busy={busy} onPress={again}>
        {t('share.unsent.again')}
      </Button>
      <Button kind="quiet" wide busy={busy} onPress={() => void remove()}>
        {t('share.unsent.remove')}
      </Button>
      <Given share={share} />
    </>
  )
}

type StopProps = Props & { readonly label: string }

const Stop = ({ share, label }: StopProps) => {
  const { t } = useApp()
  const desk = useDesk()
  const { busy, why, ask } = useAsking()
  const waits = useWaiting(share)
  return (
    <Card tone="quiet" title={t('share.stop.title')}>
      <p>{t('share.stop.text')}</p>
      <Why why={why} title={t('share.stop.not')} waits={waits.stop} />
      <Button
        kind="careful"
        wide
        busy={busy}
        onPress={() => void ask(() => stopSharing(desk, share))}
      >
        {label}
      </Button>
    </Card>
  )
}

const Open = ({ share, anew }: Props & { readonly anew: ReturnType<typeof useAnew> }) => {
  const { t, go } = useApp()
  return (
    <>
      <Stopping share={share} />
      <Waits share={share} />
      {share.paused && <Paused share={share} />}
      <Link share={share} />
      <SpokenCode share={share} />
      {share.passcode && <Passcode passcode={share.passcode} />}
      <Receipt share={share} />
      <Replies share={share} />
      <Living share={share} />
      <Button kind="quiet" wide onPress={() => go({ at: 'shareChange', id: share.id })}>
        {t('share.change.press')}
      </Button>
      <Later share={share} />
      <Anew {...anew} />
      <Stop share={share} label={t('share.stop.press')} />
      <Given share={share} />
    </>
  )
}

/** Until it is: nobody is told that something is stopped which is not. */
const Stopping = ({ share }: Props) => {
  const { t } = useApp()
  const waits = useWaiting(share)
  if (!waits.stop || share.stopped) return null
  return (
    <Notice tone="careful" title={t('share.stop.not')}>
      {waits.stop}
    </Notice>
  )
}

/** Said as far as it is known: the phone's clock alone may be wrong. */
const HowOver = ({ share }: Props) => {
  const { t, words } = useApp()
  if (share.stopped)
    return (
      <Notice tone="good">
        {t('share.over.stopped', { time: words.dates.instant(share.stopped) })}
      </Notice>
    )
  if (isSurelyOver(share)) return <Notice tone="good">{t('share.over.ended')}</Notice>
  return <Notice tone="info">{t('share.over.past')}</Notice>
}

const Remove = ({ share }: Props) => {
  const { t, look, back } = useApp()
  const desk = useDesk()
  const { busy, why, ask } = useAsking()
  const remove = async (): Promise<void> => {
    const { ok } = await ask(() => putAway(desk, share))
    if (!ok) return
    look((view) => ({ ...view, said: { key: 'share.deleted', undo: null } }))
    back()
  }
  return (
    <>
      <Why why={why} title={t('share.over.stays')} />
      <Button kind="plain" wide busy={busy} onPress={() => void remove()}>
        {t('share.over.remove')}
      </Button>
    </>
  )
}

const Over = ({ share }: Props) => {
  const { t } = useApp()
  return (
    <>
      <Stopping share={share} />
      <HowOver share={share} />
      <Given share={share} />
      {!share.filed && (
        <>
          <Receipt share={share} />
          <Replies share={share} />
          {!share.stopped && <Stop share={share} label={t('share.over.surely')} />}
          <Remove share={share} />
        </>
      )}
    </>
  )
}

/** Its page is the same for as long as it stands the same way. Between a link that is over and the new one is only that. */
const Found = ({ share }: Props) => {
  const { words, time } = useApp()
  const way = useWay()
  const anew = useAnew(share)
  const standing = standingOf(share, time())
  const Body = { unsent: Unsent, open: Open, stopped: Over, ended: Over }[standing]
  const between = anew.busy && standing !== 'open'
  return (
    <Page key={between ? 'anew' : standing} title={nameOf(share, words)} back={way}>
      {between ? <Between share={share} {...anew} /> : <Body share={share} anew={anew} />}
    </Page>
  )
}

/** One share: the way in for them, and how it stands. */
export const Share = ({ id }: { readonly id: Id }) => {
  const { record, t } = useApp()
  const way = useWay()
  const share = record.share.get(id)
  if (share) return <Found key={id} share={share} />
  return (
    <Page title={t('share.gone')} back={way}>
      {null}
    </Page>
  )
}
