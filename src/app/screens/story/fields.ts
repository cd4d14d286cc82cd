import type { Id, Story, Time, Topic } from '../../../record/types.ts'

export type StoryFields = { readonly title: string; readonly text: string }

export const fieldsOf = (story: Story | undefined): StoryFields => ({
  title: story?.title ?? '',
  text: story?.text ?? '',
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
  brief: before?.brief ?? '',
  text: fields.text,
  written: before?.written ?? now,
  edited: now,
})
