import type { RecipientType } from '../../../record/recipients.ts'
import { Card } from '../../parts/Card.tsx'
import { useApp } from '../../use.ts'
import { ToldShort } from './Told.tsx'

/** What such a place does with what it is told, before there is any link. */
export const Known = ({ type }: { readonly type: RecipientType }) => {
  const { t } = useApp()
  return (
    <Card tone="quiet" title={t('share.preview.know')}>
      <ToldShort type={type} />
    </Card>
  )
}
