import { useState } from 'preact/hooks'
import { listOf } from '../../../record/record.ts'
import { isRemoved, isWaiting, type Reply } from '../../../record/reply.ts'
import type { Share } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { fetchAnswers, type Fetched } from '../../replying.ts'
import { useApp } from '../../use.ts'
import { useAsking, useDesk, Why } from '../share/asking.tsx'
import { nameOf } from '../share/titles.ts'

type LineProps = { readonly reply: Reply; readonly share: Share }

const Line = ({ reply, share }: LineProps) => {
  const { t, words, go } = useApp()
  return (
    <Row
      title={reply.from || nameOf(share, words)}
      detail={words.dates.instant(reply.fetched)}
      meta={isWaiting(reply) ? t('reply.waiting') : ''}
      onPress={() => go({ at: 'reply', id: reply.id })}
    />
  )
}

type Seen = Extract<Fetched, { readonly ok: true }>

const What = ({ seen }: { readonly seen: Seen }) => {
  const { t } = useApp()
  return (
    <>
      <p>{seen.fresh > 0 ? t('reply.came', { count: seen.fresh }) : t('reply.none')}</p>
      {seen.damaged > 0 && <p>{t('reply.damaged')}</p>}
      {seen.newer > 0 && <p>{t('reply.newer')}</p>}
    </>
  )
}

/** The answers to one share: fetched when she wants to, never pushed. */
export const Replies = ({ share }: { readonly share: Share }) => {
  const { record, t } = useApp()
  const desk = useDesk()
  const { busy, why, ask } = useAsking()
  const [seen, setSeen] = useState<Seen | null>(null)
  const replies = listOf(record, 'reply').filter(
    (reply) => reply.share === share.id && !isRemoved(reply),
  )
  if (!share.reply) return null
  const look = async (): Promise<void> => {
    const fetched = await ask(() => fetchAnswers(desk, share))
    setSeen(fetched.ok ? fetched : null)
  }
  return (
    <>
      <Card title={t('reply.title')}>
        <div aria-live="polite">{seen && <What seen={seen} />}</div>
        <Why why={why} />
        <Button kind="quiet" wide busy={busy} onPress={() => void look()}>
          {t(seen ? 'reply.again' : 'reply.look')}
        </Button>
      </Card>
      {replies.length > 0 && (
        <List label={t('reply.list')}>
          {replies.map((reply) => (
            <Line key={reply.id} reply={reply} share={share} />
          ))}
        </List>
      )}
    </>
  )
}
