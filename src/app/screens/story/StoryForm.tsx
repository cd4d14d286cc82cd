import { put } from '../../../record/record.ts'
import type { Id, Topic } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Field } from '../../parts/Field.tsx'
import { Page } from '../../parts/Page.tsx'
import { Unfold } from '../../parts/Unfold.tsx'
import { useApp, useFields } from '../../use.ts'
import { formName } from '../../view.ts'
import { Ends } from '../evidence/Ends.tsx'
import { Resumed } from '../Resumed.tsx'
import { fieldsOf, storyOf, type StoryFields } from './fields.ts'

type Editing = {
  readonly fields: StoryFields
  readonly set: (change: Partial<StoryFields>) => void
}

/** The short form waits behind a button: whoever wants only to write meets one field. */
const Brief = ({ fields, set }: Editing) => {
  const { t } = useApp()
  return (
    <Unfold more={t('story.addBrief')} open={fields.brief !== ''}>
      <Field
        label={t('story.brief')}
        hint={t('story.briefHint')}
        value={fields.brief}
        onInput={(brief) => set({ brief })}
        lines={3}
      />
    </Unfold>
  )
}

type Props = { readonly id: Id | null; readonly topic: Topic }

/** Writing a part, at her pace: every pause is kept, and she may leave in the middle of a sentence. */
export const StoryForm = ({ id, topic }: Props) => {
  const { record, t, swap, back, send, time, newId } = useApp()
  const before = id ? record.story.get(id) : undefined
  // Each topic has a draft of its own, so that two beginnings do not overwrite each other.
  const form = useFields(formName('story', id ?? topic), fieldsOf(before))
  const { fields, set } = form
  const save = (): void => {
    if (Object.values(fields).every((text) => text.trim() === '')) return back()
    const story = storyOf(fields, topic, id ?? newId(), time(), before)
    send(put(story), 'story.saved')
    form.done()
    if (before) back()
    else swap({ at: 'story', id: story.id })
  }
  return (
    <Page title={t(`story.topic.${topic}`)} back={{ label: t('story.later'), go: back }}>
      <Resumed form={form} />
      {before && <Ends entry={before} />}
      <Field
        label={t('story.text')}
        hint={t(`story.hint.${topic}`)}
        value={fields.text}
        onInput={(text) => set({ text })}
        lines={8}
      />
      <Field
        label={t('story.heading')}
        hint={t('story.headingHint')}
        value={fields.title}
        onInput={(title) => set({ title })}
      />
      <Brief {...form} />
      <Button kind="main" wide onPress={save}>
        {t('action.save')}
      </Button>
    </Page>
  )
}
