import { useState } from 'preact/hooks'
import type { Reply } from '../../../record/reply.ts'
import { Button } from '../../parts/Button.tsx'
import { Growing } from '../../parts/Growing.tsx'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { contactNamed, fated, letGo, takeOver } from '../../replying.ts'
import { askedName, settle, waitingFor, type Waiting } from '../../settling.ts'
import { put } from '../../../record/record.ts'
import { useApp } from '../../use.ts'
import { own } from '../share/titles.ts'

export type ItemProps = { readonly reply: Reply; readonly at: number }

const useSaid = ({ from }: Reply): string => {
  const { t } = useApp()
  return from ? t('reply.origin', { from }) : t('reply.originUnknown')
}

const LetGo = ({ reply, at }: ItemProps) => {
  const { t, send } = useApp()
  return (
    <Button kind="plain" onPress={() => send(letGo(reply, at), 'reply.letGoSaid')}>
      {t('reply.letGo')}
    </Button>
  )
}

/** What becomes an entry, or needs no more than to be read. */
const Take = ({ reply, at }: ItemProps) => {
  const { record, t, send, newId, time } = useApp()
  const said = useSaid(reply)
  const kind = reply.items[at]?.kind ?? 'message'
  const contact = contactNamed(record, reply)
  const stamp = () => ({ id: newId(), now: time(), said, who: reply.from, contact })
  return (
    <>
      <Button kind="main" onPress={() => send(takeOver(reply, at, stamp()), `reply.taken.${kind}`)}>
        {t(`reply.take.${kind}`)}
      </Button>
      {kind !== 'message' && <LetGo reply={reply} at={at} />}
    </>
  )
}

type OneProps = { readonly one: Waiting; readonly choose: () => void }

const One = ({ one, choose }: OneProps) => {
  const { record, t } = useApp()
  const name = record.child.get(one.child ?? '')?.name ?? ''
  if (one.kind === 'step') return <Row title={one.what} detail={own(name)} onPress={choose} />
  const place = `${t(`need.area.${one.area}`)} · ${t(`need.horizon.${one.horizon}`)}`
  const detail = [name, one.text].filter(Boolean).map(own).join(' · ')
  return <Row title={place} detail={detail} onPress={choose} />
}

/** She says which of hers it is: what they wrote are words, not a place in her plan. */
const Settle = ({ reply, at }: ItemProps) => {
  const { record, t, send, time } = useApp()
  const said = useSaid(reply)
  const [open, setOpen] = useState(false)
  const waiting = waitingFor(record, reply)
  const read = () => send(put(fated(reply, at, 'kept')), 'reply.taken.done')
  const mark = (one: Waiting) =>
    send(settle(reply, at, one, { now: time(), said }), 'reply.settled')
  return (
    <>
      {waiting.length > 0 && (
        <Button kind="main" onPress={() => setOpen(!open)}>
          {t(open ? 'reply.less' : 'reply.settle')}
        </Button>
      )}
      {open && (
        <div class="reply-choice">
          <List label={t('reply.which')}>
            <Growing entries={waiting} more={t('list.more')} inList>
              {(some) => some.map((one) => <One key={one.id} one={one} choose={() => mark(one)} />)}
            </Growing>
          </List>
        </div>
      )}
      <Button kind={waiting.length > 0 ? 'plain' : 'main'} onPress={read}>
        {t('reply.take.done')}
      </Button>
    </>
  )
}

/** The form stands with nothing ticked; that she looked is told to nobody. */
const Ask = ({ reply, at }: ItemProps) => {
  const { t, send, go } = useApp()
  const look = (): void => {
    send(put(fated(reply, at, 'kept')))
    go({ at: 'shareForm', asked: askedName(reply, at) })
  }
  return (
    <>
      <Button kind="main" onPress={look}>
        {t('reply.take.ask')}
      </Button>
      <LetGo reply={reply} at={at} />
    </>
  )
}

/** What she can do with one item. */
export const Ways = ({ reply, at }: ItemProps) => {
  const kind = reply.items[at]?.kind
  if (kind === 'done') return <Settle reply={reply} at={at} />
  return kind === 'ask' ? <Ask reply={reply} at={at} /> : <Take reply={reply} at={at} />
}
