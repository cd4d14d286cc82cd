import { upcoming } from '../../../record/order.ts'
import type { Appointment } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { useApp } from '../../use.ts'
import { Near } from '../appointment/Near.tsx'
import { aroundOf, contactOf, hoursOf, leavingOf, nameOf } from '../appointment/words.ts'

const Add = () => {
  const { t, go } = useApp()
  const add = (): void => go({ at: 'appointmentForm', id: null, contact: null })
  return (
    <Button kind="quiet" onPress={add}>
      {t('appointment.add')}
    </Button>
  )
}

const Shown = ({ appointment }: { readonly appointment: Appointment }) => {
  const { record, words, t, go, local } = useApp()
  const { dates } = words
  const whom = appointment.title ? contactOf(record, appointment) : ''
  const leaving = leavingOf(appointment, words)
  const show = (): void =>
    go({ at: 'appointment', id: appointment.id, day: appointment.start.slice(0, 10) })
  return (
    <Card
      title={dates.away(local(), appointment.start)}
      tone="warm"
      action={
        <>
          <Button kind="quiet" onPress={show}>
            {t('home.show')}
          </Button>
          <Add />
        </>
      }
    >
      <div class="home-when">
        <p>{dates.day(appointment.start)}</p>
        <p>{hoursOf(appointment, words)}</p>
      </div>
      <p class="home-what">
        <bdi>{nameOf(record, appointment, words)}</bdi>
      </p>
      {leaving && <Fact label={t('appointment.leave')}>{leaving}</Fact>}
      {whom && <Fact label={t('home.with')}>{whom}</Fact>}
      {appointment.place && <Fact label={t('home.place')}>{appointment.place}</Fact>}
      {appointment.bring && <Fact label={t('home.bring')}>{appointment.bring}</Fact>}
      {aroundOf(appointment, words).map(({ label, text }) => (
        <Fact key={label} label={label}>
          {text}
        </Fact>
      ))}
      <Near appointment={appointment} />
    </Card>
  )
}

/** The answer to the screen's question: the next appointment, or that there is none. */
export const Next = () => {
  const { record, t, local } = useApp()
  const [next] = upcoming(record, local())
  if (next) return <Shown appointment={next} />
  return (
    <Card title={t('home.none.title')} tone="quiet" action={<Add />}>
      <p>{t('home.none.text')}</p>
    </Card>
  )
}
