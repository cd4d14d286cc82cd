import { put } from '../../../record/record.ts'
import type { Addendum, Owner } from '../../../record/hanging.ts'
import { Button } from '../../parts/Button.tsx'
import { Field } from '../../parts/Field.tsx'
import { Page } from '../../parts/Page.tsx'
import { useApp, useFields } from '../../use.ts'
import { formName } from '../../view.ts'
import { Resumed } from '../Resumed.tsx'

/** Something more about an entry, kept beside it instead of in it. */
export const AddendumForm = ({ of }: { readonly of: Owner }) => {
  const { t, back, send, time, newId } = useApp()
  const form = useFields(formName('addendum', of.id), { text: '' })
  const save = (): void => {
    const { text } = form.fields
    if (text.trim() !== '') {
      const addendum: Addendum = { kind: 'addendum', id: newId(), of, text, written: time() }
      send(put(addendum), 'addendum.saved')
      form.done()
    }
    back()
  }
  return (
    <Page title={t('addendum.add')} back={{ label: t('story.later'), go: back }}>
      <Resumed form={form} />
      <Field
        label={t('addendum.text')}
        hint={t('addendum.hint')}
        value={form.fields.text}
        onInput={(text) => form.set({ text })}
        lines={6}
      />
      <Button kind="main" wide onPress={save}>
        {t('action.save')}
      </Button>
    </Page>
  )
}
