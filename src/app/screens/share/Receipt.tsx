import { useState } from 'preact/hooks'
import type { Receipt as Seen } from '../../../share/contract.ts'
import type { Share, Time } from '../../../record/types.ts'
import { localAt } from '../../../record/wall.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { look } from '../../noting.ts'
import { goOnSharing } from '../../pausing.ts'
import type { Not } from '../../sharing.ts'
import { useApp } from '../../use.ts'
import { useAsking, useDesk, Why } from './asking.tsx'
import { lastOpening } from './lastOpening.ts'

const Last = ({ at, made }: { readonly at: number; readonly made: Time }) => {
  const { t, words } = useApp()
  const { from, to } = lastOpening(at, made)
  const between = { from: words.dates.instant(from), to: words.dates.clock(localAt(to)) }
  return <Fact label={t('share.receipt.last')}>{t('share.receipt.between', between)}</Fact>
}

type CountsProps = { readonly seen: Seen; readonly share: Share }

const Counts = ({ seen, share }: CountsProps) => {
  const { t } = useApp()
  if (seen.opens === 0) {
    return <p>{t(seen.state === 'ended' ? 'share.receipt.unopened' : 'share.receipt.never')}</p>
  }
  return (
    <>
      <Fact label={t('share.receipt.opens')}>
        {t('share.receipt.times', { count: seen.opens })}
      </Fact>
      <Fact label={t('share.receipt.openers')}>
        {t('share.receipt.places', { count: seen.openers })}
      </Fact>
      {seen.lastOpen !== null && <Last at={seen.lastOpen} made={share.made} />}
      {seen.openers >= share.openers && <Notice tone="info">{t('share.receipt.allTaken')}</Notice>}
      {seen.openers > 1 && <Notice tone="careful">{t('share.receipt.several')}</Notice>}
      <p>
        <small>{t('share.receipt.who')}</small>
      </p>
    </>
  )
}

type WrongProps = { readonly seen: Seen; readonly busy: boolean; readonly goOn: () => void }

/** Wrong codes are mostly slips: said calmly, with what she can do. */
const Wrong = ({ seen, busy, goOn }: WrongProps) => {
  const { t } = useApp()
  const resume = (
    <Button kind="quiet" busy={busy} onPress={goOn}>
      {t('share.receipt.goOn')}
    </Button>
  )
  if (seen.state === 'paused' && (seen.wrong > 0 || seen.unseen === 0)) {
    return (
      <Notice tone="careful" title={t('share.receipt.paused')} action={resume}>
        {t('share.receipt.pausedText', { count: seen.wrong })}
      </Notice>
    )
  }
  if (seen.locked > 0) {
    return (
      <Notice tone="careful" title={t('share.receipt.locked')} action={resume}>
        {t('share.receipt.lockedText', { count: seen.wrong })}
      </Notice>
    )
  }
  return seen.wrong === 0 ? null : (
    <Notice tone="careful">{t('share.receipt.wrong', { count: seen.wrong })}</Notice>
  )
}

/** Fetched and never shown: a mail program that looks at links, or somebody who reads without a page. */
const Unseen = ({ seen, busy, goOn }: WrongProps) => {
  const { t } = useApp()
  if (seen.unseen === 0) return null
  const resume = seen.state === 'paused' && seen.wrong === 0 && (
    <Button kind="quiet" busy={busy} onPress={goOn}>
      {t('share.receipt.goOn')}
    </Button>
  )
  return (
    <Notice
      tone="careful"
      title={resume ? t('share.receipt.paused') : undefined}
      action={resume || undefined}
    >
      {t('share.receipt.unseen', { count: seen.unseen })}
    </Notice>
  )
}

type Answer = Awaited<ReturnType<typeof look>> | Not

/** What the relay counted: asked for when she wants to know, never pushed. */
export const Receipt = ({ share }: { readonly share: Share }) => {
  const { t } = useApp()
  const desk = useDesk()
  const { busy, why, ask } = useAsking()
  const [seen, setSeen] = useState<Seen | null>(null)
  const put = async (how: () => Promise<Answer>): Promise<void> => {
    const answer = await ask(how)
    if (answer.ok) setSeen(answer.receipt)
  }
  const goOn = async (): Promise<Answer> => {
    const going = await goOnSharing(desk, share)
    return going.ok ? look(desk, share) : going
  }
  return (
    <Card title={t('share.receipt.title')}>
      <div class="receipt" aria-live="polite">
        {seen && <Counts seen={seen} share={share} />}
        {seen && !share.paused && <Wrong seen={seen} busy={busy} goOn={() => void put(goOn)} />}
        {seen && !share.paused && <Unseen seen={seen} busy={busy} goOn={() => void put(goOn)} />}
        {seen?.state === 'ended' && seen.opens > 0 && <p>{t('share.receipt.ended')}</p>}
      </div>
      <Why why={why} />
      <Button kind="quiet" wide busy={busy} onPress={() => void put(() => look(desk, share))}>
        {t(seen ? 'share.receipt.again' : 'share.receipt.look')}
      </Button>
    </Card>
  )
}
