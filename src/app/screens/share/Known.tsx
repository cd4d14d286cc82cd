import { noticesFor } from '../../../record/notices.ts'
import type { RecipientType } from '../../../record/recipients.ts'
import { Card } from '../../parts/Card.tsx'
import { useApp } from '../../use.ts'

/** What such a place does with what it is told, before there is any link. */
export const Known = ({ type }: { readonly type: RecipientType }) => {
  const { t } = useApp()
  return (
    <Card tone="quiet" title={t('share.preview.know')}>
      {noticesFor(type).map(({ id }) => (
        <p key={id}>{t(`share.notice.${id}`)}</p>
      ))}
      <p>
        <small>{t('share.preview.from')}</small>
      </p>
    </Card>
  )
}
