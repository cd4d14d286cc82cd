import { useEffect, useMemo } from 'preact/hooks'
import { alikeIn } from '../../../exchange/merge.ts'
import { matching } from '../../../record/find.ts'
import { sifted, type Arranged } from '../../../record/arranged.ts'
import { grouped, type Group, type Order } from '../../../record/groups.ts'
import { contactsInOrder, titleOf } from '../../../record/order.ts'
import type { Contact } from '../../../record/types.ts'
import '../../../look/ways.css'
import { Button } from '../../parts/Button.tsx'
import { Dock } from '../../parts/Dock.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Growing } from '../../parts/Growing.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { Search } from '../../parts/Search.tsx'
import { langOf } from '../../letters.ts'
import { useApp } from '../../use.ts'
import { preparing } from '../search/preparing.ts'
import { own } from '../share/titles.ts'
import { usePlain, Whole } from '../Whole.tsx'
import { Arranging } from './Arranging.tsx'
import { SeveralToPhone } from './SeveralToPhone.tsx'

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
      <Whole>
        <Button kind="quiet" onPress={() => go({ at: 'directory' })}>
          {t('contact.fromDirectory')}
        </Button>
      </Whole>
      <Button kind="quiet" onPress={() => go({ at: 'import' })}>
        {t('contact.fromFile')}
      </Button>
      {record.contact.size > 1 && (
        <Whole>
          <Button kind="quiet" onPress={() => go({ at: 'network' })}>
            {t('network.open')}
          </Button>
        </Whole>
      )}
      <SeveralToPhone />
    </div>
  )
}

const Contacted = ({ contact }: { readonly contact: Contact }) => {
  const { words, t, go } = useApp()
  const { status } = contact
  return (
    <Row
      letter
      title={titleOf(contact)}
      titleLang={langOf(titleOf(contact), words)}
      detail={detailOf(contact, status === 'none' ? '' : t(`contact.status.${status}`))}
      onPress={() => go({ at: 'contact', id: contact.id })}
    />
  )
}

type FoundProps = { readonly contacts: readonly Contact[]; readonly by: Order }

/** What a group is called: everyone is counted, the others say what they have in common. */
const useGroupName = () => {
  const { t } = useApp()
  return ({ name, contacts }: Group, by: Order): string => {
    if (name === 'all') return t('contact.count', { count: contacts.length })
    if (name === 'favourite' || name === 'unsaid') return t(`contact.arrange.${name}`)
    return t(by === 'need' ? `directory.need.${name}` : `contact.levelName.${name}`)
  }
}

/** Two groups at a time: with eight of them everyone would be drawn at once, and some twice. */
const Found = ({ contacts, by }: FoundProps) => {
  const { record, t, local } = useApp()
  const nameOf = useGroupName()
  if (contacts.length === 0) return <Empty title={t('search.none')}>{t('search.noneText')}</Empty>
  return (
    <Growing
      entries={grouped(record, contacts, { by, now: local() })}
      more={t('list.more')}
      piece={2}
    >
      {(some) =>
        some.map((group) => (
          <List key={group.name} label={nameOf(group, by)}>
            <Growing entries={group.contacts} more={t('list.more')} inList>
              {(those) => those.map((contact) => <Contacted key={contact.id} contact={contact} />)}
            </Growing>
          </List>
        ))
      }
    </Growing>
  )
}

/** Said only when there are some, since it is a question and no fault. */
const LookAlike = () => {
  const { record, t, go } = useApp()
  const count = useMemo(() => alikeIn(record).length, [record.contact])
  if (count === 0) return null
  return (
    <Button kind="plain" onPress={() => go({ at: 'alike' })}>
      {t('contact.alike.open', { count })}
    </Button>
  )
}

/** Fewer than this need no arranging. */
const few = 6

type Props = { readonly as: Arranged }

const Many = ({ all, as }: Props & { readonly all: readonly Contact[] }) => {
  const { t, swap } = useApp()
  const { query } = as
  const lay = (more: Partial<Arranged>): void => swap({ at: 'contacts', as: { ...as, ...more } })
  return (
    <Page title={t('contact.title')}>
      <Search
        label={t('contact.search')}
        value={query}
        onInput={(text) => lay({ query: text })}
        clearLabel={t('action.clear')}
      />
      <Dock>
        <Add />
      </Dock>
      {query === '' && <Ways />}
      {query === '' && <LookAlike />}
      {all.length > few && (
        <Whole>
          <Arranging all={all} as={as} lay={lay} />
        </Whole>
      )}
      <Found key={query === ''} contacts={sifted(matching(all, query), as)} by={as.by} />
    </Page>
  )
}

/** All her contacts, found while she types. */
export const Contacts = ({ as }: Props) => {
  const { record, words, t } = useApp()
  const { tag } = words.language
  const all = useMemo(() => contactsInOrder(record, tag), [record.contact, tag])
  useEffect(() => preparing(all), [all])
  const text = usePlain() ? 'contact.empty.plain' : 'contact.empty.text'
  if (all.length > 0) return <Many all={all} as={as} />
  return (
    <Page title={t('contact.title')}>
      <Empty icon="people" title={t('contact.empty.title')} action={<Add />}>
        {t(text)}
      </Empty>
      <Ways />
    </Page>
  )
}
