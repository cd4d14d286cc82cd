import { useState } from 'preact/hooks'
import { contactsInOrder, titleOf } from '../../../record/order.ts'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useApp } from '../../use.ts'

type Props = {
  readonly label: string
  /** What it is called when no contact is chosen. */
  readonly nobody: string
  /** A contact's id; empty for none. */
  readonly value: string
  readonly onPick: (contact: string) => void
}

const All = ({ label, nobody, onPick }: Omit<Props, 'value'>) => {
  const { record, words } = useApp()
  return (
    <List label={label} unseen>
      <Row title={nobody} onPress={() => onPick('')} />
      {contactsInOrder(record, words.language.tag).map((contact) => (
        <Row key={contact.id} letter title={titleOf(contact)} onPress={() => onPick(contact.id)} />
      ))}
    </List>
  )
}

/** One of her contacts, or none; nothing at all while she has no contacts. */
export const Pick = ({ value, onPick, ...rest }: Props) => {
  const { record, t } = useApp()
  const [open, setOpen] = useState(false)
  const contact = record.contact.get(value)
  if (record.contact.size === 0) return null
  const pick = (id: string): void => {
    onPick(id)
    setOpen(false)
  }
  return (
    <>
      <List label={rest.label}>
        <Row
          lead="people"
          title={contact ? titleOf(contact) : rest.nobody}
          onPress={() => setOpen(true)}
        />
      </List>
      {open && (
        <Sheet title={rest.label} closeLabel={t('action.close')} onClose={() => setOpen(false)}>
          <All {...rest} onPick={pick} />
        </Sheet>
      )}
    </>
  )
}
