import { splitOff, without } from '../../../record/splitting.ts'
import type { Appointment } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { useApp } from '../../use.ts'

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
    send(splitOff(series, one, { id, now: time() }), 'appointment.parted')
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
