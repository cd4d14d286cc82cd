import { useState } from 'preact/hooks'
import { put } from '../../../record/record.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Field } from '../../parts/Field.tsx'
import { Page } from '../../parts/Page.tsx'
import { Unfold } from '../../parts/Unfold.tsx'
import { useApp, useFields } from '../../use.ts'
import { formName } from '../../view.ts'
import { Resumed } from '../Resumed.tsx'
import { childFieldsOf, childOf, type ChildFields } from './fields.ts'

type Editing = {
  readonly fields: ChildFields
  readonly set: (change: Partial<ChildFields>) => void
}

/** What a child has seen is never asked outright: she opens the place for it, or does not. */
const More = ({ fields, set }: Editing) => {
  const { t } = useApp()
  return (
    <Unfold more={t('contact.more')}>
      <Field
        label={t('child.seen')}
        hint={t('child.seenHint')}
        value={fields.seen}
        onInput={(seen) => set({ seen })}
        lines={3}
      />
      <Field
        label={t('child.note')}
        hint={t('contact.noteHint')}
        value={fields.note}
        onInput={(note) => set({ note })}
        lines={2}
      />
    </Unfold>
  )
}

/** A child: a name or a letter is enough. */
export const ChildForm = ({ id }: { readonly id: Id | null }) => {
  const { record, t, swap, back, send, time, newId } = useApp()
  const before = id ? record.child.get(id) : undefined
  const form = useFields(formName('child', id), childFieldsOf(before))
  const [tries, setTries] = useState(0)
  const { fields, set } = form
  const named = fields.name.trim() !== ''
  const save = (): void => {
    setTries(tries + 1)
    if (!named) return
    const child = childOf(fields, id ?? newId(), time(), before)
    send(put(child), 'child.saved')
    form.done()
    if (before) back()
    else swap({ at: 'child', id: child.id })
  }
  const title = t(before ? 'child.edit' : 'child.new')
  return (
    <Page title={title} back={{ label: t(form.leave), go: back }}>
      <Resumed form={form} />
      <Field
        label={t('child.name')}
        hint={t('child.nameHint')}
        value={fields.name}
        error={tries > 0 && !named ? t('child.needsName') : ''}
        tries={tries}
        onInput={(name) => set({ name })}
      />
      <Field
        label={t('child.born')}
        value={fields.born}
        inputMode="numeric"
        dir="ltr"
        onInput={(born) => set({ born })}
      />
      <Field
        label={t('child.school')}
        value={fields.school}
        onInput={(school) => set({ school })}
      />
      <More {...form} />
      <Button kind="main" wide onPress={save}>
        {t('action.save')}
      </Button>
    </Page>
  )
}
