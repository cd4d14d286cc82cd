import { useMemo, useState } from 'preact/hooks'
import { contactsInOrder, titleOf } from '../../../record/order.ts'
import type { Contact } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Check } from '../../parts/Check.tsx'
import { Dock, Docked } from '../../parts/Dock.tsx'
import { Growing } from '../../parts/Growing.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useApp } from '../../use.ts'
import { useChosen } from '../import/useChosen.ts'
import { own } from '../share/titles.ts'
import { BeforeCards, GiveCards } from './ToPhone.tsx'

const detailOf = ({ organisation, person, role }: Contact): string =>
  [organisation && person, role].filter(Boolean).map(own).join(' · ')

type Props = { readonly all: readonly Contact[]; readonly close: () => void }

/** None is chosen for her. */
const Choosing = ({ all, close }: Props) => {
  const { t } = useApp()
  const places = useMemo(() => all.map((_, place) => place), [all])
  const { chosen, all: every, toggle, toggleAll } = useChosen(places)
  const contacts = useMemo(() => all.filter((_, place) => chosen.has(place)), [all, chosen])
  const giving = contacts.length > 0 && (
    <Dock said={t('contact.toPhone.chosen', { count: contacts.length })}>
      <GiveCards contacts={contacts} close={close} />
    </Dock>
  )
  return (
    <Sheet title={t('contact.toPhone.title')} onClose={close} closeLabel={t('action.close')}>
      <Docked dock={giving}>
        <BeforeCards />
        <div class="checks">
          <Check
            label={t('import.all', { count: all.length })}
            hint={t('contact.toPhone.without')}
            checked={every}
            onChange={toggleAll}
          />
          <Growing entries={places} more={t('list.more')}>
            {(some) =>
              some.map((place) => {
                const contact = all[place]
                if (!contact) return null
                return (
                  <Check
                    key={contact.id}
                    label={titleOf(contact)}
                    hint={detailOf(contact) || undefined}
                    checked={chosen.has(place)}
                    onChange={() => toggle(place)}
                  />
                )
              })
            }
          </Growing>
        </div>
      </Docked>
    </Sheet>
  )
}

/** Several at once for the phone's own contacts. Whom she keeps to herself is not among them. */
export const SeveralToPhone = () => {
  const { record, words, t } = useApp()
  const { tag } = words.language
  const [open, setOpen] = useState(false)
  const all = useMemo(
    () => contactsInOrder(record, tag).filter(({ sensitivity }) => sensitivity !== 'never'),
    [record.contact, tag],
  )
  if (all.length < 2) return null
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {t('contact.toPhone.several')}
      </Button>
      {open && <Choosing all={all} close={() => setOpen(false)} />}
    </>
  )
}
