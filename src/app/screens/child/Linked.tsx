import { useState } from 'preact/hooks'
import { contactsInOrder, past, titleOf, upcoming } from '../../../record/order.ts'
import type { Child } from '../../../record/child.ts'
import { put } from '../../../record/record.ts'
import type { Id } from '../../../record/types.ts'
import { Check } from '../../parts/Check.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useApp } from '../../use.ts'
import { hoursOf, nameOf } from '../appointment/words.ts'

type Link = { readonly id: Id; readonly title: string; readonly detail: string }

type Which = 'contacts' | 'appointments'

const useLinks = (which: Which): readonly Link[] => {
  const { record, words, local } = useApp()
  if (which === 'contacts')
    return contactsInOrder(record, words.language.tag).map((contact) => ({
      id: contact.id,
      title: titleOf(contact),
      detail: contact.role,
    }))
  return [...upcoming(record, local()), ...past(record, local())].map((appointment) => ({
    id: appointment.id,
    title: nameOf(record, appointment, words),
    detail: `${words.dates.short(appointment.start)} ${hoursOf(appointment, words)}`,
  }))
}

type Props = { readonly child: Child; readonly which: Which }

/** Each a tick, kept at once. */
const Choosing = ({ child, which, close }: Props & { readonly close: () => void }) => {
  const { t, send, time } = useApp()
  const links = useLinks(which)
  const tick = (id: Id, yes: boolean): void => {
    const others = child[which].filter((one) => one !== id)
    const next = yes ? [...others, id] : others
    send(put({ ...child, [which]: next, edited: time() }), 'child.saved')
  }
  return (
    <Sheet title={t(`child.${which}`)} closeLabel={t('action.close')} onClose={close}>
      <div class="checks">
        {links.map(({ id, title, detail }) => (
          <Check
            key={id}
            label={title}
            hint={detail || undefined}
            checked={child[which].includes(id)}
            onChange={(yes) => tick(id, yes)}
          />
        ))}
      </div>
    </Sheet>
  )
}

/** The contacts, or the appointments, that are about this child. */
export const Linked = ({ child, which }: Props) => {
  const { t, go } = useApp()
  const [open, setOpen] = useState(false)
  const links = useLinks(which)
  if (links.length === 0) return null
  const one = which === 'contacts' ? 'contact' : 'appointment'
  return (
    <>
      <List label={t(`child.${which}`)}>
        {links
          .filter(({ id }) => child[which].includes(id))
          .map(({ id, title, detail }) => (
            <Row key={id} title={title} detail={detail} onPress={() => go({ at: one, id })} />
          ))}
        <Row
          lead="plus"
          title={t(`child.choose.${which}`)}
          end={<Icon name="chevron" />}
          onPress={() => setOpen(true)}
        />
      </List>
      {open && <Choosing child={child} which={which} close={() => setOpen(false)} />}
    </>
  )
}
