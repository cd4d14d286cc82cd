import { useState } from 'preact/hooks'
import { contactsInOrder, titleOf } from '../../../record/order.ts'
import type { ClientRecord } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Chips } from '../../parts/Chips.tsx'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useApp } from '../../use.ts'
import type { AppointmentFields } from './fields.ts'
import { likelyContacts } from './likely.ts'

export type Editing = {
  readonly fields: AppointmentFields
  readonly set: (change: Partial<AppointmentFields>) => void
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

/** Whoever is chosen is always among them. */
const chipsOf = (
  record: ClientRecord,
  chosen: string,
): readonly { readonly value: string; readonly label: string }[] => {
  const likely = likelyContacts(record)
  const contact = record.contact.get(chosen)
  const all = !contact || likely.includes(contact) ? likely : [contact, ...likely]
  return all.map((one) => ({ value: one.id, label: titleOf(one) }))
}

/** Whom it is with: a touch for those she met last, a list for everyone. */
export const With = ({ fields, set }: Editing) => {
  const { record, t } = useApp()
  const [open, setOpen] = useState(false)
  if (record.contact.size === 0) return null
  const pick = (value: string): void => set({ contact: value === fields.contact ? '' : value })
  return (
    <>
      <Chips
        label={t('appointment.with')}
        options={chipsOf(record, fields.contact)}
        on={[fields.contact]}
        onTap={pick}
      />
      <Button kind="plain" wide onPress={() => setOpen(true)}>
        {t('appointment.someone')}
      </Button>
      {open && <People set={set} close={() => setOpen(false)} />}
    </>
  )
}
