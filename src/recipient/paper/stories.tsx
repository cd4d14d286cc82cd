import type { SharedStory } from '../../record/summary.ts'
import type { Words } from '../../i18n/words.ts'

type Props = {
  readonly stories: readonly SharedStory[]
  /** The language that she uses; browsers choose fonts, hyphens and voices by it. */
  readonly language: string
  readonly words: Words
}

export const Stories = ({ stories, language, words: { t, dates } }: Props) => (
  <>
    {stories.map((story, at) => (
      <div key={at} class="paper-story">
        <h3>
          <bdi>{story.title || t(`paper.topic.${story.topic}`)}</bdi>
        </h3>
        <p class="paper-text" dir="auto" lang={language}>
          {story.text}
        </p>
        {story.edited && <small>{t('paper.edited', { time: dates.instant(story.edited) })}</small>}
      </div>
    ))}
  </>
)
