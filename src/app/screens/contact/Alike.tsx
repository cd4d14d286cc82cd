import { alikeIn } from '../../../exchange/merge.ts'
import { titleOf } from '../../../record/order.ts'
import { List } from '../../parts/List.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { useWay } from '../../way.ts'
import { own } from '../share/titles.ts'

/** Contacts that look like one, two and two. Nothing is merged unless she does it. */
export const Alike = () => {
  const { record, t, go } = useApp()
  const way = useWay()
  const pairs = alikeIn(record)
  return (
    <Page title={t('contact.alike.title')} back={way}>
      {pairs.length === 0 ? (
        <Empty title={t('contact.alike.none')}>{t('contact.alike.noneText')}</Empty>
      ) : (
        <List label={t('contact.alike.text')}>
          {pairs.map(({ one, other }) => (
            <Row
              key={`${one.id} ${other.id}`}
              title={titleOf(one)}
              detail={t('contact.alike.and', { name: own(titleOf(other)) })}
              onPress={() => go({ at: 'merge', id: one.id, other: other.id })}
            />
          ))}
        </List>
      )}
    </Page>
  )
}
