import { useState } from 'preact/hooks'
import { contactsInOrder, titleOf } from '../../../record/order.ts'
import { put } from '../../../record/record.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Field } from '../../parts/Field.tsx'
import { List } from '../../parts/List.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { When } from '../../parts/When.tsx'
import { useApp, useFields } from '../../use.ts'
import { formName } from '../../view.ts'
import { Resumed } from '../Resumed.tsx'
import { appointmentOf, fieldsOf, type AppointmentFields } from './fields.ts'

type Editing = {
  readonly fields: AppointmentFields
  readonly set: (change: Partial<AppointmentFields>) => void
}

const Time = ({ fields, set }: Editing) => {
  const { t } = useApp()
  return (
    <When
      label={t('appointment.date')}
      date={fields.date}
      time={fields.from}
      timeLabel={t('appointment.from')}
      onChange={(date, from) => set({ date, from })}
    />
  )
}

const People = ({ set, close }: Pick<Editing, 'set'> & { readonly close: () => void }) => {
  const { record, words, t } = useApp()
  const choose = (contact: string): void => {
    set({ contact })
    close()
  }
  return (
    <Sheet title={t('appointment.with')} closeLabel={t('action.close')} onClose={close}>
      <List label={t('contact.title')} unseen>
        <Row title={t('appointment.nobody')} onPress={() => choose('')} />
        {contactsInOrder(record, words.language.tag).map((contact) => (
          <Row key={contact.id} title={titleOf(contact)} onPress={() => choose(contact.id)} />
        ))}
      </List>
    </Sheet>
  )
}

const With = ({ fields, set }: Editing) => {
  const { record, t } = useApp()
  const [open, setOpen] = useState(false)
  const contact = record.contact.get(fields.contact)
  if (record.contact.size === 0) return null
  return (
    <>
      <List label={t('appointment.with')}>
        <Row
          lead="people"
          title={contact ? titleOf(contact) : t('appointment.nobody')}
          onPress={() => setOpen(true)}
        />
      </List>
      {open && <People set={set} close={() => setOpen(false)} />}
    </>
  )
}

const Rest = ({ fields, set }: Editing) => {
  const { t } = useApp()
  const names = ['place', 'bring', 'note'] as const
  return names.map((name) => (
    <Field
      key={name}
      label={t(`appointment.${name}`)}
      hint={name === 'note' ? t('contact.noteHint') : undefined}
      value={fields[name]}
      onInput={(text) => set({ [name]: text })}
      lines={name === 'place' ? undefined : 2}
    />
  ))
}

type Props = { readonly id: Id | null; readonly contact: Id | null }

/** A new appointment, or one to be changed. A date is all that it needs. */
export const AppointmentForm = ({ id, contact }: Props) => {
  const { record, t, swap, back, send, time, newId } = useApp()
  const before = id ? record.appointment.get(id) : undefined
  const form = useFields(formName('appointment', id), fieldsOf(before, contact))
  const [tried, setTried] = useState(false)
  const dated = form.fields.date !== ''
  const save = (): void => {
    setTried(true)
    if (!dated) return
    const appointment = appointmentOf(form.fields, id ?? newId(), time(), before)
    send(put(appointment), 'appointment.saved')
    form.done()
    if (before) back()
    else swap({ at: 'appointment', id: appointment.id })
  }
  const title = t(before ? 'appointment.edit' : 'appointment.new')
  return (
    <Page title={title} back={{ label: t('action.cancel'), go: back }}>
      <Resumed form={form} />
      <Time {...form} />
      <Field
        label={t('appointment.title')}
        value={form.fields.title}
        onInput={(text) => form.set({ title: text })}
      />
      <With {...form} />
      <Rest {...form} />
      {tried && !dated && <Notice tone="careful">{t('appointment.needsDate')}</Notice>}
      <Button kind="main" wide onPress={save}>
        {t('action.save')}
      </Button>
    </Page>
  )
}
