import type { SharedAppointment } from '../../record/summary.ts'
import type { Words } from '../../i18n/words.ts'
import { Fact, own } from './facts.tsx'
import { byDate, whenOf } from './order.ts'

type Props = { readonly appointment: SharedAppointment; readonly words: Words }

const Row = ({ appointment, words }: Props) => {
  const { t } = words
  return (
    <li class="paper-card">
      <p class="paper-when">
        <time dateTime={appointment.start}>{whenOf(appointment, words) || t('paper.undated')}</time>
      </p>
      <h3>
        <bdi>{appointment.title || t('paper.unnamed')}</bdi>
      </h3>
      <dl>
        <Fact name={t('paper.with')}>{own(appointment.with)}</Fact>
        <Fact name={t('paper.place')}>{own(appointment.place)}</Fact>
        <Fact name={t('paper.bring')}>{own(appointment.bring)}</Fact>
      </dl>
    </li>
  )
}

export const Appointments = (props: {
  readonly appointments: readonly SharedAppointment[]
  readonly words: Words
}) => (
  <ol class="paper-list">
    {byDate(props.appointments).map((appointment, at) => (
      <Row key={at} appointment={appointment} words={props.words} />
    ))}
  </ol>
)
