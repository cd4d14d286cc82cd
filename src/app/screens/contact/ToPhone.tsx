import { useMemo } from 'preact/hooks'
import { writeCard } from '../../../exchange/writeCard.ts'
import type { Contact } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useApp } from '../../use.ts'
import { canSend, saveFile, sendFile } from '../backup/saving.ts'

type Props = { readonly contact: Contact; readonly close: () => void }

/** A card for the phone's own contacts. Said before: whoever sees those, and where they go. */
export const ToPhone = ({ contact, close }: Props) => {
  const { t } = useApp()
  const file = useMemo(
    () => new File([writeCard(contact)], 'card.vcf', { type: 'text/vcard' }),
    [contact],
  )
  const sends = canSend(file)
  const give = (): void => void sendFile(file).then((sent) => (sent ? close() : undefined))
  const save = (): void => void saveFile(file).then(close)
  return (
    <Sheet title={t('contact.toPhone.title')} onClose={close} closeLabel={t('action.close')}>
      <Notice tone="careful">{t('contact.toPhone.seen')}</Notice>
      <p>{t('contact.toPhone.what')}</p>
      {sends && (
        <Button kind="main" wide onPress={give}>
          {t('attachment.out.send')}
        </Button>
      )}
      <Button kind={sends ? 'quiet' : 'main'} wide onPress={save}>
        {t('attachment.out.save')}
      </Button>
    </Sheet>
  )
}
