import { isPhoneLabel } from '../../../record/phoneLabels.ts'
import { saidOf } from '../../../record/ways.ts'
import type { Contact, Phone } from '../../../record/types.ts'
import { Fact } from '../../parts/Fact.tsx'
import { useApp } from '../../use.ts'
import { Leading } from './Leading.tsx'

type Props = { readonly contact: Contact }

/** "Phone", or what kind of phone; a word of her own stays as she wrote it. */
const useLabel = () => {
  const { t } = useApp()
  return ({ label }: Phone): string => {
    if (isPhoneLabel(label)) return t(`contact.phoneLabel.${label}`)
    return label || t('contact.phone')
  }
}

/** What she has said of a number or an address: before she taps it, not after. */
const Care = ({ contact, way }: Props & { readonly way: string }) => {
  const { t } = useApp()
  const said = saidOf(contact, way)
  if (!said) return null
  return (
    <p class={`use ${said.use}`}>
      <span>{t(`contact.use.${said.use}`)}</span>
      {said.how && (
        <>
          {' '}
          <bdi>{said.how}</bdi>
        </>
      )}
    </p>
  )
}

/** Every way of reaching them, each with what is safe. */
export const Ways = ({ contact }: Props) => {
  const { t } = useApp()
  const labelOf = useLabel()
  return (
    <>
      {contact.phones.map((phone) => (
        <div key={phone.number}>
          <Leading contact={contact} label={labelOf(phone)} way={phone.number} by="phone" />
          <Care contact={contact} way={phone.number} />
        </div>
      ))}
      {contact.emails.map((email) => (
        <div key={email}>
          <Leading contact={contact} label={t('contact.email')} way={email} by="email" />
          <Care contact={contact} way={email} />
        </div>
      ))}
      {contact.addresses.map((address) => (
        <div key={address}>
          <Fact label={t('contact.address')}>{address}</Fact>
          <Care contact={contact} way={address} />
        </div>
      ))}
    </>
  )
}
