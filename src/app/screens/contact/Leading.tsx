import { useState } from 'preact/hooks'
import type { Contact } from '../../../record/types.ts'
import { Fact } from '../../parts/Fact.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useApp } from '../../use.ts'
import { leadOf, type Lead, type Reached } from './lead.ts'

type AskProps = { readonly lead: Lead; readonly by: Reached; readonly close: () => void }

/** What she once said stands between her and a touch that she cannot take back. */
const Ask = ({ lead: { href, ask }, by, close }: AskProps) => {
  const { t } = useApp()
  return (
    <Sheet title={t('contact.use.careful')} closeLabel={t('action.close')} onClose={close}>
      {ask?.how && (
        <Notice tone="careful">
          <bdi>{ask.how}</bdi>
        </Notice>
      )}
      <p>{t(`contact.ask.${by}`)}</p>
      <a class="button main wide" href={href}>
        {t(`contact.ask.go.${by}`)}
      </a>
    </Sheet>
  )
}

type Props = {
  readonly contact: Contact
  readonly label: string
  readonly way: string
  readonly by: Reached
}

/** A number or an e-mail address to touch; only words where she said not to use it. */
export const Leading = ({ contact, label, way, by }: Props) => {
  const [open, setOpen] = useState(false)
  const lead = leadOf(contact, way, by)
  return (
    <>
      <Fact label={label} ltr>
        {!lead && way}
        {lead && !lead.ask && <a href={lead.href}>{way}</a>}
        {lead?.ask && (
          <button type="button" class="asks" onClick={() => setOpen(true)}>
            {way}
          </button>
        )}
      </Fact>
      {open && lead && <Ask lead={lead} by={by} close={() => setOpen(false)} />}
    </>
  )
}
