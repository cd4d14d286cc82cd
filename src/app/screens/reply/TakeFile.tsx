import { useMemo } from 'preact/hooks'
import { Button } from '../../parts/Button.tsx'
import { cleanCopy } from '../../picture.ts'
import { fetchFile } from '../../replying.ts'
import { holderOf, keepTaken, takeIn } from '../../taking.ts'
import { useApp } from '../../use.ts'
import { Adding, isBusy } from '../attachment/Adding.tsx'
import type { Refused } from '../attachment/attach.ts'
import { useAdding } from '../attachment/useAdding.ts'
import { useDesk } from '../share/asking.tsx'
import { own } from '../share/titles.ts'
import { LetGo, type ItemProps } from './LetGo.tsx'

/** Fetched only now, looked at, and drawn anew where it is a picture; then it is kept as any file of hers. */
export const TakeFile = ({ reply, at }: ItemProps) => {
  const { t, record, send, newId, time } = useApp()
  const desk = useDesk()
  const id = useMemo(newId, [])
  const holder = holderOf(record, reply, { id, now: time(), unnamed: t('reply.unsigned') })
  const adding = useAdding(holder.owner, (entry) =>
    send(keepTaken(reply, at, holder, entry), 'reply.taken.file'),
  )
  const item = reply.items[at]
  const name = item?.kind === 'file' ? item.name : ''
  const get = async (): Promise<File | Refused> => {
    const fetched = await fetchFile(desk, reply, at)
    if (!fetched.ok) return fetched.why === 'gone' ? 'gone' : 'away'
    const taken = await takeIn(fetched.bytes, name, cleanCopy)
    return taken.ok ? taken.file : taken.why
  }
  return (
    <>
      <p>{t(holder.made ? 'reply.file.new' : 'reply.file.under', { name: own(holder.name) })}</p>
      <Adding {...adding} />
      <Button kind="main" busy={isBusy(adding)} onPress={() => adding.take(get)}>
        {t('reply.take.file')}
      </Button>
      <LetGo reply={reply} at={at} />
    </>
  )
}
