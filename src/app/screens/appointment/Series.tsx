import { once } from '../../../record/again.ts'
import { all, put } from '../../../record/record.ts'
import type { Appointment, Change, LocalDate } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { useApp } from '../../use.ts'

const without = (series: Appointment, day: LocalDate): Change => {
  const { repeat } = series
  return put({ ...series, repeat: { ...repeat, but: [...repeat.but, day] } })
}

type Props = {
  readonly series: Appointment
  /** The series as it takes place on one day. */
  readonly one: Appointment
}

/** For what comes again: this one time alone. */
export const Series = ({ series, one }: Props) => {
  const { t, send, back, swap, newId, time } = useApp()
  const day = one.start.slice(0, 10)
  const part = (): void => {
    const id = newId()
    const apart = { ...one, id, uid: '', repeat: once, written: time(), edited: time() }
    send(all(without(series, day), put(apart)))
    swap({ at: 'appointment', id })
  }
  const skip = (): void => {
    send(without(series, day), 'appointment.skipped')
    back()
  }
  if (series.repeat.every === 'none') return null
  return (
    <div class="ways">
      <Button kind="quiet" onPress={part}>
        {t('appointment.apart')}
      </Button>
      <Button kind="quiet" onPress={skip}>
        {t('appointment.skip')}
      </Button>
    </div>
  )
}
