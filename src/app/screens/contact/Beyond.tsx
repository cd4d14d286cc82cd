import { useState } from 'preact/hooks'
import type { Contact } from '../../../record/types.ts'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { Whole } from '../Whole.tsx'
import { ToPhone } from './ToPhone.tsx'
import { linksAbout } from '../../../record/links.ts'

/** What is seldom wanted, one tap away. */
export const Beyond = ({ contact }: { readonly contact: Contact }) => {
  const { record, t, go, local } = useApp()
  const [giving, setGiving] = useState(false)
  const { id, phones, emails, addresses, safety } = contact
  const ways = phones.length + emails.length + addresses.length
  const count = linksAbout(record, id).length
  return (
    <>
      <List label={t('contact.beyond')}>
        <Whole>
          <Row
            title={t('rating.how')}
            detail={t('rating.hint')}
            onPress={() =>
              go({ at: 'rate', contact: id, appointment: null, on: local().slice(0, 10) })
            }
          />
          {ways > 0 && (
            <Row
              title={t('contact.safety.title')}
              detail={t(safety.length > 0 ? 'contact.safety.said' : 'contact.safety.detail')}
              onPress={() => go({ at: 'contactSafety', id })}
            />
          )}
          {record.contact.size > 1 && (
            <Row
              title={t('contact.links.title')}
              detail={count > 0 ? t('contact.links.count', { count }) : t('contact.links.detail')}
              onPress={() => go({ at: 'contactLinks', id })}
            />
          )}
        </Whole>
        <Row
          title={t('contact.toPhone.title')}
          detail={t('contact.toPhone.detail')}
          onPress={() => setGiving(true)}
        />
      </List>
      {giving && <ToPhone contact={contact} close={() => setGiving(false)} />}
    </>
  )
}
