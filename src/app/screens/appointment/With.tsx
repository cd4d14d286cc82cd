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

const chosenIn = ({ contact }: AppointmentFields): readonly string[] =>
  contact.split(' ').filter(Boolean)

/** A touch adds one, another takes it away. */
const toggled = (fields: AppointmentFields, id: string): string => {
  const chosen = chosenIn(fields)
  return (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]).join(' ')
}

const People = ({ fields, set, close }: Editing & { readonly close: () => void }) => {
  const { record, words, t } = useApp()
  const choose = (contact: string): void => {
    set({ contact })
    close()
  }
  return (
    <Sheet title={t('appointment.with')} closeLabel={t('action.close')} onClose={close}>
      <List label={t('contact.title')} unseen>
        <Row title={t('appointment.nobody')} onPress={() => choose('')} />
        {contactsInOrder(record, words.language.tag)
          .filter(({ id }) => !chosenIn(fields).includes(id))
          .map((one) => (
            <Row
              key={one.id}
              title={titleOf(one)}
              onPress={() => choose(toggled(fields, one.id))}
            />
          ))}
      </List>
    </Sheet>
  )
}

/** Whoever is chosen is always among them. */
const chipsOf = (
  record: ClientRecord,
  chosen: readonly string[],
): readonly { readonly value: string; readonly label: string }[] => {
  const likely = likelyContacts(record)
  const others = chosen.flatMap((id) => record.contact.get(id) ?? [])
  const all = [...others.filter((one) => !likely.includes(one)), ...likely]
  return all.map((one) => ({ value: one.id, label: titleOf(one) }))
}

/** Whom it is with: a touch for each of those she met last, a list for everyone. */
export const With = ({ fields, set }: Editing) => {
  const { record, t } = useApp()
  const [open, setOpen] = useState(false)
  if (record.contact.size === 0) return null
  return (
    <>
      <Chips
        label={t('appointment.with')}
        hint={t('appointment.withHint')}
        options={chipsOf(record, chosenIn(fields))}
        on={chosenIn(fields)}
        onTap={(id) => set({ contact: toggled(fields, id) })}
      />
      <Button kind="plain" wide onPress={() => setOpen(true)}>
        {t('appointment.someone')}
      </Button>
      {open && <People fields={fields} set={set} close={() => setOpen(false)} />}
    </>
  )
}
