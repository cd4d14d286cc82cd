import { deadlinesFor } from '../../../record/deadlines.ts'
import { settingOf } from '../../../record/record.ts'
import type { Id } from '../../../record/types.ts'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { aboutOf } from './about.ts'

type Props = { readonly contact: Id | null; readonly appointment: Id | null }

/** One row where a rule or a habit sets a time for such a matter; else nothing. */
export const Offer = ({ contact, appointment }: Props) => {
  const { record, t, go } = useApp()
  if (settingOf(record).plain) return null
  if (deadlinesFor(aboutOf(record, contact, appointment)).length === 0) return null
  return (
    <List label={t('deadline.title')} unseen>
      <Row
        lead="clock"
        title={t('deadline.title')}
        detail={t('deadline.short')}
        onPress={() => go({ at: 'deadlines', contact, appointment })}
      />
    </List>
  )
}
