import type { Rating } from '../../../record/rating.ts'
import { retellings } from '../../../record/ratings.ts'
import { retellingsSpared } from '../../../record/given.ts'
import { titleOf } from '../../../record/order.ts'
import { listOf } from '../../../record/record.ts'
import type { Contact, Id } from '../../../record/types.ts'
import { daysWaiting } from '../../../record/waits.ts'
import { Card } from '../../parts/Card.tsx'
import { Fact } from '../../parts/Fact.tsx'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'

type Waiting = { readonly contact: Contact; readonly days: number }

/** Whom she waits for now, the longest first. */
const useWaiting = (only: Id | null): readonly Waiting[] => {
  const { record, local } = useApp()
  return listOf(record, 'contact')
    .filter(({ id }) => only === null || id === only)
    .flatMap((contact) => {
      const days = daysWaiting(contact, local().slice(0, 10))
      return days === null ? [] : [{ contact, days }]
    })
    .toSorted((a, b) => b.days - a.days)
}

type Props = { readonly ratings: readonly Rating[]; readonly contact: Id | null }

/** What it has cost and spared her, counted without her counting. */
export const Tally = ({ ratings, contact: only }: Props) => {
  const { record, t, go } = useApp()
  const waiting = useWaiting(only)
  const again = retellings(ratings)
  const spared = only === null ? retellingsSpared(record) : 0
  return (
    <>
      {again + spared > 0 && (
        <Card tone="quiet">
          {again > 0 && (
            <Fact label={t('rating.again')}>{t('rating.times', { count: again })}</Fact>
          )}
          {spared > 0 && (
            <Fact label={t('rating.spared')}>{t('rating.times', { count: spared })}</Fact>
          )}
        </Card>
      )}
      {waiting.length > 0 && (
        <List label={t('rating.waiting')}>
          {waiting.map(({ contact, days }) => (
            <Row
              key={contact.id}
              title={titleOf(contact)}
              meta={t('rating.days', { count: days })}
              onPress={() => go({ at: 'contact', id: contact.id })}
            />
          ))}
        </List>
      )}
    </>
  )
}
