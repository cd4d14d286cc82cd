import { useState } from 'preact/hooks'
import { areas, type Area } from '../../../record/areas.ts'
import { put } from '../../../record/record.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { Day } from '../../parts/Day.tsx'
import { Field } from '../../parts/Field.tsx'
import { Page } from '../../parts/Page.tsx'
import { Unfold } from '../../parts/Unfold.tsx'
import { useApp, useFields } from '../../use.ts'
import { formName } from '../../view.ts'
import { Pick } from '../contact/Pick.tsx'
import { Resumed } from '../Resumed.tsx'
import { stepFieldsOf, stepOf, type StepFields } from './fields.ts'

type Editing = {
  readonly fields: StepFields
  readonly set: (change: Partial<StepFields>) => void
}

const More = ({ fields, set }: Editing) => {
  const { t } = useApp()
  const options = ['', ...areas].map((value) => ({
    value,
    label: value === '' ? t('step.noArea') : t(`need.area.${value}`),
  }))
  return (
    <Unfold more={t('contact.more')}>
      <Field label={t('step.goal')} value={fields.goal} onInput={(goal) => set({ goal })} />
      <Day label={t('step.follow')} date={fields.follow} onChange={(follow) => set({ follow })} />
      <Choice
        label={t('step.area')}
        options={options}
        value={fields.area}
        onChange={(area) => set({ area })}
      />
      <Field
        label={t('step.note')}
        hint={t('contact.noteHint')}
        value={fields.note}
        onInput={(note) => set({ note })}
        lines={2}
      />
    </Unfold>
  )
}

type Props = { readonly id: Id | null; readonly area: Area | ''; readonly child: Id | null }

/** A new step, or one to be changed. What is to be done is all that it needs. */
export const StepForm = ({ id, area, child }: Props) => {
  const { record, t, swap, back, send, time, newId } = useApp()
  const before = id ? record.step.get(id) : undefined
  const form = useFields(formName('step', id), stepFieldsOf(before, { area, child }))
  const [tries, setTries] = useState(0)
  const { fields, set } = form
  const named = fields.what.trim() !== ''
  const save = (): void => {
    setTries(tries + 1)
    if (!named) return
    const step = stepOf(fields, id ?? newId(), time(), before)
    send(put(step), 'step.saved')
    form.done()
    if (before) back()
    else swap({ at: 'step', id: step.id })
  }
  const title = t(before ? 'step.edit' : 'step.new')
  return (
    <Page title={title} back={{ label: t(form.leave), go: back }}>
      <Resumed form={form} />
      <Field
        label={t('step.what')}
        value={fields.what}
        error={tries > 0 && !named ? t('step.needsWhat') : ''}
        tries={tries}
        onInput={(what) => set({ what })}
      />
      <Pick
        label={t('step.who')}
        nobody={t('step.me')}
        value={fields.contact}
        onPick={(contact) => set({ contact })}
      />
      <Day label={t('step.by')} date={fields.by} onChange={(by) => set({ by })} />
      <More {...form} />
      <Button kind="main" wide onPress={save}>
        {t('action.save')}
      </Button>
    </Page>
  )
}
