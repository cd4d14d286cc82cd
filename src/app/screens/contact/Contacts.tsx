import { useState } from 'preact/hooks'
import { matching } from '../../../record/find.ts'
import { contactsInOrder, titleOf } from '../../../record/order.ts'
import type { Contact } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { Search } from '../../parts/Search.tsx'
import { useApp } from '../../use.ts'

const detailOf = (contact: Contact): string =>
  [contact.organisation ? contact.person : '', contact.role].filter(Boolean).join(' · ')

const Ways = () => {
  const { t, go } = useApp()
  return (
    <>
      <Button kind="main" wide onPress={() => go({ at: 'contactForm', id: null })}>
        {t('contact.add')}
      </Button>
      <Button kind="quiet" wide onPress={() => go({ at: 'directory' })}>
        {t('contact.fromDirectory')}
      </Button>
      <Button kind="quiet" wide onPress={() => go({ at: 'import' })}>
        {t('contact.fromFile')}
      </Button>
    </>
  )
}

const Found = ({ contacts }: { readonly contacts: readonly Contact[] }) => {
  const { t, go } = useApp()
  return (
    <List label={t('contact.count', { count: contacts.length })}>
      {contacts.map((contact) => (
        <Row
          key={contact.id}
          title={titleOf(contact)}
          detail={detailOf(contact)}
          meta={contact.status === 'none' ? '' : t(`contact.status.${contact.status}`)}
          onPress={() => go({ at: 'contact', id: contact.id })}
        />
      ))}
    </List>
  )
}

/** All her contacts, found while she types. */
export const Contacts = () => {
  const { record, words, t } = useApp()
  const [query, setQuery] = useState('')
  const all = contactsInOrder(record, words.language.tag)
  if (all.length === 0) {
    return (
      <Page title={t('contact.title')}>
        <Empty icon="people" title={t('contact.empty.title')} action={<Ways />}>
          {t('contact.empty.text')}
        </Empty>
      </Page>
    )
  }
  return (
    <Page title={t('contact.title')}>
      <Search
        label={t('contact.search')}
        value={query}
        onInput={setQuery}
        clearLabel={t('action.clear')}
      />
      <Found contacts={matching(all, query)} />
      <Ways />
    </Page>
  )
}
