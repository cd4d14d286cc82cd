import { useState } from 'preact/hooks'
import { put } from '../../../record/record.ts'
import { feelings, talkTools } from '../../../record/talk.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Chips } from '../../parts/Chips.tsx'
import { Field } from '../../parts/Field.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Told } from '../../parts/Told.tsx'
import { Unfold } from '../../parts/Unfold.tsx'
import { When } from '../../parts/When.tsx'
import { useApp, useFields } from '../../use.ts'
import { formName } from '../../view.ts'
import { Pick } from '../contact/Pick.tsx'
import { Resumed } from '../Resumed.tsx'
import { saysSomething, talkFieldsOf, talkOf, type TalkFields } from './fields.ts'

type Editing = {
  readonly fields: TalkFields
  readonly set: (change: Partial<TalkFields>) => void
}

const Day = ({ name, fields, set }: Editing & { readonly name: 'on' | 'review' }) => {
  const { t } = useApp()
  return (
    <When
      label={t(`talk.${name}`)}
      date={fields[name]}
      time=""
      timeLabel=""
      allDay
      onChange={(date) => set({ [name]: date })}
    />
  )
}

/** Names alone: what such a talk asks and counts stays with whoever holds it. */
const Tool = ({ fields, set }: Editing) => {
  const { t } = useApp()
  return (
    <>
      <Chips
        label={t('talk.tools')}
        options={talkTools.map((value) => ({ value, label: value }))}
        on={talkTools.filter((value) => value === fields.tool)}
        onTap={(tool) => set({ tool: fields.tool === tool ? '' : tool })}
      />
      <Field label={t('talk.tool')} value={fields.tool} onInput={(tool) => set({ tool })} />
    </>
  )
}

/** Her own word on it, and her own note: there when she opens the place for them. */
const More = ({ fields, set }: Editing) => {
  const { t } = useApp()
  return (
    <Unfold more={t('talk.more')} open={fields.own !== '' || fields.note !== ''}>
      <Chips
        label={t('talk.feeling')}
        hint={t('talk.feelingHint')}
        options={feelings.filter(Boolean).map((value) => ({ value, label: value }))}
        on={[fields.own]}
        onTap={(own) => set({ own: fields.own === own ? '' : own })}
      />
      <Field
        label={t('talk.note')}
        hint={t('contact.noteHint')}
        value={fields.note}
        onInput={(note) => set({ note })}
        lines={2}
      />
    </Unfold>
  )
}

/** A talk that was held, or one to be changed. Any one thing about it is enough. */
export const TalkForm = ({ id }: { readonly id: Id | null }) => {
  const { record, t, swap, back, send, time, local, newId } = useApp()
  const before = id ? record.talk.get(id) : undefined
  const form = useFields(formName('talk', id), talkFieldsOf(before, local().slice(0, 10)))
  const [tried, setTried] = useState(false)
  const { fields, set } = form
  const save = (): void => {
    setTried(true)
    if (!saysSomething(fields)) return
    const talk = talkOf(fields, id ?? newId(), time(), before)
    send(put(talk), 'talk.saved')
    form.done()
    if (before) back()
    else swap({ at: 'talk', id: talk.id })
  }
  return (
    <Page title={t(before ? 'talk.edit' : 'talk.new')} back={{ label: t(form.leave), go: back }}>
      <Resumed form={form} />
      <Day name="on" {...form} />
      <Pick
        label={t('talk.contact')}
        nobody={t('talk.nobody')}
        value={fields.contact}
        onPick={(contact) => set({ contact })}
      />
      <Tool {...form} />
      <Field
        label={t('talk.told')}
        value={fields.told}
        onInput={(told) => set({ told })}
        lines={2}
      />
      <Day name="review" {...form} />
      <More {...form} />
      {tried && !saysSomething(fields) && (
        <Told>
          <Notice tone="careful">{t('talk.needs')}</Notice>
        </Told>
      )}
      <Button kind="main" wide onPress={save}>
        {t('action.save')}
      </Button>
    </Page>
  )
}
