import type { Appointment, ClientRecord } from '../../../record/types.ts'
import { Growing } from '../../parts/Growing.tsx'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { own } from '../share/titles.ts'
import { contactOf, hoursOf, nameOf } from './words.ts'

const whoAndWhere = (record: ClientRecord, appointment: Appointment): string =>
  [appointment.title && contactOf(record, appointment), appointment.place]
    .filter(Boolean)
    .map(own)
    .join(' · ')

const dayOf = (appointment: Appointment): string => appointment.start.slice(0, 10)

type Several = { readonly appointments: readonly Appointment[] }
type DayProps = Several & { readonly day: string }

const byDay = (appointments: readonly Appointment[]): readonly DayProps[] => {
  const days = new Map<string, Appointment[]>()
  for (const one of appointments) {
    const those = days.get(dayOf(one))
    if (those) those.push(one)
    else days.set(dayOf(one), [one])
  }
  return [...days].map(([day, those]) => ({ day, appointments: those }))
}

const Day = ({ day, appointments }: DayProps) => {
  const { record, words, local, go } = useApp()
  return (
    <List label={`${words.dates.day(day)} · ${words.dates.away(local(), day)}`}>
      {appointments.map((appointment) => (
        <Row
          key={appointment.id}
          title={nameOf(record, appointment, words)}
          detail={whoAndWhere(record, appointment)}
          meta={hoursOf(appointment, words)}
          onPress={() => go({ at: 'appointment', id: appointment.id, day })}
        />
      ))}
    </List>
  )
}

/** Appointments under their days, in the order that they come in. */
export const Days = ({ appointments }: Several) => {
  const { t } = useApp()
  return (
    <Growing entries={byDay(appointments)} more={t('list.more')} piece={15}>
      {(some) => some.map((one) => <Day key={one.day} {...one} />)}
    </Growing>
  )
}
