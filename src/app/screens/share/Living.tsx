import { fresh } from '../../../record/fresh.ts'
import type { Share } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Check } from '../../parts/Check.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { askNoMore, keepUpdated, updateShare } from '../../updating.ts'
import { useApp } from '../../use.ts'
import { useAsking, useDesk, Why } from './asking.tsx'
import { partTitle, useTheirWords } from './theirs.ts'

type Props = { readonly share: Share }

/** Said calmly: nothing is lost, and it goes by itself when there is a network. */
const Behind = ({ share }: Props) => {
  const { t, words } = useApp()
  const desk = useDesk()
  const { busy, why, ask } = useAsking()
  const time = words.dates.instant(share.living?.behind ?? '')
  return (
    <Notice
      tone="info"
      title={t('share.living.behind')}
      action={
        <Button kind="quiet" busy={busy} onPress={() => void ask(() => updateShare(desk, share))}>
          {t('share.living.now')}
        </Button>
      }
    >
      {t('share.living.behindText', { time })}
      <Why why={why} />
    </Notice>
  )
}

/** What is new stays with her until she adds it; she sees all of it before it goes. */
const Fresh = ({ share }: Props) => {
  const { record, t, go, local, words } = useApp()
  const desk = useDesk()
  const theirs = useTheirWords(words.language.tag)
  const parts = fresh(record, share)
  if (parts.length === 0 || !theirs) return null
  return (
    <Notice
      tone="info"
      title={t('share.fresh.title', { count: parts.length })}
      action={
        <>
          <Button kind="quiet" onPress={() => go({ at: 'shareChange', id: share.id, more: true })}>
            {t('share.fresh.add')}
          </Button>
          <Button kind="plain" onPress={() => askNoMore(desk, share)}>
            {t('share.fresh.not')}
          </Button>
        </>
      }
    >
      <ul>
        {parts.map((part) => (
          <li key={part.id}>
            <bdi>{partTitle(record, local(), part, theirs)}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Whether her changes to the chosen parts are sent by themselves. */
export const Living = ({ share }: Props) => {
  const { t } = useApp()
  const desk = useDesk()
  const { living } = share
  return (
    <Card title={t('share.living.title')}>
      <Check
        label={t('share.living.keep')}
        hint={t('share.living.hint')}
        checked={living !== null}
        onChange={(yes) => keepUpdated(desk, share, yes)}
      />
      <div aria-live="polite">
        {living?.behind && <Behind share={share} />}
        {living?.mark && !living.behind && <p>{t('share.living.fresh')}</p>}
      </div>
      <Fresh share={share} />
    </Card>
  )
}
