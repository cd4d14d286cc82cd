import '../../../look/ways.css'
import { whoIn } from '../../../record/who.ts'
import { dropWhole } from '../../../record/attached.ts'
import { titleOf } from '../../../record/order.ts'
import { nextOf, timesOf } from '../../../record/repeat.ts'
import type { Appointment as AppointmentEntry, Id, LocalDate } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { List } from '../../parts/List.tsx'
import { Changes } from '../trash/Changes.tsx'
import { useApp } from '../../use.ts'
import { Addenda } from '../addendum/Addenda.tsx'
import { Delete } from '../attachment/Delete.tsx'
import { Attached } from '../attachment/Attached.tsx'
import { Origin } from '../reply/Origin.tsx'
import { AskedHere } from '../rating/Asked.tsx'
import { Offer } from '../deadline/Offer.tsx'
import { SharedWith } from '../share/SharedWith.tsx'
import { Proof } from '../evidence/Proof.tsx'
import { Whole } from '../Whole.tsx'
import { CalendarOut } from './CalendarOut.tsx'
import { Near } from './Near.tsx'
import { Series } from './Series.tsx'
import { aroundOf, hoursOf, leavingOf, nameOf, repeatOf } from './words.ts'

type Props = { readonly appointment: AppointmentEntry }

const When = ({ appointment }: Props) => {
  const { words, t, local } = useApp()
  const { dates } = words
  const { start } = appointment
  const [leaving, repeat] = [leavingOf(appointment, words), repeatOf(appointment, words)]
  return (
    <>
      <Fact label={t('appointment.when')}>
        <span class="day">{dates.day(start)}</span>
        <br />
        {hoursOf(appointment, words)} · {dates.away(local(), start)}
      </Fact>
      {leaving && <Fact label={t('appointment.leave')}>{leaving}</Fact>}
      {repeat && <Fact label={t('appointment.repeat')}>{repeat}</Fact>}
    </>
  )
}

const texts = ['place', 'why', 'bring', 'questions', 'note', 'after'] as const

const Facts = ({ appointment }: Props) => {
  const { words, t } = useApp()
  return (
    <Card tone="warm">
      <When appointment={appointment} />
      {texts.map(
        (name) =>
          appointment[name] && (
            <Fact key={name} label={t(`appointment.${name}`)}>
              {appointment[name]}
            </Fact>
          ),
      )}
      {aroundOf(appointment, words).map(({ label, text }) => (
        <Fact key={label} label={label}>
          {text}
        </Fact>
      ))}
      <Whole>
        <Origin mark={appointment.uid} />
      </Whole>
    </Card>
  )
}

const Whom = ({ appointment }: Props) => {
  const { record, t, go } = useApp()
  const there = whoIn(appointment).flatMap((id) => record.contact.get(id) ?? [])
  if (there.length === 0) return null
  return (
    <List label={t('appointment.with')}>
      {there.map((contact) => (
        <Row
          key={contact.id}
          lead="people"
          title={titleOf(contact)}
          onPress={() => go({ at: 'contact', id: contact.id })}
        />
      ))}
    </List>
  )
}

const Ways = ({ appointment }: Props) => {
  const { t, go, local } = useApp()
  const { id, contact, after, start } = appointment
  const over = start <= local() && after === ''
  return (
    <Button kind="main" wide onPress={() => go({ at: 'appointmentForm', id, contact })}>
      {t(over ? 'appointment.writeAfter' : 'action.edit')}
    </Button>
  )
}

/** One appointment: when, where, with whom, what to bring. `day` is one time of what comes again. */
export const Appointment = ({
  id,
  day,
}: {
  readonly id: Id
  readonly day?: LocalDate | undefined
}) => {
  const { record, words, t, back, send, local } = useApp()
  const appointment = record.appointment.get(id)
  const home = { label: t('appointment.heading'), go: back }
  if (!appointment) return <Page title={t('appointment.gone')} back={home} children={null} />
  const [asked] = day ? timesOf(appointment, day, day) : []
  const one = asked ?? nextOf(appointment, local()) ?? appointment
  const remove = (): void => {
    send(dropWhole({ kind: 'appointment', id }), 'appointment.deleted')
    back()
  }
  return (
    <Page title={nameOf(record, appointment, words)} back={home}>
      <Facts appointment={one} />
      <Near appointment={one} />
      <Whom appointment={one} />
      <Ways appointment={one} />
      <AskedHere appointment={one} />
      <Offer contact={null} appointment={id} />
      <Series series={appointment} one={one} />
      <CalendarOut appointments={[appointment]} />
      <Addenda of={{ kind: 'appointment', id }} />
      <Attached of={{ kind: 'appointment', id }} />
      <Whole>
        <SharedWith of={{ kind: 'appointment', id }} />
        <Proof entry={appointment} />
      </Whole>
      <Changes kind="appointment" id={id} />
      <Delete of={{ kind: 'appointment', id }} onPress={remove} />
    </Page>
  )
}
