import { spanOf } from '../../../record/approx.ts'
import { put } from '../../../record/record.ts'
import type { Id } from '../../../record/types.ts'
import { Button } from '../../parts/Button.tsx'
import { Day } from '../../parts/Day.tsx'
import { Field } from '../../parts/Field.tsx'
import { Page } from '../../parts/Page.tsx'
import { Unfold } from '../../parts/Unfold.tsx'
import { useApp, useFields } from '../../use.ts'
import { formName } from '../../view.ts'
import { Ends } from '../evidence/Ends.tsx'
import { Resumed } from '../Resumed.tsx'
import { fieldsOf, incidentOf, type IncidentFields } from './fields.ts'

type Editing = {
  readonly fields: IncidentFields
  readonly set: (change: Partial<IncidentFields>) => void
}

/** In any words; below them, where it will stand among the others. */
const Date = ({ fields, set }: Editing) => {
  const { t, words } = useApp()
  const span = spanOf(fields.when)
  const { month } = words.dates
  const [from, to] = [month(span?.from ?? ''), month(span?.to ?? '')]
  const months = from === to ? from : `${from} – ${to}`
  const place = span && t('incident.placed', { months })
  return (
    <>
      <Field
        label={t('incident.when')}
        hint={t('incident.whenHint')}
        value={fields.when}
        onInput={(when) => set({ when })}
      />
      <p class="story-when" role="status">
        {fields.on === '' && place}
      </p>
    </>
  )
}

const names = ['place', 'witnesses', 'reported'] as const

const More = ({ fields, set }: Editing) => {
  const { t } = useApp()
  const filled = fields.on !== '' || names.some((name) => fields[name] !== '')
  return (
    <Unfold more={t('incident.more')} open={filled}>
      {names.map((name) => (
        <Field
          key={name}
          label={t(`incident.${name}`)}
          value={fields[name]}
          onInput={(text) => set({ [name]: text })}
          lines={1}
        />
      ))}
      <Day label={t('incident.on')} date={fields.on} onChange={(on) => set({ on })} />
    </Unfold>
  )
}

/** Something that happened, in her words. Nothing has to be filled in, and no date has to be exact. */
export const IncidentForm = ({ id }: { readonly id: Id | null }) => {
  const { record, t, swap, back, send, time, newId } = useApp()
  const before = id ? record.incident.get(id) : undefined
  const form = useFields(formName('incident', id), fieldsOf(before))
  const { fields, set } = form
  const save = (): void => {
    if (Object.values(fields).every((text) => text.trim() === '')) return back()
    const incident = incidentOf(fields, id ?? newId(), time(), before)
    send(put(incident), 'incident.saved')
    form.done()
    if (before) back()
    else swap({ at: 'incident', id: incident.id })
  }
  return (
    <Page
      title={t(before ? 'incident.edit' : 'incident.new')}
      back={{ label: t('story.later'), go: back }}
    >
      <Resumed form={form} />
      {before && <Ends entry={before} />}
      <Field
        label={t('incident.what')}
        hint={t('incident.whatHint')}
        value={fields.what}
        onInput={(what) => set({ what })}
        lines={5}
      />
      <Date {...form} />
      <More {...form} />
      <Button kind="main" wide onPress={save}>
        {t('action.save')}
      </Button>
    </Page>
  )
}
