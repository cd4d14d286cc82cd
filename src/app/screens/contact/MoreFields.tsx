import { levels, areas } from '../../../record/areas.ts'
import { contactTypes, sensitivities } from '../../../record/reach.ts'
import { statuses } from '../../../record/types.ts'
import { Chips } from '../../parts/Chips.tsx'
import { Day } from '../../parts/Day.tsx'
import { Field } from '../../parts/Field.tsx'
import { useApp } from '../../use.ts'
import { useNoteHint } from '../Whole.tsx'
import type { ContactFields } from './fields.ts'

export type Editing = {
  readonly fields: ContactFields
  readonly set: (change: Partial<ContactFields>) => void
}

/** One of a few: a tap on the one that is on takes it off again, where it may be unsaid. */
const choosing = <V extends string>(now: V, unsaid: V, choose: (value: V) => void) => ({
  on: [now],
  onTap: (value: V) => choose(value === now ? unsaid : value),
})

export const StatusField = ({ fields, set }: Editing) => {
  const { t } = useApp()
  return (
    <Chips
      label={t('contact.statusLabel')}
      options={statuses.map((value) => ({ value, label: t(`contact.status.${value}`) }))}
      {...choosing(fields.status, 'none', (status) => set({ status }))}
    />
  )
}

export const NextOnField = ({ fields, set }: Editing) => (
  <Day
    label={useApp().t('contact.nextOn')}
    date={fields.nextOn}
    onChange={(nextOn) => set({ nextOn })}
  />
)

export const SortFields = ({ fields, set }: Editing) => {
  const { t } = useApp()
  return (
    <>
      <Chips
        label={t('contact.type')}
        options={contactTypes.map((value) => ({ value, label: t(`contact.typeName.${value}`) }))}
        {...choosing<ContactFields['type']>(fields.type, '', (type) => set({ type }))}
      />
      <Chips
        label={t('contact.level')}
        options={levels.map((value) => ({ value, label: t(`contact.levelName.${value}`) }))}
        {...choosing<ContactFields['level']>(fields.level, '', (level) => set({ level }))}
      />
    </>
  )
}

export const NeedsField = ({ fields, set }: Editing) => {
  const { t } = useApp()
  const on = areas.filter((area) => fields.needs.split(' ').includes(area))
  return (
    <Chips
      label={t('contact.needs')}
      options={areas.map((value) => ({ value, label: t(`directory.need.${value}`) }))}
      on={on}
      onTap={(area) =>
        set({
          needs: areas
            .filter((one) => (one === area ? !on.includes(one) : on.includes(one)))
            .join(' '),
        })
      }
    />
  )
}

export const SensitivityField = ({ fields, set }: Editing) => {
  const { t } = useApp()
  return (
    <Chips
      label={t('contact.sensitivity')}
      hint={t(`contact.sensitivityHint.${fields.sensitivity}`)}
      options={sensitivities.map((value) => ({
        value,
        label: t(`contact.sensitivityName.${value}`),
      }))}
      {...choosing(fields.sensitivity, 'ordinary', (sensitivity) => set({ sensitivity }))}
    />
  )
}

type WrittenName = 'role' | 'emails' | 'addresses' | 'hours' | 'web' | 'holds' | 'promised' | 'note'

const shapes = {
  role: {},
  emails: { lines: 1, inputMode: 'email', dir: 'ltr' },
  addresses: { lines: 2 },
  hours: {},
  web: { inputMode: 'url', dir: 'ltr' },
  holds: { lines: 2 },
  promised: { lines: 2 },
  note: { lines: 3 },
} as const

const hinted: readonly WrittenName[] = ['addresses', 'emails', 'hours', 'holds']

export const WrittenField = ({ fields, set, name }: Editing & { readonly name: WrittenName }) => {
  const { t } = useApp()
  const ofNote = useNoteHint('contact')
  const hint = hinted.includes(name) ? t(`contact.${name}Hint`) : undefined
  return (
    <Field
      {...shapes[name]}
      label={t(`contact.${name}`)}
      hint={name === 'note' ? ofNote : hint}
      value={fields[name]}
      onInput={(value) => set({ [name]: value })}
    />
  )
}
