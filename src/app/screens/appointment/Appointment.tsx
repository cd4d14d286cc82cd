import { dropWhole } from '../../../record/attached.ts'
import type { Appointment as AppointmentEntry, Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { List } from '../../parts/List.tsx'
import { useApp } from '../../use.ts'
import { Attached } from '../attachment/Attached.tsx'
import { Proof } from '../evidence/Proof.tsx'
import { contactOf, hoursOf, nameOf } from './words.ts'

const Facts = ({ appointment }: { readonly appointment: AppointmentEntry }) => {
  const { words, t, local } = useApp()
  const { dates } = words
  const { start } = appointment
  return (
    <Card tone="warm">
      <Fact label={t('appointment.when')}>
        <span class="day">{dates.day(start)}</span>
        <br />
        {hoursOf(appointment, words)} · {dates.away(local(), start)}
      </Fact>
      {appointment.place && <Fact label={t('appointment.place')}>{appointment.place}</Fact>}
      {appointment.bring && <Fact label={t('appointment.bring')}>{appointment.bring}</Fact>}
      {appointment.note && <Fact label={t('appointment.note')}>{appointment.note}</Fact>}
    </Card>
  )
}

/** One appointment: when, where, with whom, what to bring. */
export const Appointment = ({ id }: { readonly id: Id }) => {
  const { record, words, t, go, back, send } = useApp()
  const appointment = record.appointment.get(id)
  const home = { label: t('appointment.heading'), go: back }
  if (!appointment) return <Page title={t('appointment.gone')} back={home} children={null} />
  const { contact } = appointment
  const known = contact !== null && record.contact.has(contact)
  const remove = (): void => {
    send(dropWhole({ kind: 'appointment', id }), 'appointment.deleted')
    back()
  }
  return (
    <Page title={nameOf(record, appointment, words)} back={home}>
      <Facts appointment={appointment} />
      {known && (
        <List label={t('appointment.with')}>
          <Row
            lead="people"
            title={contactOf(record, appointment)}
            onPress={() => go({ at: 'contact', id: contact })}
          />
        </List>
      )}
      <Button
        kind="main"
        wide
        onPress={() => go({ at: 'appointmentForm', id, contact: appointment.contact })}
      >
        {t('action.edit')}
      </Button>
      <Attached of={{ kind: 'appointment', id }} />
      <Proof entry={appointment} />
      <Button kind="plain" wide onPress={remove}>
        {t('action.delete')}
      </Button>
    </Page>
  )
}
