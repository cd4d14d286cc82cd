import { sharedWith, type Given } from '../../../record/given.ts'
import { List } from '../../parts/List.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { standingOf } from './standing.ts'
import { nameOf } from './titles.ts'

/** Who was given this entry; nothing at all while nobody was. */
export const SharedWith = ({ of }: { readonly of: Given }) => {
  const { record, words, t, go, time } = useApp()
  const shares = sharedWith(record, of)
  if (shares.length === 0) return null
  return (
    <List label={t('share.with')}>
      {shares.map((share) => (
        <Row
          key={share.id}
          lead="share"
          title={nameOf(share, words)}
          detail={words.dates.instant(share.made)}
          meta={t(`share.standing.${standingOf(share, time())}`)}
          onPress={() => go({ at: 'share', id: share.id })}
        />
      ))}
    </List>
  )
}
