import { titleOf } from '../../../record/order.ts'
import { dropWhole } from '../../../record/attached.ts'
import type { Contact as ContactEntry, Id, Phone } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { Page } from '../../parts/Page.tsx'
import { useApp } from '../../use.ts'
import { Attached } from '../attachment/Attached.tsx'

type Props = { readonly contact: ContactEntry }

const known = ['mobile', 'work', 'home', 'main', 'fax', 'check']

/** "Phone", or what kind of phone; a word of her own stays as she wrote it. */
const useLabel = () => {
  const { t } = useApp()
  return ({ label }: Phone): string => {
    if (known.includes(label)) return t(`contact.phoneLabel.${label}`)
    return label || t('contact.phone')
  }
}

const Phones = ({ phones }: { readonly phones: readonly Phone[] }) => {
  const labelOf = useLabel()
  return phones.map((phone) => (
    <Fact key={phone.number} label={labelOf(phone)} ltr>
      <a href={`tel:${phone.number.replace(/[^\d+]/g, '')}`}>{phone.number}</a>
    </Fact>
  ))
}

/** How it stands, which is what she comes to see. */
const Standing = ({ contact }: Props) => {
  const { t, words } = useApp()
  const { next, nextOn, status } = contact
  if (!next && !nextOn && status === 'none') return null
  return (
    <Card tone="warm">
      {next && <Fact label={t('contact.next')}>{next}</Fact>}
      {nextOn && <Fact label={t('contact.nextOn')}>{words.dates.day(nextOn)}</Fact>}
      {status !== 'none' && (
        <Fact label={t('contact.statusLabel')}>{t(`contact.status.${status}`)}</Fact>
      )}
    </Card>
  )
}

const plain = ['person', 'role', 'address', 'hours', 'note'] as const

const Facts = ({ contact }: Props) => {
  const { t } = useApp()
  return (
    <Card>
      <Phones phones={contact.phones} />
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
      {contact.web && (
        <Fact label={t('contact.web')} ltr>
          {contact.web}
        </Fact>
      )}
    </Card>
  )
}

const hasFacts = ({ phones, emails, caseNumber, web, ...rest }: ContactEntry): boolean =>
  phones.length + emails.length > 0 ||
  [caseNumber, web, ...plain.map((name) => rest[name])].some(Boolean)

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
    send(dropWhole({ kind: 'contact', id }), 'contact.deleted')
    back()
  }
  return (
    <Page title={titleOf(contact)} back={{ label: t('contact.title'), go: back }}>
      <Standing contact={contact} />
      {hasFacts(contact) && <Facts contact={contact} />}
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
      <Attached of={{ kind: 'contact', id }} />
      <Button kind="plain" wide onPress={remove}>
        {t('action.delete')}
      </Button>
    </Page>
  )
}
