import { useState } from 'preact/hooks'
import { put } from '../../../record/record.ts'
import { changesOf } from '../../../record/trash.ts'
import type { Entry, Id, Kind, Time } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { useApp } from '../../use.ts'
import { saidBefore } from './told.ts'

type OneProps = { readonly at: Time; readonly before: Entry; readonly now: Entry }

const One = ({ at, before, now }: OneProps) => {
  const { record, words, t, send } = useApp()
  const gone = saidBefore(before, now, { record, words })
  return (
    <Card
      tone="quiet"
      title={t('past.when', { when: words.dates.instant(at) })}
      action={
        <Button kind="quiet" onPress={() => send(put(before), 'past.back')}>
          {t('past.bring')}
        </Button>
      }
    >
      <p>{t(gone.length === 0 ? 'past.same' : 'past.was')}</p>
      {gone.map(({ label, text }) => (
        <Fact key={text} label={t(label)}>
          {text}
        </Fact>
      ))}
    </Card>
  )
}

type Props = { readonly kind: Kind; readonly id: Id }

/** How an entry was before she changed it; there only when she changed it lately. */
export const Changes = ({ kind, id }: Props) => {
  const { record, t } = useApp()
  const [open, setOpen] = useState(false)
  const now: Entry | undefined = record[kind].get(id)
  const changes = changesOf(record, kind, id)
  if (!now || changes.length === 0) return null
  if (!open)
    return (
      <Button kind="plain" wide onPress={() => setOpen(true)}>
        {t('past.show', { count: changes.length })}
      </Button>
    )
  return changes.map(({ at, entry }, place) => (
    <One key={`${at} ${place}`} at={at} before={entry} now={now} />
  ))
}
