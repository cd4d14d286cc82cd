import { useState } from 'preact/hooks'
import { past, upcoming } from '../../../record/order.ts'
import type { Appointment } from '../../../record/types.ts'
import '../../../look/ways.css'
import { Button } from '../../parts/Button.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { Dock } from '../../parts/Dock.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Page } from '../../parts/Page.tsx'
import { useApp } from '../../use.ts'
import { Whole } from '../Whole.tsx'
import { CalendarOut } from './CalendarOut.tsx'
import { Days } from './Days.tsx'

const Ways = () => {
  const { t, go } = useApp()
  return (
    <div class="ways">
      <Button kind="quiet" onPress={() => go({ at: 'import' })}>
        {t('appointment.fromFile')}
      </Button>
      <Whole>
        <Button kind="quiet" onPress={() => go({ at: 'timeline', only: [] })}>
          {t('timeline.title')}
        </Button>
      </Whole>
    </div>
  )
}

export const Add = () => {
  const { t, go } = useApp()
  const add = (): void => go({ at: 'appointmentForm', id: null, contact: null })
  return (
    <Button kind="main" onPress={add}>
      <Icon name="plus" />
      <span>{t('appointment.add')}</span>
    </Button>
  )
}

const views = ['list', 'week'] as const

/** What lies ahead as a list, or a week at a time. */
export const Views = ({ now }: { readonly now: (typeof views)[number] }) => {
  const { t, swap } = useApp()
  return (
    <Choice
      label={t('appointment.view')}
      options={views.map((value) => ({ value, label: t(`appointment.views.${value}`) }))}
      value={now}
      onChange={(view) => swap(view === 'week' ? { at: 'week', day: '' } : { at: 'appointments' })}
    />
  )
}

const Before = ({ over }: { readonly over: readonly Appointment[] }) => {
  const { t } = useApp()
  const [shown, setShown] = useState(false)
  if (over.length === 0) return null
  if (shown) return <Days appointments={over} />
  return (
    <Button kind="plain" wide onPress={() => setShown(true)}>
      {t('appointment.past', { count: over.length })}
    </Button>
  )
}

/** Her calendar: what lies ahead, day by day. */
export const Appointments = () => {
  const { record, t, local } = useApp()
  const ahead = upcoming(record, local())
  return (
    <Page title={t('appointment.heading')}>
      {ahead.length > 0 ? (
        <>
          <Views now="list" />
          <Dock>
            <Add />
          </Dock>
          <Days appointments={ahead} />
        </>
      ) : (
        <Empty icon="calendar" title={t('appointment.empty.title')} action={<Add />}>
          {t('appointment.empty.text')}
        </Empty>
      )}
      <Ways />
      <CalendarOut appointments={ahead.flatMap(({ id }) => record.appointment.get(id) ?? [])} />
      <Before over={past(record, local())} />
    </Page>
  )
}
