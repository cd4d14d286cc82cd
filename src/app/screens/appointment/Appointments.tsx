import { useState } from 'preact/hooks'
import { past, upcoming } from '../../../record/order.ts'
import type { Appointment } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { hoursOf, nameOf } from './words.ts'

const Ways = () => {
  const { t, go } = useApp()
  return (
    <>
      <Button
        kind="main"
        wide
        onPress={() => go({ at: 'appointmentForm', id: null, contact: null })}
      >
        {t('appointment.add')}
      </Button>
      <Button kind="quiet" wide onPress={() => go({ at: 'import' })}>
        {t('appointment.fromFile')}
      </Button>
    </>
  )
}

const Days = ({ appointments }: { readonly appointments: readonly Appointment[] }) => {
  const { record, words, local, go } = useApp()
  const dayOf = (appointment: Appointment): string => appointment.start.slice(0, 10)
  return [...new Set(appointments.map(dayOf))].map((day) => (
    <List key={day} label={`${words.dates.day(day)} · ${words.dates.away(local(), day)}`}>
      {appointments
        .filter((one) => dayOf(one) === day)
        .map((appointment) => (
          <Row
            key={appointment.id}
            title={nameOf(record, appointment, words)}
            detail={appointment.place}
            meta={hoursOf(appointment, words)}
            onPress={() => go({ at: 'appointment', id: appointment.id })}
          />
        ))}
    </List>
  ))
}

const Before = ({ over }: { readonly over: readonly Appointment[] }) => {
  const { t } = useApp()
  const [shown, setShown] = useState(false)
  if (over.length === 0) return null
  if (shown) return <Days appointments={over} />
  return (
    <Button kind="plain" wide onPress={() => setShown(true)}>
      {t('appointment.past', { count: over.length })}
    </Button>
  )
}

/** Her calendar: what lies ahead, day by day. */
export const Appointments = () => {
  const { record, t, local } = useApp()
  const ahead = upcoming(record, local())
  return (
    <Page title={t('appointment.heading')}>
      {ahead.length > 0 ? (
        <>
          <Days appointments={ahead} />
          <Ways />
        </>
      ) : (
        <Empty icon="calendar" title={t('appointment.empty.title')} action={<Ways />}>
          {t('appointment.empty.text')}
        </Empty>
      )}
      <Before over={past(record, local())} />
    </Page>
  )
}
