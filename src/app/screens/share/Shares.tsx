import { listedIn, retellingsSpared } from '../../../record/given.ts'
import type { Share } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Dock } from '../../parts/Dock.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { LookAll } from './LookAll.tsx'
import { StopAll } from './StopAll.tsx'
import { standingOf, type Standing } from './standing.ts'
import { nameOf } from './titles.ts'

const Add = () => {
  const { t, go } = useApp()
  return (
    <Button kind="main" onPress={() => go({ at: 'shareForm' })}>
      <Icon name="plus" />
      <span>{t('share.add')}</span>
    </Button>
  )
}

/** Only what the heading above does not say already. */
const metas: Readonly<Record<Standing, string>> = {
  unsent: '',
  open: '',
  stopped: 'share.standing.stopped',
  ended: 'share.standing.ended',
}

/** How it stands, or how often it was opened when she looked last. */
const useMeta = (share: Share, standing: Standing): string => {
  const { t } = useApp()
  const { stopping, stopped, pausing, paused, sooner, seen } = share
  if (stopping && !stopped) return t('share.stop.short')
  if (standing === 'open' && pausing && !paused) return t('share.later.pauseNot')
  if (standing === 'open' && sooner) return t('share.later.endNot')
  if (standing === 'open' && seen)
    return seen.opens > 0
      ? `${t('share.receipt.opens')} ${t('share.receipt.times', { count: seen.opens })}`
      : t('share.log.unopened')
  return metas[standing] && t(metas[standing])
}

const Line = ({ share, standing }: { readonly share: Share; readonly standing: Standing }) => {
  const { t, words, go } = useApp()
  const until = t('share.until', { time: words.dates.instant(share.grant.until) })
  return (
    <Row
      title={nameOf(share, words)}
      detail={standing === 'open' ? until : words.dates.instant(share.made)}
      meta={useMeta(share, standing)}
      onPress={() => go({ at: 'share', id: share.id })}
    />
  )
}

type GroupProps = {
  readonly label: string
  readonly shares: readonly Share[]
  readonly of: readonly Standing[]
}

const Group = ({ label, shares, of }: GroupProps) => {
  const { time } = useApp()
  const now = time()
  const here = shares
    .map((share) => ({ share, standing: standingOf(share, now) }))
    .filter(({ standing }) => of.includes(standing))
  if (here.length === 0) return null
  return (
    <List label={label}>
      {here.map((line) => (
        <Line key={line.share.id} {...line} />
      ))}
    </List>
  )
}

/** Who may see what: what is open first, then what has been. */
export const Shares = () => {
  const { record, t, go, time } = useApp()
  const shares = listedIn(record)
  const open = shares.filter((share) => standingOf(share, time()) === 'open')
  const spared = retellingsSpared(record)
  if (record.share.size === 0) {
    return (
      <Page title={t('share.title')}>
        <Empty icon="share" title={t('share.empty.title')} action={<Add />}>
          {t('share.empty.text')}
        </Empty>
      </Page>
    )
  }
  return (
    <Page title={t('share.title')}>
      <Dock>
        <Add />
      </Dock>
      <Group label={t('share.list.unsent')} shares={shares} of={['unsent']} />
      <Group label={t('share.list.open')} shares={shares} of={['open']} />
      {open.length > 0 && <LookAll shares={open} />}
      {open.length > 1 && <StopAll shares={open} />}
      <Group label={t('share.list.over')} shares={shares} of={['stopped', 'ended']} />
      <List label={t('share.log.title')} unseen>
        <Row
          lead="book"
          title={t('share.log.title')}
          detail={spared > 0 ? t('share.spared', { count: spared }) : undefined}
          onPress={() => go({ at: 'grants' })}
        />
      </List>
    </Page>
  )
}
