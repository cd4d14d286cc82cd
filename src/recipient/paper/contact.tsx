import type { SharedContact } from '../../record/summary.ts'
import type { Phone } from '../../record/types.ts'
import type { Words } from '../../i18n/words.ts'
import { Exact, Fact, own } from './facts.tsx'
import { mailOf, telOf } from './safe.ts'

const PhoneLine = ({ phone }: { readonly phone: Phone }) => (
  <span class="paper-line">
    <Exact text={phone.number} href={telOf(phone.number)} />
    {phone.label && (
      <small>
        {' '}
        <bdi>{phone.label}</bdi>
      </small>
    )}
  </span>
)

const MailLine = ({ email }: { readonly email: string }) => (
  <span class="paper-line">
    <Exact text={email} href={mailOf(email)} />
  </span>
)

type Props = { readonly contact: SharedContact; readonly words: Words }

/** What is under way with this contact, and who is expected to act. */
const Standing = ({ contact, words: { t, dates } }: Props) => (
  <>
    {contact.status !== 'none' && (
      <Fact name={t('paper.standing')}>{t(`paper.status.${contact.status}`)}</Fact>
    )}
    <Fact name={t('paper.next')}>{own(contact.next)}</Fact>
    <Fact name={t('paper.nextOn')}>{dates.day(contact.nextOn)}</Fact>
  </>
)

export const ContactCard = ({ contact, words }: Props) => {
  const { t } = words
  const name = contact.organisation || contact.person
  const person = contact.organisation ? contact.person : ''
  return (
    <li class="paper-card">
      <h3>
        <bdi>{name || t('paper.unnamed')}</bdi>
      </h3>
      <p class="paper-who">
        {person && <bdi>{person}</bdi>}
        {person && contact.role && ' · '}
        {contact.role && <bdi>{contact.role}</bdi>}
      </p>
      <dl>
        <Fact name={t('paper.caseNumber')}>
          {contact.caseNumber && <Exact text={contact.caseNumber} />}
        </Fact>
        <Fact name={t('paper.phone')}>
          {contact.phones.length > 0 &&
            contact.phones.map((phone, at) => <PhoneLine key={at} phone={phone} />)}
        </Fact>
        <Fact name={t('paper.email')}>
          {contact.emails.length > 0 &&
            contact.emails.map((email, at) => <MailLine key={at} email={email} />)}
        </Fact>
        <Fact name={t('paper.address')}>{own(contact.address)}</Fact>
        <Standing contact={contact} words={words} />
      </dl>
    </li>
  )
}
