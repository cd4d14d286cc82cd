import type { Appointment, ClientRecord } from '../../../record/types.ts'
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

/** Appointments under their days, in the order that they come in. */
export const Days = ({ appointments }: { readonly appointments: readonly Appointment[] }) => {
  const { record, words, local, go } = useApp()
  const byDay = new Map<string, Appointment[]>()
  for (const one of appointments) {
    const those = byDay.get(dayOf(one))
    if (those) those.push(one)
    else byDay.set(dayOf(one), [one])
  }
  return [...byDay].map(([day, those]) => (
    <List key={day} label={`${words.dates.day(day)} · ${words.dates.away(local(), day)}`}>
      {those.map((appointment) => (
        <Row
          key={appointment.id}
          title={nameOf(record, appointment, words)}
          detail={whoAndWhere(record, appointment)}
          meta={hoursOf(appointment, words)}
          onPress={() => go({ at: 'appointment', id: appointment.id, day })}
        />
      ))}
    </List>
  ))
}
