import { useState } from 'preact/hooks'
import type { Reply } from '../../../record/reply.ts'
import { Button } from '../../parts/Button.tsx'
import { Growing } from '../../parts/Growing.tsx'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { contactNamed, fated, takeOver } from '../../replying.ts'
import { askedName, meantBy, settle, waitingFor, type Waiting } from '../../settling.ts'
import { put } from '../../../record/record.ts'
import { useApp } from '../../use.ts'
import { own } from '../share/titles.ts'
import { LetGo, type ItemProps } from './LetGo.tsx'
import { TakeFile } from './TakeFile.tsx'

const useSaid = ({ from }: Reply): string => {
  const { t } = useApp()
  return from ? t('reply.origin', { from }) : t('reply.originUnknown')
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

const useTitle = (): ((one: Waiting) => string) => {
  const { t } = useApp()
  return (one) =>
    one.kind === 'step'
      ? one.what
      : `${t(`need.area.${one.area}`)} · ${t(`need.horizon.${one.horizon}`)}`
}

const One = ({ one, choose }: OneProps) => {
  const { record } = useApp()
  const title = useTitle()(one)
  const name = record.child.get(one.child ?? '')?.name ?? ''
  if (one.kind === 'step') return <Row title={title} detail={own(name)} onPress={choose} />
  const detail = [name, one.text].filter(Boolean).map(own).join(' · ')
  return <Row title={title} detail={detail} onPress={choose} />
}

/** What they said it is about, where that still waits; and every other of hers, because they may err. */
const Settle = ({ reply, at }: ItemProps) => {
  const { record, t, send, time } = useApp()
  const said = useSaid(reply)
  const [open, setOpen] = useState(false)
  const titleOf = useTitle()
  const meant = meantBy(record, reply, at)
  const waiting = waitingFor(record, reply).filter((one) => one !== meant)
  const read = () => send(put(fated(reply, at, 'kept')), 'reply.taken.done')
  const mark = (one: Waiting) =>
    send(settle(reply, at, one, { now: time(), said }), 'reply.settled')
  const hasNone = !meant && waiting.length === 0
  return (
    <>
      {meant && (
        <>
          <p>{t('reply.about', { what: own(titleOf(meant)) })}</p>
          <Button kind="main" onPress={() => mark(meant)}>
            {t('reply.settleThis')}
          </Button>
        </>
      )}
      {waiting.length > 0 && (
        <Button kind={meant ? 'plain' : 'main'} onPress={() => setOpen(!open)}>
          {t(open ? 'reply.less' : meant ? 'reply.settleOther' : 'reply.settle')}
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
      <Button kind={hasNone ? 'main' : 'plain'} onPress={read}>
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
  if (kind === 'file') return <TakeFile reply={reply} at={at} />
  if (kind === 'done') return <Settle reply={reply} at={at} />
  return kind === 'ask' ? <Ask reply={reply} at={at} /> : <Take reply={reply} at={at} />
}
