import { useState } from 'preact/hooks'
import { matching } from '../../../record/find.ts'
import { linksAbout, toggleLink } from '../../../record/links.ts'
import { contactsInOrder, titleOf } from '../../../record/order.ts'
import { linkKinds, type LinkKind } from '../../../record/reach.ts'
import type { Contact, Id } from '../../../record/types.ts'
import { Chips } from '../../parts/Chips.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { Search } from '../../parts/Search.tsx'
import { Check } from '../../parts/Check.tsx'
import { Growing } from '../../parts/Growing.tsx'
import { useApp } from '../../use.ts'
import { own } from '../share/titles.ts'
import { useTold } from './told.ts'

/** More than this, and a search stands above them. */
const many = 8

const Others = ({ id, kind }: { readonly id: Id; readonly kind: LinkKind }) => {
  const { record, words, t, send } = useApp()
  const [query, setQuery] = useState('')
  const others = contactsInOrder(record, words.language.tag).filter((one) => one.id !== id)
  const links = record.contact.get(id)?.links ?? []
  const isOn = ({ id: to }: Contact) => links.some((link) => link.to === to && link.kind === kind)
  return (
    <>
      {others.length > many && (
        <Search
          label={t('contact.search')}
          value={query}
          onInput={setQuery}
          clearLabel={t('action.clear')}
        />
      )}
      <section class="checks" aria-label={t('contact.title')}>
        <Growing entries={matching(others, query)} more={t('list.more')}>
          {(some) =>
            some.map((other) => (
              <Check
                key={other.id}
                label={titleOf(other)}
                checked={isOn(other)}
                onChange={() =>
                  send(toggleLink({ from: id, to: other.id, kind }), 'contact.links.changed')
                }
              />
            ))
          }
        </Growing>
      </section>
    </>
  )
}

/** Who should talk to whom, who sent her on, who waits for whom: a tap each. */
export const ContactLinks = ({ id }: { readonly id: Id }) => {
  const { record, t, back } = useApp()
  const [kind, setKind] = useState<LinkKind>('talk')
  const told = useTold()
  const contact = record.contact.get(id)
  const ties = linksAbout(record, id)
  const name = contact ? own(titleOf(contact)) : ''
  return (
    <Page title={t('contact.links.title')} back={{ label: t('action.back'), go: back }}>
      {ties.length > 0 && (
        <List label={t('contact.links.count', { count: ties.length })}>
          {ties.map((tie) => (
            <Row key={`${tie.from} ${tie.kind} ${tie.to}`} title={told(tie)} dir="auto" />
          ))}
        </List>
      )}
      <Chips
        label={name}
        options={linkKinds.map((value) => ({ value, label: t(`contact.links.kind.${value}`) }))}
        on={[kind]}
        onTap={setKind}
      />
      {contact && <Others id={id} kind={kind} />}
    </Page>
  )
}
