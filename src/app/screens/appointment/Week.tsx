import { listOf } from '../../../record/record.ts'
import { timesOf } from '../../../record/repeat.ts'
import { dayAfter, weekOf } from '../../../record/wall.ts'
import type { LocalDate } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Dock } from '../../parts/Dock.tsx'
import { Page } from '../../parts/Page.tsx'
import { useApp } from '../../use.ts'
import { Add, Views } from './Appointments.tsx'
import { Days } from './Days.tsx'

/** One week, Monday to Sunday, with what comes again on each of its days. */
export const Week = ({ day }: { readonly day: LocalDate }) => {
  const { record, words, t, swap, local } = useApp()
  const monday = weekOf(day) || weekOf(local())
  const sunday = dayAfter(monday, 6)
  const appointments = listOf(record, 'appointment')
    .flatMap((one) => timesOf(one, monday, sunday))
    .toSorted((a, b) => a.start.localeCompare(b.start))
  const turn = (days: number): void => swap({ at: 'week', day: dayAfter(monday, days) })
  const { short } = words.dates
  return (
    <Page title={t('appointment.heading')}>
      <Views now="week" />
      <h2 class="week" aria-live="polite">
        <bdi>{t('appointment.span', { from: short(monday), to: short(sunday) })}</bdi>
      </h2>
      <div class="ways">
        <Button kind="quiet" onPress={() => turn(-7)}>
          {t('appointment.earlier')}
        </Button>
        <Button kind="quiet" onPress={() => turn(7)}>
          {t('appointment.later')}
        </Button>
      </div>
      {appointments.length > 0 ? (
        <Days appointments={appointments} />
      ) : (
        <p>{t('appointment.freeWeek')}</p>
      )}
      <Dock>
        <Add />
      </Dock>
    </Page>
  )
}
