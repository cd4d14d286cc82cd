import { useState } from 'preact/hooks'
import { put } from '../../../record/record.ts'
import type { Id, Status } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { Field } from '../../parts/Field.tsx'
import { Page } from '../../parts/Page.tsx'
import { When } from '../../parts/When.tsx'
import { Resumed } from '../Resumed.tsx'
import { useApp, useFields } from '../../use.ts'
import { formName } from '../../view.ts'
import { contactOf, fieldsOf, type ContactFields } from './fields.ts'

const statuses: readonly Status[] = ['none', 'mine', 'theirs', 'active', 'ended']

type Editing = {
  readonly fields: ContactFields
  readonly set: (change: Partial<ContactFields>) => void
}

const Who = ({ fields, set }: Editing) => {
  const { t } = useApp()
  return (
    <>
      <Field
        label={t('contact.organisation')}
        value={fields.organisation}
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
      <Field
        label={t('contact.caseNumber')}
        value={fields.caseNumber}
        onInput={(caseNumber) => set({ caseNumber })}
        dir="ltr"
      />
    </>
  )
}

const Next = ({ fields, set }: Editing) => {
  const { t } = useApp()
  return (
    <>
      <Choice
        label={t('contact.statusLabel')}
        options={statuses.map((value) => ({ value, label: t(`contact.status.${value}`) }))}
        value={fields.status}
        onChange={(status) => set({ status })}
      />
      <Field label={t('contact.next')} value={fields.next} onInput={(next) => set({ next })} />
      <When
        label={t('contact.nextOn')}
        date={fields.nextOn}
        time=""
        timeLabel=""
        allDay
        onChange={(nextOn) => set({ nextOn })}
      />
    </>
  )
}

const More = ({ fields, set }: Editing) => {
  const { t } = useApp()
  const [open, setOpen] = useState(false)
  if (!open) {
    return (
      <Button kind="plain" wide onPress={() => setOpen(true)}>
        {t('contact.more')}
      </Button>
    )
  }
  return (
    <>
      <Field label={t('contact.role')} value={fields.role} onInput={(role) => set({ role })} />
      <Field
        label={t('contact.emails')}
        value={fields.emails}
        onInput={(emails) => set({ emails })}
        lines={1}
        inputMode="email"
        dir="ltr"
      />
      <Field
        label={t('contact.address')}
        value={fields.address}
        onInput={(address) => set({ address })}
        lines={2}
      />
      <Field label={t('contact.hours')} value={fields.hours} onInput={(hours) => set({ hours })} />
      <Field
        label={t('contact.web')}
        value={fields.web}
        onInput={(web) => set({ web })}
        inputMode="url"
        dir="ltr"
      />
      <Field
        label={t('contact.note')}
        hint={t('contact.noteHint')}
        value={fields.note}
        onInput={(note) => set({ note })}
        lines={3}
      />
    </>
  )
}

/** A new contact, or one to be changed. A name is all that it needs. */
export const ContactForm = ({ id }: { readonly id: Id | null }) => {
  const { record, t, swap, back, send, time, newId } = useApp()
  const before = id ? record.contact.get(id) : undefined
  const form = useFields(formName('contact', id), fieldsOf(before))
  const [tried, setTried] = useState(false)
  const named = `${form.fields.organisation}${form.fields.person}`.trim() !== ''
  const save = (): void => {
    setTried(true)
    if (!named) return
    const contact = contactOf(form.fields, id ?? newId(), time(), before)
    send(put(contact), 'contact.saved')
    form.done()
    if (before) back()
    else swap({ at: 'contact', id: contact.id })
  }
  return (
    <Page
      title={t(before ? 'contact.edit' : 'contact.new')}
      back={{ label: t('action.cancel'), go: back }}
    >
      <Resumed form={form} />
      <Who {...form} />
      <Next {...form} />
      <More {...form} />
      {tried && !named && <p role="alert">{t('contact.needsName')}</p>}
      <Button kind="main" wide onPress={save}>
        {t('action.save')}
      </Button>
    </Page>
  )
}
