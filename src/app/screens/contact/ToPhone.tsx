import { useMemo } from 'preact/hooks'
import { writeCard } from '../../../exchange/writeCard.ts'
import type { Contact } from '../../../record/types.ts'
import { GiveFile } from '../../Giving.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useApp } from '../../use.ts'

/** Said before: whoever sees the phone's own contacts, and where they and the file go. */
export const BeforeCards = () => {
  const { t } = useApp()
  return (
    <>
      <Notice tone="careful">{t('contact.toPhone.seen')}</Notice>
      <p>{t('contact.toPhone.what')}</p>
      <p>{t('contact.toPhone.lands')}</p>
    </>
  )
}

type GiveProps = { readonly contacts: readonly Contact[]; readonly close: () => void }

/** One file with a card for each, to another app or among the downloads. */
export const GiveCards = ({ contacts, close }: GiveProps) => {
  const { t } = useApp()
  const check = t('contact.toPhone.check')
  const file = useMemo(() => {
    const cards = contacts.map((contact) => writeCard(contact, check))
    return new File(cards, 'card.vcf', { type: 'text/vcard' })
  }, [contacts, check])
  return (
    <GiveFile
      file={file}
      labels={{ send: t('attachment.out.send'), save: t('attachment.out.save') }}
      onGiven={close}
    />
  )
}

type Props = { readonly contact: Contact; readonly close: () => void }

/** A card for the phone's own contacts. */
export const ToPhone = ({ contact, close }: Props) => {
  const { t } = useApp()
  const contacts = useMemo(() => [contact], [contact])
  return (
    <Sheet title={t('contact.toPhone.title')} onClose={close} closeLabel={t('action.close')}>
      <BeforeCards />
      <GiveCards contacts={contacts} close={close} />
    </Sheet>
  )
}
