import { storiesInOrder } from '../../../record/order.ts'
import { topics, type Story, type Topic } from '../../../record/types.ts'
import { Growing } from '../../parts/Growing.tsx'
import { List } from '../../parts/List.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { useApp } from '../../use.ts'
import { beginning } from './beginning.ts'

const Written = ({ stories }: { readonly stories: readonly Story[] }) => {
  const { t, go } = useApp()
  return (
    <List label={t('story.written')}>
      <Growing entries={stories} more={t('list.more')} inList>
        {(some) =>
          some.map((story) => (
            <Row
              key={story.id}
              title={story.title || t(`story.topic.${story.topic}`)}
              detail={beginning(story.text || story.brief)}
              onPress={() => go({ at: 'story', id: story.id })}
            />
          ))
        }
      </Growing>
    </List>
  )
}

const Open = ({ open }: { readonly open: readonly Topic[] }) => {
  const { t, go } = useApp()
  return (
    <List label={t('story.open')}>
      {open.map((topic) => (
        <Row
          key={topic}
          lead="plus"
          title={t(`story.topic.${topic}`)}
          detail={t(`story.hint.${topic}`)}
          onPress={() => go({ at: 'storyForm', id: null, topic })}
        />
      ))}
    </List>
  )
}

/** Her story in parts: what is written, and what she may write when she wants to. */
export const Stories = () => {
  const { record, t, go } = useApp()
  const stories = storiesInOrder(record)
  const begun = new Set(stories.map((story) => story.topic))
  return (
    <Page title={t('story.title')}>
      {stories.length > 0 ? (
        <Written stories={stories} />
      ) : (
        <Notice tone="info" title={t('story.empty.title')}>
          {t('story.empty.text')}
        </Notice>
      )}
      {stories.length > 0 && (
        <List label={t('evidence.title')} unseen>
          <Row
            lead="check"
            title={t('evidence.title')}
            detail={t('evidence.short')}
            onPress={() => go({ at: 'statements' })}
          />
        </List>
      )}
      <List label={t('incident.list')}>
        <Row
          lead="plus"
          title={t('incident.add')}
          detail={t('incident.whenHint')}
          onPress={() => go({ at: 'incidentForm', id: null })}
        />
        <Row
          lead="clock"
          title={t('timeline.title')}
          detail={t('timeline.open')}
          onPress={() => go({ at: 'timeline', only: [] })}
        />
      </List>
      <Open open={topics.filter((topic) => topic === 'own' || !begun.has(topic))} />
    </Page>
  )
}
