import { dropOne } from '../../../record/attached.ts'
import { precautionTopics, type Precaution } from '../../../record/precaution.ts'
import { put } from '../../../record/record.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { Field } from '../../parts/Field.tsx'
import { Page } from '../../parts/Page.tsx'
import { Unfold } from '../../parts/Unfold.tsx'
import { useApp, useFields } from '../../use.ts'
import { formName } from '../../view.ts'
import { Resumed } from '../Resumed.tsx'
import { Changes } from '../trash/Changes.tsx'
import { precautionFieldsOf, precautionOf, type PrecautionFields } from './fields.ts'
import { SharedWith } from '../share/SharedWith.tsx'

type Editing = {
  readonly fields: PrecautionFields
  readonly set: (change: Partial<PrecautionFields>) => void
}

const More = ({ fields, set }: Editing) => {
  const { t } = useApp()
  const options = precautionTopics.map((value) => ({ value, label: t(`safety.topic.${value}`) }))
  return (
    <Unfold more={t('safety.move')}>
      <Choice
        label={t('safety.part')}
        options={options}
        value={fields.topic}
        onChange={(topic) => set({ topic })}
      />
    </Unfold>
  )
}

const Form = ({ line }: { readonly line: Precaution }) => {
  const { t, back, send, time } = useApp()
  const form = useFields(formName('precaution', line.id), precautionFieldsOf(line))
  const { fields, set } = form
  const save = (): void => {
    if (fields.text.trim() !== '') send(put(precautionOf(fields, line, time())), 'safety.saved')
    form.done()
    back()
  }
  const remove = (): void => {
    send(dropOne('precaution', line.id), 'safety.deleted')
    back()
  }
  return (
    <Page title={t('safety.line')} back={{ label: t(form.leave), go: back }}>
      <Resumed form={form} />
      <Field
        label={t('safety.text')}
        value={fields.text}
        lines={2}
        onInput={(text) => set({ text })}
      />
      <Field
        label={t('safety.note')}
        hint={t('contact.noteHint')}
        value={fields.note}
        lines={2}
        onInput={(note) => set({ note })}
      />
      <More fields={fields} set={set} />
      <Button kind="main" wide onPress={save}>
        {t('action.save')}
      </Button>
      <SharedWith of={{ kind: 'precaution', id: line.id }} />
      <Changes kind="precaution" id={line.id} />
      <Button kind="plain" wide onPress={remove}>
        {t('action.delete')}
      </Button>
    </Page>
  )
}

/** One line of the plan: its words, her own note, and the way to take it away. */
export const PrecautionForm = ({ id }: { readonly id: Id }) => {
  const { record, t, back } = useApp()
  const line = record.precaution.get(id)
  const home = { label: t('action.back'), go: back }
  return line ? <Form line={line} /> : <Page title={t('safety.gone')} back={home} children={null} />
}
