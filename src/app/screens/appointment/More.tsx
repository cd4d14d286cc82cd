import { useId } from 'preact/hooks'
import { repeats } from '../../../record/again.ts'
import { arrangements } from '../../../record/types.ts'
import { Choice } from '../../parts/Choice.tsx'
import { Day } from '../../parts/Day.tsx'
import { Field } from '../../parts/Field.tsx'
import { Unfold } from '../../parts/Unfold.tsx'
import { useApp } from '../../use.ts'
import { useNoteHint, Whole } from '../Whole.tsx'
import { arrangementOf, isArranged, unfolded } from './fields.ts'
import type { Editing } from './With.tsx'

type UntilProps = { readonly value: string; readonly onInput: (value: string) => void }

const texts = ['why', 'bring', 'questions', 'note'] as const
const Text = ({ name, fields, set }: Editing & { readonly name: (typeof texts)[number] }) => {
  const { t } = useApp()
  const hints: Partial<Record<typeof name, string | undefined>> = {
    questions: t('appointment.questionsHint'),
    note: useNoteHint('appointment'),
  }
  return (
    <Field
      label={t(`appointment.${name}`)}
      hint={hints[name]}
      value={fields[name]}
      onInput={(text) => set({ [name]: text })}
      lines={2}
    />
  )
}

const Getting = ({ fields, set }: Editing) => {
  const { t } = useApp()
  return (
    <>
      <Field
        label={t('appointment.place')}
        value={fields.place}
        onInput={(place) => set({ place })}
      />
      <Field
        label={t('appointment.travel')}
        hint={t('appointment.travelHint')}
        value={fields.travel}
        onInput={(travel) => set({ travel })}
        inputMode="numeric"
      />
    </>
  )
}

const Until = ({ value, onInput }: UntilProps) => {
  const { t } = useApp()
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{t('appointment.to')}</label>
      <input
        id={id}
        type="time"
        autocomplete="off"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  )
}

const Around = ({ fields, set }: Editing) => {
  const { t } = useApp()
  const options = arrangements.map((value) => ({
    value,
    label: t(`appointment.arranged.${value}`),
  }))
  return (
    <>
      <Choice
        label={t('appointment.childCare')}
        options={options}
        value={arrangementOf(fields.childCare)}
        onChange={(childCare) => set({ childCare })}
      />
      <Choice
        label={t('appointment.interpreter')}
        options={options}
        value={arrangementOf(fields.interpreter)}
        onChange={(interpreter) => set({ interpreter })}
      />
      {arrangementOf(fields.interpreter) !== 'none' && (
        <Field
          label={t('appointment.interpreterIn')}
          value={fields.interpreterIn}
          onInput={(interpreterIn) => set({ interpreterIn })}
        />
      )}
    </>
  )
}

const Again = ({ fields, set }: Editing) => {
  const { t } = useApp()
  const every = repeats.find((one) => one === fields.every) ?? 'none'
  return (
    <>
      <Choice
        label={t('appointment.repeat')}
        options={repeats.map((value) => ({ value, label: t(`appointment.every.${value}`) }))}
        value={every}
        onChange={(value) => set({ every: value })}
      />
      {every !== 'none' && (
        <Day
          label={t('appointment.until')}
          date={fields.until}
          onChange={(until) => set({ until })}
        />
      )}
    </>
  )
}

/** All that an appointment may have besides; it waits behind one button until it is wanted. */
export const More = (editing: Editing) => {
  const { t } = useApp()
  const { fields, set } = editing
  return (
    <Unfold more={t('appointment.more')} open={unfolded(fields)}>
      {fields.from !== '' && <Until value={fields.to} onInput={(to) => set({ to })} />}
      <Getting {...editing} />
      {texts.map((name) => (
        <Text key={name} name={name} {...editing} />
      ))}
      <Whole filled={isArranged(fields)}>
        <Around {...editing} />
      </Whole>
      <Again {...editing} />
    </Unfold>
  )
}
