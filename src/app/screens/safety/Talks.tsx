import { titleOf } from '../../../record/order.ts'
import { talksInOrder } from '../../../record/safety.ts'
import { Button } from '../../parts/Button.tsx'
import { Dock } from '../../parts/Dock.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { List } from '../../parts/List.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { useTalkWords } from './words.ts'

const Add = () => {
  const { t, go } = useApp()
  return (
    <Button kind="main" onPress={() => go({ at: 'talkForm', id: null })}>
      <Icon name="plus" />
      <span>{t('talk.add')}</span>
    </Button>
  )
}

/** Talks about risk: who held them, what was said, and when to look again. */
export const Talks = () => {
  const { record, words, t, go, back } = useApp()
  const { name } = useTalkWords()
  const talks = talksInOrder(record)
  const whose = (id: string | null): string => {
    const contact = record.contact.get(id ?? '')
    return contact ? titleOf(contact) : ''
  }
  return (
    <Page title={t('talk.title')} back={{ label: t('action.back'), go: back }}>
      {talks.length > 0 ? (
        <>
          <Dock>
            <Add />
          </Dock>
          <List label={t('talk.title')} unseen>
            {talks.map((talk) => (
              <Row
                key={talk.id}
                title={name(talk)}
                detail={whose(talk.contact) || undefined}
                meta={words.dates.short(talk.on)}
                onPress={() => go({ at: 'talk', id: talk.id })}
              />
            ))}
          </List>
        </>
      ) : (
        <Empty icon="clock" title={t('talk.empty.title')} action={<Add />}>
          {t('talk.empty.text')}
        </Empty>
      )}
    </Page>
  )
}
