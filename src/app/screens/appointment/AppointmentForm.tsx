import { useState } from 'preact/hooks'
import { put } from '../../../record/record.ts'
import type { Appointment, Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Chips } from '../../parts/Chips.tsx'
import { Field } from '../../parts/Field.tsx'
import { Page } from '../../parts/Page.tsx'
import { When } from '../../parts/When.tsx'
import { useApp, useFields } from '../../use.ts'
import { formName } from '../../view.ts'
import { Ends } from '../evidence/Ends.tsx'
import { Resumed } from '../Resumed.tsx'
import { useNoteHint } from '../Whole.tsx'
import { appointmentOf, fieldsOf } from './fields.ts'
import { likelyDays } from './likely.ts'
import { More } from './More.tsx'
import { Near } from './Near.tsx'
import { With, type Editing } from './With.tsx'

/** A touch for the next days, the phone's own picker for all others. */
const Time = ({
  fields,
  set,
  fresh,
  ...slip
}: Editing & { readonly fresh: boolean; readonly error: string; readonly tries: number }) => {
  const { words, t, local } = useApp()
  const label = (day: string, at: number): string =>
    at < 2 ? words.dates.away(local(), day) : words.dates.short(day)
  return (
    <>
      {fresh && (
        <Chips
          label={t('appointment.soon')}
          options={likelyDays(local()).map((day, at) => ({ value: day, label: label(day, at) }))}
          on={[fields.date]}
          onTap={(date) => set({ date })}
        />
      )}
      <When
        label={t('appointment.date')}
        date={fields.date}
        time={fields.from}
        timeLabel={t('appointment.from')}
        {...slip}
        onChange={(date, from) => set({ date, from })}
      />
    </>
  )
}

/** Written afterwards, so it is asked for only when the time has come. */
const After = ({ fields, set, before }: Editing & { readonly before: Appointment | undefined }) => {
  const { t, local } = useApp()
  const hint = useNoteHint('contact')
  if (fields.after === '' && (!before || before.start > local())) return null
  return (
    <Field
      label={t('appointment.after')}
      hint={hint}
      value={fields.after}
      onInput={(after) => set({ after })}
      lines={4}
    />
  )
}

type Props = { readonly id: Id | null; readonly contact: Id | null }

/** A new appointment, or one to be changed. A date is all that it needs. */
export const AppointmentForm = ({ id, contact }: Props) => {
  const { record, t, swap, back, send, time, newId } = useApp()
  const before = id ? record.appointment.get(id) : undefined
  const form = useFields(formName('appointment', id), fieldsOf(before, contact))
  const [tries, setTries] = useState(0)
  const dated = form.fields.date !== ''
  const shown = (own: Id): Appointment => appointmentOf(form.fields, own, time(), before)
  const save = (): void => {
    setTries(tries + 1)
    if (!dated) return
    const appointment = shown(id ?? newId())
    send(put(appointment), 'appointment.saved')
    form.done()
    if (before) back()
    else swap({ at: 'appointment', id: appointment.id })
  }
  const title = t(before ? 'appointment.edit' : 'appointment.new')
  return (
    <Page title={title} back={{ label: t(form.leave), go: back }}>
      <Resumed form={form} />
      {before && <Ends entry={before} />}
      <After {...form} before={before} />
      <With {...form} />
      <Time
        {...form}
        fresh={!before}
        error={tries > 0 && !dated ? t('appointment.needsDate') : ''}
        tries={tries}
      />
      {dated && <Near appointment={shown(id ?? '')} />}
      <Field
        label={t('appointment.title')}
        value={form.fields.title}
        onInput={(text) => form.set({ title: text })}
      />
      <More {...form} />
      <Button kind="main" wide onPress={save}>
        {t('action.save')}
      </Button>
    </Page>
  )
}
