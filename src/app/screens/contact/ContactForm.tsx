import { useState } from 'preact/hooks'
import { put } from '../../../record/record.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Field } from '../../parts/Field.tsx'
import { Page } from '../../parts/Page.tsx'
import { Resumed } from '../Resumed.tsx'
import { Whole } from '../Whole.tsx'
import { useApp, useFields } from '../../use.ts'
import { formName } from '../../view.ts'
import { CaseFields } from './CaseFields.tsx'
import { contactOf, fieldsOf, saidAndGone } from './fields.ts'
import type { Editing } from './MoreFields.tsx'
import { Unfolding } from './Unfolding.tsx'

type WhoProps = Editing & {
  /** How often she tried to save it. */
  readonly tries: number
  readonly named: boolean
}

const Who = ({ fields, set, tries, named }: WhoProps) => {
  const { t } = useApp()
  return (
    <>
      <Field
        label={t('contact.organisation')}
        value={fields.organisation}
        error={tries > 0 && !named ? t('contact.needsName') : ''}
        tries={tries}
        onInput={(organisation) => set({ organisation })}
      />
      <Field
        label={t('contact.person')}
        value={fields.person}
        onInput={(person) => set({ person })}
      />
      <Field
        label={t('contact.phones')}
        hint={t('contact.phonesHint')}
        value={fields.phones}
        onInput={(phones) => set({ phones })}
        lines={1}
        inputMode="tel"
        dir="ltr"
      />
    </>
  )
}

/** A new contact, or one to be changed. A name is all that it needs; the rest unfolds when asked for. */
export const ContactForm = ({ id }: { readonly id: Id | null }) => {
  const { record, t, swap, back, send, time, newId } = useApp()
  const before = id ? record.contact.get(id) : undefined
  const form = useFields(formName('contact', id), fieldsOf(before))
  const [tries, setTries] = useState(0)
  const named = `${form.fields.organisation}${form.fields.person}`.trim() !== ''
  const save = (): void => {
    setTries(tries + 1)
    if (!named) return
    const contact = contactOf(form.fields, id ?? newId(), time(), before)
    const gone = saidAndGone(before, contact).length > 0
    send(put(contact), gone ? 'contact.safety.deleted' : 'contact.saved')
    form.done()
    if (before) back()
    else swap({ at: 'contact', id: contact.id })
  }
  return (
    <Page
      title={t(before ? 'contact.edit' : 'contact.new')}
      back={{ label: t(form.leave), go: back }}
    >
      <Resumed form={form} />
      <Who {...form} tries={tries} named={named} />
      <Whole filled={form.fields.cases !== ''}>
        <CaseFields {...form} />
      </Whole>
      <Field
        label={t('contact.next')}
        value={form.fields.next}
        onInput={(next) => form.set({ next })}
      />
      <Unfolding {...form} />
      <Button kind="main" wide onPress={save}>
        {t('action.save')}
      </Button>
    </Page>
  )
}
