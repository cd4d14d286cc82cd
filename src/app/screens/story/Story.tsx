import { dropWhole } from '../../../record/attached.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Page } from '../../parts/Page.tsx'
import { Changes } from '../trash/Changes.tsx'
import { useApp } from '../../use.ts'
import { useWay } from '../../way.ts'
import { Addenda } from '../addendum/Addenda.tsx'
import { Delete } from '../attachment/Delete.tsx'
import { Attached } from '../attachment/Attached.tsx'
import { SharedWith } from '../share/SharedWith.tsx'
import { Proof } from '../evidence/Proof.tsx'
import '../../../look/story.css'

/** One part of her story, to read. */
export const Story = ({ id }: { readonly id: Id }) => {
  const { record, words, t, go, back, send } = useApp()
  const story = record.story.get(id)
  const way = useWay()
  if (!story) return <Page title={t('story.gone')} back={way} children={null} />
  const topic = t(`story.topic.${story.topic}`)
  const remove = (): void => {
    send(dropWhole({ kind: 'story', id }), 'story.deleted')
    back()
  }
  return (
    <Page title={story.title || topic} back={way}>
      {story.brief && (
        <Card title={t('story.brief')} tone="quiet">
          <p class="story-text" dir="auto">
            {story.brief}
          </p>
        </Card>
      )}
      {story.text && (
        <Card>
          <p class="story-text" dir="auto">
            {story.text}
          </p>
        </Card>
      )}
      <p class="story-when">{t('story.begun', { when: words.dates.instant(story.written) })}</p>
      {story.edited !== story.written && (
        <p class="story-when">{t('story.edited', { when: words.dates.instant(story.edited) })}</p>
      )}
      <Button kind="main" wide onPress={() => go({ at: 'storyForm', id, topic: story.topic })}>
        {t('action.edit')}
      </Button>
      <Addenda of={{ kind: 'story', id }} />
      <Attached of={{ kind: 'story', id }} />
      <SharedWith of={{ kind: 'story', id }} />
      <Proof entry={story} />
      <Changes kind="story" id={id} />
      <Delete of={{ kind: 'story', id }} onPress={remove} />
    </Page>
  )
}
