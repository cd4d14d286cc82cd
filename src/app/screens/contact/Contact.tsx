import { titleOf } from '../../../record/order.ts'
import { drop } from '../../../record/record.ts'
import type { Contact as ContactEntry, Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { Page } from '../../parts/Page.tsx'
import { useApp } from '../../use.ts'

const Facts = ({ contact }: { readonly contact: ContactEntry }) => {
  const { t, words } = useApp()
  const plain = ['person', 'role', 'address', 'hours', 'next', 'note'] as const
  return (
    <Card>
      {contact.phones.map((phone) => (
        <Fact key={phone.number} label={t('contact.phone')} ltr>
          <a href={`tel:${phone.number.replace(/[^\d+]/g, '')}`}>{phone.number}</a>
        </Fact>
      ))}
      {contact.emails.map((email) => (
        <Fact key={email} label={t('contact.email')} ltr>
          {email}
        </Fact>
      ))}
      {contact.caseNumber && (
        <Fact label={t('contact.caseNumber')} ltr>
          {contact.caseNumber}
        </Fact>
      )}
      {plain.map(
        (name) =>
          contact[name] && (
            <Fact key={name} label={t(`contact.${name}`)}>
              {contact[name]}
            </Fact>
          ),
      )}
      {contact.nextOn && <Fact label={t('contact.nextOn')}>{words.dates.day(contact.nextOn)}</Fact>}
      {contact.web && (
        <Fact label={t('contact.web')} ltr>
          {contact.web}
        </Fact>
      )}
    </Card>
  )
}

/** One contact: what she knows of it, and what she can do next. */
export const Contact = ({ id }: { readonly id: Id }) => {
  const { record, t, go, back, send } = useApp()
  const contact = record.contact.get(id)
  if (!contact)
    return (
      <Page title={t('contact.gone')} back={{ label: t('action.back'), go: back }}>
        {null}
      </Page>
    )
  const remove = (): void => {
    send(drop('contact', id), 'contact.deleted')
    back()
  }
  return (
    <Page title={titleOf(contact)} back={{ label: t('contact.title'), go: back }}>
      <Facts contact={contact} />
      <Button kind="main" wide onPress={() => go({ at: 'contactForm', id })}>
        {t('action.edit')}
      </Button>
      <Button
        kind="quiet"
        wide
        onPress={() => go({ at: 'appointmentForm', id: null, contact: id })}
      >
        {t('appointment.add')}
      </Button>
      <Button kind="plain" wide onPress={remove}>
        {t('action.delete')}
      </Button>
    </Page>
  )
}
