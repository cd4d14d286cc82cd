import { useState } from 'preact/hooks'
import { past, upcoming } from '../../../record/order.ts'
import type { Appointment, ClientRecord } from '../../../record/types.ts'
import '../../../look/ways.css'
import { Button } from '../../parts/Button.tsx'
import { Dock } from '../../parts/Dock.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { own } from '../share/titles.ts'
import { contactOf, hoursOf, nameOf } from './words.ts'

const Ways = () => {
  const { t, go } = useApp()
  return (
    <div class="ways">
      <Button kind="quiet" onPress={() => go({ at: 'import' })}>
        {t('appointment.fromFile')}
      </Button>
    </div>
  )
}

const Add = () => {
  const { t, go } = useApp()
  const add = (): void => go({ at: 'appointmentForm', id: null, contact: null })
  return (
    <Button kind="main" onPress={add}>
      <Icon name="plus" />
      <span>{t('appointment.add')}</span>
    </Button>
  )
}

const whoAndWhere = (record: ClientRecord, appointment: Appointment): string =>
  [appointment.title && contactOf(record, appointment), appointment.place]
    .filter(Boolean)
    .map(own)
    .join(' · ')

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
            detail={whoAndWhere(record, appointment)}
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
          <Dock>
            <Add />
          </Dock>
          <Days appointments={ahead} />
        </>
      ) : (
        <Empty icon="calendar" title={t('appointment.empty.title')} action={<Add />}>
          {t('appointment.empty.text')}
        </Empty>
      )}
      <Ways />
      <Before over={past(record, local())} />
    </Page>
  )
}
