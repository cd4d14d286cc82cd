import type { ImportedAppointment } from '../../../exchange/imported.ts'
import type { Marked } from '../../../exchange/merge.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { useApp } from '../../use.ts'
import { takeOff } from './calledOff.ts'

type Props = {
  readonly marked: readonly Marked<ImportedAppointment>[]
  readonly detailOf: (one: Marked<ImportedAppointment>) => string
}

/** What the sender called off: each that is in her calendar goes by a touch of its own. */
export const CalledOff = ({ marked, detailOf }: Props) => {
  const { record, t, send } = useApp()
  const there = marked.filter((one) => takeOff(record, one) !== null)
  const unknown = marked.length - there.length
  return (
    <>
      {there.map((one) => (
        <Card
          key={`${one.item.uid} ${one.item.start}`}
          title={one.item.title || t('appointment.untitled')}
          action={
            <Button
              kind="quiet"
              wide
              onPress={() => send(takeOff(record, one) ?? ((same) => same), 'appointment.deleted')}
            >
              {t('import.takeOff')}
            </Button>
          }
        >
          {detailOf(one)}
        </Card>
      ))}
      {unknown > 0 && <Notice tone="info">{t('import.notHere', { count: unknown })}</Notice>}
    </>
  )
}
