import { upcoming } from '../../../record/order.ts'
import type { Appointment } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { useApp } from '../../use.ts'
import { contactOf, hoursOf, nameOf } from '../appointment/words.ts'

const Shown = ({ appointment }: { readonly appointment: Appointment }) => {
  const { record, words, t, go, local } = useApp()
  const { dates } = words
  const whom = appointment.title ? contactOf(record, appointment) : ''
  const show = (): void => go({ at: 'appointment', id: appointment.id })
  return (
    <Card
      title={dates.away(local(), appointment.start)}
      tone="warm"
      action={
        <Button kind="quiet" onPress={show}>
          {t('home.show')}
        </Button>
      }
    >
      <div class="home-when">
        <p>{dates.day(appointment.start)}</p>
        <p>{hoursOf(appointment, words)}</p>
      </div>
      <p class="home-what">
        <bdi>{nameOf(record, appointment, words)}</bdi>
      </p>
      {whom && <Fact label={t('home.with')}>{whom}</Fact>}
      {appointment.place && <Fact label={t('home.place')}>{appointment.place}</Fact>}
      {appointment.bring && <Fact label={t('home.bring')}>{appointment.bring}</Fact>}
    </Card>
  )
}

/** The answer to the screen's question: the next appointment, or that there is none. */
export const Next = () => {
  const { record, t, go, local } = useApp()
  const [next] = upcoming(record, local())
  if (next) return <Shown appointment={next} />
  const add = (): void => go({ at: 'appointmentForm', id: null, contact: null })
  return (
    <Card
      title={t('home.none.title')}
      tone="quiet"
      action={
        <Button kind="quiet" onPress={add}>
          {t('appointment.add')}
        </Button>
      }
    >
      <p>{t('home.none.text')}</p>
    </Card>
  )
}
