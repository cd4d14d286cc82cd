import { useState } from 'preact/hooks'
import { matching } from '../../../record/find.ts'
import { contactsInOrder, titleOf } from '../../../record/order.ts'
import { settingOf } from '../../../record/record.ts'
import type { Contact } from '../../../record/types.ts'
import '../../../look/ways.css'
import { Button } from '../../parts/Button.tsx'
import { Dock } from '../../parts/Dock.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { Search } from '../../parts/Search.tsx'
import { useApp } from '../../use.ts'
import { own } from '../share/titles.ts'

const detailOf = (contact: Contact, state: string): string =>
  [state, contact.organisation && contact.person, contact.role].filter(Boolean).map(own).join(' · ')

const Add = () => {
  const { t, go } = useApp()
  return (
    <Button kind="main" onPress={() => go({ at: 'contactForm', id: null })}>
      <Icon name="plus" />
      <span>{t('contact.add')}</span>
    </Button>
  )
}

const Ways = () => {
  const { record, t, go } = useApp()
  return (
    <div class="ways">
      {!settingOf(record).plain && (
        <Button kind="quiet" onPress={() => go({ at: 'directory' })}>
          {t('contact.fromDirectory')}
        </Button>
      )}
      <Button kind="quiet" onPress={() => go({ at: 'import' })}>
        {t('contact.fromFile')}
      </Button>
    </div>
  )
}

const Found = ({ contacts }: { readonly contacts: readonly Contact[] }) => {
  const { t, go } = useApp()
  if (contacts.length === 0) return <Empty title={t('search.none')}>{t('search.noneText')}</Empty>
  const stateOf = ({ status }: Contact) => (status === 'none' ? '' : t(`contact.status.${status}`))
  return (
    <List label={t('contact.count', { count: contacts.length })}>
      {contacts.map((contact) => (
        <Row
          key={contact.id}
          letter
          title={titleOf(contact)}
          detail={detailOf(contact, stateOf(contact))}
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
        <Empty icon="people" title={t('contact.empty.title')} action={<Add />}>
          {t('contact.empty.text')}
        </Empty>
        <Ways />
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
      <Dock>
        <Add />
      </Dock>
      {query === '' && <Ways />}
      <Found contacts={matching(all, query)} />
    </Page>
  )
}
