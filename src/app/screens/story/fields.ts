import type { Id, Story, Time, Topic } from '../../../record/types.ts'

export type StoryFields = { readonly title: string; readonly text: string; readonly brief: string }

export const fieldsOf = (story: Story | undefined): StoryFields => ({
  title: story?.title ?? '',
  text: story?.text ?? '',
  brief: story?.brief ?? '',
})

/** The part of the story that the form describes. Her text is kept to the letter. */
export const storyOf = (
  fields: StoryFields,
  topic: Topic,
  id: Id,
  now: Time,
  before: Story | undefined,
): Story => ({
  kind: 'story',
  id,
  topic: before?.topic ?? topic,
  title: fields.title.trim(),
  brief: fields.brief,
  text: fields.text,
  written: before?.written ?? now,
  edited: now,
})
