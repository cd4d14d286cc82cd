import { useState } from 'preact/hooks'
import { listOf, settingOf } from '../../../record/record.ts'
import { isWaiting } from '../../../record/reply.ts'
import { retellingsSpared } from '../../../record/given.ts'
import { Button } from '../../parts/Button.tsx'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { openShares } from './ahead.ts'
import { unfinished, type Unfinished } from './drafts.ts'
import { useSteps } from './useSteps.ts'

/** More than these, and the rest waits behind a button: what is next is a short answer. */
const most = 4

/** What is to be done, by date. A day that has passed is said calmly: she knows best why. */
export const StepsAhead = () => {
  const { t, go } = useApp()
  const steps = useSteps()
  const [whole, setWhole] = useState(false)
  if (steps.length === 0) return null
  return (
    <>
      <List label={t('home.steps')}>
        {steps.slice(0, whole ? undefined : most).map(({ id, title, detail, meta, screen }) => (
          <Row key={id} title={title} detail={detail} meta={meta} onPress={() => go(screen)} />
        ))}
      </List>
      {!whole && steps.length > most && (
        <Button kind="plain" wide onPress={() => setWhole(true)}>
          {t('home.allSteps', { count: steps.length })}
        </Button>
      )}
    </>
  )
}

/** Writing that she left, each one touch from going on. */
export const Drafts = () => {
  const { record, t, go } = useApp()
  const inPlain = ({ kind }: Unfinished): boolean => kind === 'contact' || kind === 'appointment'
  const drafts = unfinished(record).filter((one) => !settingOf(record).plain || inPlain(one))
  if (drafts.length === 0) return null
  return (
    <List label={t('home.drafts')}>
      {drafts.map(({ id, kind, text, screen }) => (
        <Row
          key={id}
          lead="edit"
          title={text || t(`home.draft.${kind}`)}
          detail={text && t(`home.draft.${kind}`)}
          meta={t('home.goOn')}
          onPress={() => go(screen)}
        />
      ))}
    </List>
  )
}

/** Answers that wait for her, and how many links open now, so that none stays open unseen. */
export const Shared = () => {
  const { record, t, go, time } = useApp()
  const count = openShares(record, time())
  const spared = retellingsSpared(record)
  const [first, ...more] = listOf(record, 'reply').filter(isWaiting)
  if (count === 0 && !first) return null
  return (
    <List label={t('home.shares')}>
      {first && (
        <Row
          lead="share"
          title={t('home.replies', { count: 1 + more.length })}
          onPress={() => go({ at: 'reply', id: first.id })}
        />
      )}
      {count > 0 && (
        <Row
          lead="share"
          title={t('home.open', { count })}
          detail={spared > 0 ? t('share.spared', { count: spared }) : undefined}
          onPress={() => go({ at: 'shares' })}
        />
      )}
    </List>
  )
}
