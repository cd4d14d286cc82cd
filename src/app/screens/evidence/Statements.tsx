import { useEffect, useState } from 'preact/hooks'
import { dropOne } from '../../../record/attached.ts'
import type { Statement } from '../../../record/hanging.ts'
import { grouped, makeStatement, numberOf, statementsOf } from '../../evidence.ts'
import { GiveText } from '../../Giving.tsx'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { useApp } from '../../use.ts'
import { useWay } from '../../way.ts'
import '../../../look/attachment.css'

const One = ({ statement }: { readonly statement: Statement }) => {
  const { words, t, send } = useApp()
  const [number, setNumber] = useState('')
  useEffect(() => void numberOf(statement).then((made) => setNumber(grouped(made))), [statement])
  const when = words.dates.instant(statement.made)
  const remove = (): void => send(dropOne('statement', statement.id), 'evidence.deleted')
  return (
    <Card
      title={when}
      action={
        <>
          <GiveText
            text={t('evidence.text', { when, number })}
            labels={{
              copy: t('evidence.copy'),
              send: t('evidence.send'),
              copied: t('evidence.copied'),
              refused: t('evidence.refused'),
            }}
            kind="quiet"
          />
          <Button kind="plain" onPress={remove}>
            {t('evidence.remove')}
          </Button>
        </>
      }
    >
      <p class="attachment-hash">
        <bdi dir="ltr">{number}</bdi>
      </p>
    </Card>
  )
}

/** Check numbers: to make one today, and those that were made. */
export const Statements = () => {
  const { record, t, send, time, newId } = useApp()
  const way = useWay()
  const [busy, setBusy] = useState(false)
  const make = async (): Promise<void> => {
    setBusy(true)
    const { change } = await makeStatement(record, { id: newId(), now: time() })
    send(change, 'evidence.made')
    setBusy(false)
  }
  return (
    <Page title={t('evidence.title')} back={way}>
      <p>{t('evidence.what')}</p>
      <p>{t('evidence.how')}</p>
      <Notice tone="info">{t('evidence.limit')}</Notice>
      <Button kind="main" wide busy={busy} onPress={() => void make()}>
        {t('evidence.make')}
      </Button>
      {statementsOf(record).map((statement) => (
        <One key={statement.id} statement={statement} />
      ))}
    </Page>
  )
}
